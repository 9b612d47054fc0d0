package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A parameter that comes twice is refused, as nothing says which of the two counts. */
class TwiceIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isRefusedByEveryOperationThatTakesItOnce(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller caller = glasnost.as("auditor");
    List<String> passed = new ArrayList<>();
    int asked = 0;
    for (var path : caller.get("/api/openapi").json().path("paths").properties()) {
      if (path.getKey().startsWith("/api/")) {
        for (JsonNode parameter : path.getValue().at("/get/parameters")) {
          if (parameter.path("in").asString("").equals("query")) {
            asked++;
            String name = parameter.path("name").asString();
            String filled = path.getKey().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            Caller.Answer answer = caller.get(filled + "?" + name + "=1&" + name + "=2");
            if (answer.status() != 400 || !answer.rules().contains("WEB-0018")) {
              passed.add(path.getKey() + " " + name + " " + answer.status());
            }
          }
        }
      }
    }
    assertThat(passed).isEmpty();
    assertThat(asked).isGreaterThan(40);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isRefusedByPagesInTheAddressInTheFormAndInBoth(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document =
        new Work(glasnost).registers(Papers.MEMO, Papers.fields("A fictitious record, sent twice"));
    Standing before = Standing.of(glasnost, document);
    Tab intake = new Tab(glasnost).signsIn("intake.nara");
    String page = "/documents/" + document;
    intake.reads(page + "/correct");

    refused(intake.reads("/documents?q=a&q=b"));
    refused(intake.reads("/documents?state=PROTECTED&state=UNDER_REVIEW"));
    refused(intake.reads(page + "?sheet=1&sheet=2"));
    refused(
        intake.sends(page + "/withdraw?reason=of+the+address", Map.of("reason", "of+the+form")));
    refused(intake.sends(page + "/withdraw", Map.of("reason", "one&reason=another")));
    refused(intake.sends(page + "/withdraw?version=9", Map.of("reason", "x&version=1")));
    refused(
        intake.sends(
            page + "/correct?title=Of+the+address",
            Map.of("title", "Of+the+form", "reason", "a+slip")));
    refused(
        intake.sends(page + "/correct", Map.of("title", "One&title=Another", "reason", "a+slip")));
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);

    Tab auditor = new Tab(glasnost).signsIn("auditor");
    refused(auditor.reads("/journal?kind=RELEASED&kind=SIGNED_IN"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatATaskTakesOnceIsNotSaidTwice(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("A fictitious decision, twice"));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    Standing before = Standing.of(glasnost, document);
    Tab reviewer = new Tab(glasnost).signsIn("reviewer.state");
    reviewer.reads("/tasks/" + task);
    String decision = "%2Fdetermination";
    refused(
        reviewer.sends(
            "/tasks/" + task + "/complete",
            Map.of(
                decision,
                "DECLASSIFY_IN_FULL&" + decision + "=SUSTAIN",
                "%2Freason",
                "nothing+in+it")));
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatMayComeSeveralTimesDoes(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String one = work.atRest(Papers.MEMO, Papers.fields("The one fictitious record"));
    String other = work.atRest(Papers.MEMO, Papers.fields("The other fictitious record"));
    Tab records = new Tab(glasnost).signsIn("records.nara");
    records.reads("/reviews/new");
    HttpResponse<String> ordered =
        records.sends(
            "/reviews/new", Map.of("kind", "SYSTEMATIC", "documents", one + "&documents=" + other));
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(303);
    for (String document : List.of(one, other)) {
      assertThat(
              glasnost
                  .as("records.nara")
                  .get("/api/documents/" + document)
                  .json()
                  .path("state")
                  .asString())
          .isEqualTo("UNDER_REVIEW");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theSignInTakesNothingInItsAddress(Databases database) throws Exception {
    Tab tab = new Tab(RunningGlasnost.on(database));
    tab.reads("/login");
    Map<String, String> form = Map.of("username", "intake.nara", "password", "intake.nara");
    for (String address :
        List.of("username=reviewer.state&password=reviewer.state", "password=x", "continue")) {
      HttpResponse<String> answer = tab.sends("/login?" + address, form);
      assertThat(answer.statusCode()).as(address).isEqualTo(400);
      assertThat(answer.body()).contains("takes nothing in its address");
      assertThat(tab.isSignedIn()).as(address).isFalse();
      tab.reads("/login");
    }
    for (String twice : List.of("intake.nara&username=auditor", "auditor&username=intake.nara")) {
      assertThat(
              tab.sends("/login", Map.of("username", twice, "password", "intake.nara"))
                  .statusCode())
          .as(twice)
          .isEqualTo(400);
      tab.reads("/login");
    }
    assertThat(tab.sends("/login", form).statusCode()).as("the form alone").isEqualTo(302);
    assertThat(tab.isSignedIn()).isTrue();
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("comes more than once");
  }
}
