package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whoever sends a form and is refused has the same line in the journal as a program has. */
class RefusedFormsIT {
  private static final String SECRET_PAPER = Papers.MEMO.replace("CONFIDENTIAL", "SECRET");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoMayNotOrMayNotKnowHasOneLineOfEachForm(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Lines lines = new Lines(glasnost, "reviewer.confidential");
    String document = work.underReview(SECRET_PAPER, Papers.fields("A form refused"));
    String task = work.open("reviewer.state", "FIRST_REVIEW", document);
    String person = "/people/" + new Staff(glasnost).id("reviewer.state");
    String nothing = UUID.randomUUID().toString();
    Map<String, Integer> forms = new LinkedHashMap<>();
    for (String act : List.of("claim", "unclaim", "draft", "complete")) {
      forms.put("/tasks/" + task + "/" + act, 404);
    }
    for (String act : List.of("correct", "correct/find", "withdraw")) {
      forms.put("/documents/" + document + "/" + act, 404);
    }
    for (String path :
        List.of(
            "/intake",
            "/intake/find",
            "/reviews/new",
            "/reviews/new/find",
            "/deployments",
            "/deployments/" + nothing + "/approve",
            "/deployments/" + nothing + "/reject",
            "/processes/release/versions/1/suspend",
            "/processes/release/versions/1/resume",
            "/processes/release/versions/1/redeploy",
            "/processes/release/move",
            "/migrations/" + nothing + "/pause",
            "/migrations/" + nothing + "/resume",
            "/incidents/" + nothing + "/retry",
            "/operations/keys/rotations",
            "/journal/retention/lapses",
            "/journal/retention/lapses/" + nothing + "/approve",
            "/journal/retention/lapses/" + nothing + "/reject",
            "/journal/retention/holds",
            "/journal/retention/holds/" + nothing + "/lift",
            "/journal/retention/holds/" + nothing + "/lift/approve",
            "/journal/retention/holds/" + nothing + "/lift/reject")) {
      forms.put(path, 403);
    }
    for (String path :
        List.of(
            "/people/new",
            person + "/leave",
            person + "/password",
            person + "/propose/role",
            person + "/rights/" + nothing + "/end",
            person + "/needs/" + nothing + "/end",
            "/people/orders/" + nothing + "/approve",
            "/people/orders/" + nothing + "/reject",
            "/people/orders/" + nothing + "/withdraw",
            "/people/accounts/" + nothing + "/approve",
            "/people/accounts/" + nothing + "/reject",
            "/people/accounts/" + nothing + "/withdraw")) {
      forms.put(path, 404);
    }

    SignedInPages pages = new SignedInPages(glasnost).as("reviewer.confidential");
    forms.forEach(
        (path, status) -> {
          HttpResponse<String> answer = lines.oneMore("ACCESS_REFUSED", path, pages, Map.of());
          assertThat(answer.statusCode()).as(path).isEqualTo(status);
          assertThat(answer.body()).as(path).doesNotContain("A form refused");
        });
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatARuleRefusesAtTheFormHasOneLineOfIt(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("A form to mend"));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    String resting = work.atRest(Papers.MEMO, Papers.fields("A form to mend"));

    Lines reviewer = new Lines(glasnost, "reviewer.state");
    SignedInPages reviewing = new SignedInPages(glasnost).as("reviewer.state");
    refused(
        reviewer.oneMore(
            "ACTION_REFUSED",
            "/tasks/" + task + "/complete",
            reviewing,
            Map.of("determination", "SUSTAIN")),
        422);

    Lines intake = new Lines(glasnost, "intake.nara");
    SignedInPages registering = new SignedInPages(glasnost).as("intake.nara");
    refused(intake.oneMore("ACTION_REFUSED", "/intake", registering, Map.of("title", "x")), 422);
    String correct = "/documents/" + resting + "/correct";
    refused(
        intake.oneMore("ACTION_REFUSED", correct, registering, Map.of("title", "Without reason")),
        422);
    refused(
        intake.oneMore(
            "ACTION_REFUSED", "/documents/" + resting + "/withdraw", registering, Map.of()),
        422);
    // Not read: no attempt over the API either.
    refused(
        intake.none("/intake", registering, Map.of("title", "x", "documentDate", "yesterday")),
        400);
    refused(
        intake.oneMore(
            "ACTION_REFUSED",
            "/documents/" + resting + "/withdraw",
            registering,
            Map.of("reason", "x", "version", "999")),
        412);

    Lines records = new Lines(glasnost, "records.nara");
    SignedInPages ordering = new SignedInPages(glasnost).as("records.nara");
    refused(records.oneMore("ACTION_REFUSED", "/reviews/new", ordering, Map.of()), 422);

    Lines admin = new Lines(glasnost, "admin");
    SignedInPages deploying = new SignedInPages(glasnost).as("admin");
    refused(admin.oneMore("ACTION_REFUSED", "/deployments", deploying, Map.of()), 422);
    refused(
        admin.oneMore(
            "ACTION_REFUSED",
            "/password",
            deploying,
            Map.of("current", "wrong", "chosen", "four new words", "again", "four new words")),
        409);

    Lines officer = new Lines(glasnost, "security");
    SignedInPages desk = new SignedInPages(glasnost).as("security");
    refused(officer.oneMore("ACTION_REFUSED", "/people/new", desk, Map.of()), 422);
  }

  private static void refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  /** The journal's lines of what one person was refused. */
  private static final class Lines {
    private final RunningGlasnost glasnost;
    private final String of;

    Lines(RunningGlasnost glasnost, String userName) {
      this.glasnost = glasnost;
      this.of = new Staff(glasnost).id(userName);
    }

    /** Sends a form of which the journal has one line afterwards, and no other. */
    HttpResponse<String> oneMore(
        String kind, String path, SignedInPages pages, Map<String, String> fields) {
      List<JsonNode> before = latest();
      HttpResponse<String> answer = pages.sends("/", path, fields);
      List<JsonNode> after = latest();
      assertThat(after).as("%s: %s", path, answer.statusCode()).isNotEmpty();
      JsonNode line = after.get(0);
      assertThat(line.path("kind").asString()).as(path).isEqualTo(kind);
      assertThat(line.path("after").path("asked").asString())
          .as(path)
          .startsWith("POST ")
          .endsWith(path.substring(path.lastIndexOf('/')).replace("/role", "/{kind}"));
      List<String> known = ids(before);
      assertThat(ids(after).subList(1, after.size()))
          .as(path)
          .isEqualTo(known.subList(0, after.size() - 1));
      return answer;
    }

    /** Sends a form of which the journal has no line. */
    HttpResponse<String> none(String path, SignedInPages pages, Map<String, String> fields) {
      List<String> before = ids(latest());
      HttpResponse<String> answer = pages.sends("/", path, fields);
      assertThat(ids(latest())).as(path).isEqualTo(before);
      return answer;
    }

    private List<JsonNode> latest() {
      List<JsonNode> refusals = new ArrayList<>();
      glasnost
          .as("auditor")
          .get("/api/journal/events?limit=20&order=desc&actor=" + of)
          .json()
          .path("items")
          .valueStream()
          .filter(line -> line.path("kind").asString().endsWith("_REFUSED"))
          .forEach(refusals::add);
      return refusals;
    }

    private static List<String> ids(List<JsonNode> lines) {
      return lines.stream().map(line -> line.path("id").asString()).toList();
    }
  }
}
