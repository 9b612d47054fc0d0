package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a signed-in person tried and was refused has one line, with the rule; nobody's has none. */
class RefusedAttemptsIT {
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatWantsARoleOneHasNotIsToldWithTheRule(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("Refused for want of a role"));
    Caller reviewer = glasnost.as("reviewer.state");
    String task = work.open("reviewer.state", "FIRST_REVIEW", document);
    Attempts attempts = new Attempts(glasnost, "reviewer.state");

    attempts.refused(403, "WEB-0023", null, () -> reviewer.get("/actuator/metrics"));
    attempts.refused(403, "JRN-0010", null, () -> reviewer.get("/api/journal/events"));
    attempts.refused(
        403,
        "DOC-0040",
        document,
        () -> reviewer.post("/api/documents/" + document + "/withdraw", Map.of("reason", "no")));
    attempts.refused(
        403,
        "TSK-0004",
        document,
        () ->
            reviewer.post("/api/tasks/" + task + "/assign", Map.of("assignee", "reviewer2.state")));
    attempts.refused(
        403, "ACC-0002", document, () -> reviewer.get("/api/documents/" + document + "/text"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theTextAskedForOnAPageIsAnAttemptThoughThePageIsShown(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document =
        new Work(glasnost).underReview(Papers.MEMO, Papers.fields("Asked for by its address"));
    Attempts attempts = new Attempts(glasnost, "reviewer.state");
    SignedInPages pages = new SignedInPages(glasnost).as("reviewer.state");

    String before = attempts.last();
    assertThat(pages.reads("/documents/" + document).statusCode()).isEqualTo(200);
    assertThat(attempts.since(before)).isEmpty();
    assertThat(pages.reads("/documents/" + document + "?text").statusCode()).isEqualTo(200);
    List<JsonNode> since = attempts.since(before);
    assertThat(since).hasSize(1);
    assertThat(since.get(0).path("reasonCode").asString()).isEqualTo("ACC-0002");
    assertThat(since.get(0).path("document").asString()).isEqualTo(document);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsTriedOnAStaleViewOrTwiceUnderOneKeyIsTold(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.atRest(Papers.MEMO, Papers.fields("Changed meanwhile"));
    Caller intake = glasnost.as("intake.nara");
    Attempts attempts = new Attempts(glasnost, "intake.nara");

    attempts.refused(
        412,
        "WEB-0008",
        document,
        () ->
            intake
                .with("If-Match", "\"999\"")
                .post("/api/documents/" + document + "/withdraw", Map.of("reason", "stale")));

    Caller keyed = intake.with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> body = Map.of("title", "A fictitious paper", "text", Papers.MEMO);
    assertThat(keyed.post("/api/documents", body).status()).isEqualTo(201);
    attempts.refused(
        422,
        null,
        null,
        () -> keyed.post("/api/documents", Map.of("title", "Another", "text", Papers.MEMO)));
  }

  /** Before any controller, and before the body is read. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsRefusedAtTheDoorIsTold(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller reviewer = glasnost.as("reviewer.state");
    String token =
        reviewer
            .post(
                "/api/me/tokens",
                Map.of(
                    "name",
                    "to read",
                    "scopes",
                    List.of("read"),
                    "expiresOn",
                    LocalDate.now(ZoneOffset.UTC).plusDays(1).toString()))
            .json()
            .path("token")
            .asString();
    Caller program = Caller.bearing(glasnost.address(), token);
    Attempts attempts = new Attempts(glasnost, "reviewer.state");

    attempts.refused(
        403,
        "ACC-0028",
        null,
        () -> program.post("/api/documents", Map.of("title", "x", "text", "y")));
    attempts.refused(
        413, "WEB-0007", null, () -> reviewer.post("/api/documents", "x".repeat(65 * 1024 * 1024)));
  }

  /** An auditor reads the line of their own question: it is the same whether or not it is there. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void anAuditorDoesNotLearnByTheLinesWhatThereIs(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String beyond =
        new Work(glasnost)
            .registers(
                Papers.MEMO.replace("CONFIDENTIAL", "TOP SECRET//HCS-P//NOFORN"),
                Papers.fields("Beyond the auditor"));
    Caller auditor = glasnost.as("auditor");
    for (String id : List.of(beyond, UUID.randomUUID().toString())) {
      assertThat(auditor.get("/api/documents/" + id).status()).isEqualTo(404);
      sealed(auditor, "ACCESS_REFUSED", id);
      assertThat(auditor.get("/api/journal/events?document=" + id).json().path("items")).isEmpty();
      sealed(auditor, "JOURNAL_READ", id);
      assertThat(auditor.get("/api/journal/export?document=" + id).status()).isEqualTo(200);
      sealed(auditor, "EXPORTED", id);
    }
    String known = new Work(glasnost).registers(Papers.MEMO, Papers.fields("Open to the auditor"));
    auditor.get("/api/journal/events?document=" + known);
    assertThat(newest(auditor, "JOURNAL_READ").path("after").path("document").asString())
        .isEqualTo(known);
    // What others ask for in vain is no secret of a record, and worth a look.
    assertThat(glasnost.as("reviewer.state").get("/api/documents/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(newest(auditor, "ACCESS_REFUSED").path("sealed").booleanValue()).isFalse();
  }

  private static void sealed(Caller auditor, String kind, String id) {
    JsonNode line = newest(auditor, kind);
    assertThat(line.path("sealed").booleanValue()).as("%s of %s", kind, id).isTrue();
    assertThat(line.path("document").isNull()).isTrue();
    assertThat(line.path("after").isNull()).isTrue();
  }

  private static JsonNode newest(Caller auditor, String kind) {
    return auditor
        .get("/api/journal/events?limit=1&order=desc&kind=" + kind)
        .json()
        .path("items")
        .get(0);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatCannotBeReadAndWhatNobodyAskedHasNoLine(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = new Work(glasnost).atRest(Papers.MEMO, Papers.fields("Not asked at all"));
    String path = "/api/documents/" + document;
    Attempts attempts = new Attempts(glasnost, "intake.nara");
    String before = attempts.last();

    assertThat(glasnost.as("intake.nara").post(path + "/withdraw", "{\"reason\":").status())
        .isEqualTo(400);
    assertThat(attempts.since(before)).isEmpty();

    String last = last(glasnost);
    for (int i = 0; i < 20; i++) {
      assertThat(Caller.nobody(glasnost.address()).get(path).status()).isEqualTo(401);
      assertThat(Caller.nobody(glasnost.address()).get(path + "/text").status()).isEqualTo(401);
      assertThat(Caller.nobody(glasnost.address()).get("/actuator/metrics").status())
          .isEqualTo(401);
    }
    assertThat(last(glasnost)).as("whoever is not signed in fills no journal").isEqualTo(last);
  }

  /** The newest event about anything but the auditor's own questions. */
  private static String last(RunningGlasnost glasnost) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?limit=200&order=desc")
        .json()
        .path("items")
        .valueStream()
        .filter(line -> line.path("kind").asString().endsWith("_REFUSED"))
        .findFirst()
        .map(line -> line.path("id").asString())
        .orElse("");
  }

  /** What one person was refused, as the journal tells it. */
  private record Attempts(RunningGlasnost glasnost, String actor) {
    Attempts {
      actor = new Staff(glasnost).id(actor);
    }

    /** One attempt, of which there is one line more. */
    void refused(
        int status,
        @Nullable String rule,
        @Nullable String document,
        Supplier<Caller.Answer> attempt) {
      String before = last();
      Caller.Answer answer = attempt.get();
      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      List<JsonNode> since = since(before);
      assertThat(since).hasSize(1);
      JsonNode line = since.get(0);
      String expected = rule == null ? answer.rules().get(0) : rule;
      assertThat(line.path("reasonCode").asString()).isEqualTo(expected);
      assertThat(answer.rules()).contains(expected);
      if (document != null) {
        assertThat(line.path("document").asString()).isEqualTo(document);
      }
    }

    /** The newest of them; empty where there is none. */
    String last() {
      List<JsonNode> all = latest();
      return all.isEmpty() ? "" : all.get(0).path("id").asString();
    }

    /** Those after one of them, the newest first. */
    List<JsonNode> since(String last) {
      return latest().stream().takeWhile(line -> !line.path("id").asString().equals(last)).toList();
    }

    private List<JsonNode> latest() {
      return glasnost
          .as("auditor")
          .get("/api/journal/events?limit=200&order=desc&actor=" + actor)
          .json()
          .path("items")
          .valueStream()
          .filter(line -> line.path("kind").asString().endsWith("_REFUSED"))
          .toList();
    }
  }
}
