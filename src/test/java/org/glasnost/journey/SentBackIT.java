package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Work that is sent back: to whom it goes, and that they are told why. */
class SentBackIT {
  private static final String TEXT =
      "SECRET\nDECL: OADR\n\nThis text is fictitious and goes back and forth.\n";
  private static final String BASIS = "3.3(b)(6)";
  private static final Map<String, Object> FIELDS =
      Papers.fields("A fictitious memorandum", "1985-03-25");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aReturnedReviewIsDoneAgain(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    String second = work.claim("reviewer2.state", "SECOND_REVIEW", document);
    Caller reviewer2 = glasnost.as("reviewer2.state");
    String path = "/api/tasks/" + second + "/complete";

    Caller.Answer silent = reviewer2.post(path, Map.of("return", true));
    assertThat(silent.status()).as(silent.body()).isEqualTo(422);
    Map<String, Object> both = new LinkedHashMap<>(Decisions.inFull());
    both.put("return", true);
    Caller.Answer decidedToo = reviewer2.post(path, both);
    assertThat(decidedToo.status()).isEqualTo(422);
    assertThat(decidedToo.rules()).containsExactly("TSK-0010");
    Caller.Answer returned = reviewer2.post(path, Map.of("return", true, "reason", "look at p2"));
    assertThat(returned.status()).as(returned.body()).isEqualTo(200);
    assertThat(outcome(glasnost, document)).isEqualTo("RETURNED");

    tellsWhy(glasnost, "reviewer.state", "FIRST_REVIEW", document, "look at p2");
    assertThat(tasks(glasnost, "reviewer2.state", document)).isEmpty();
    work.decides(document, Decisions.inFull());
    assertThat(state(glasnost, document)).isEqualTo("RELEASE_PENDING");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRefusedSignatureGoesBackToTheSecondReview(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    JsonNode before = markings(glasnost, document);
    work.does(
        "authority.state", "SIGNATURE", document, Map.of("sign", false, "reason", "not proven"));

    assertThat(markings(glasnost, document)).isEqualTo(before);
    assertThat(state(glasnost, document)).isEqualTo("UNDER_REVIEW");
    tellsWhy(glasnost, "reviewer2.state", "SECOND_REVIEW", document, "not proven");
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    assertThat(state(glasnost, document)).isEqualTo("RELEASE_PENDING");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRefusedSignatureGoesBackToTheAdjudicationWhereThereWasOne(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    List<String> portions = work.portions("records.nara", document);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.sustain(portions));
    work.does("senior.state", "ADJUDICATION", document, Decisions.inFull());
    work.does(
        "authority.state", "SIGNATURE", document, Map.of("sign", false, "reason", "too much"));

    tellsWhy(glasnost, "senior.state", "ADJUDICATION", document, "too much");
    work.does("senior.state", "ADJUDICATION", document, Decisions.sustain(portions));
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    JsonNode sustained = glasnost.as("records.nara").get("/api/documents/" + document).json();
    assertThat(sustained.path("state").asString()).isEqualTo("PROTECTED");
    assertThat(sustained.path("marking").path("level").asString()).isEqualTo("SECRET");
    assertThat(sustained.path("declassification").path("line").asString())
        .isEqualTo("25X6, 20350324");
    work.beginsReview(document);
    assertThat(state(glasnost, document)).isEqualTo("UNDER_REVIEW");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aFailedCheckAndADeclinedReleaseGoBackToTheRedaction(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    List<String> portions = work.portions("records.nara", document);
    String last = portions.get(portions.size() - 1);
    work.decides(document, Decisions.inPart(portions, last, 5, 9, BASIS));
    Map<String, Object> redaction = Decisions.redaction(last, 5, 9, BASIS);
    String task = work.claim("redactor.nara", "REDACTION", document);
    Caller.Answer other =
        glasnost
            .as("redactor.nara")
            .post("/api/tasks/" + task + "/complete", Decisions.redaction(last, 5, 10, BASIS));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.rules()).containsExactly("RLS-0015");
    assertThat(
            glasnost
                .as("redactor.nara")
                .post("/api/tasks/" + task + "/complete", redaction)
                .status())
        .isEqualTo(200);

    String check = work.open("redactor2.nara", "REDACTION_CHECK", document);
    Caller.Answer own = glasnost.as("redactor.nara").post("/api/tasks/" + check + "/claim");
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.rules()).containsExactly("REV-0002");
    work.does(
        "redactor2.nara",
        "REDACTION_CHECK",
        document,
        Map.of("accept", false, "reason", "one letter is left"));
    assertThat(state(glasnost, document)).isEqualTo("RELEASE_PENDING");
    tellsWhy(glasnost, "redactor.nara", "REDACTION", document, "one letter is left");
    work.does("redactor.nara", "REDACTION", document, redaction);
    work.does(
        "redactor2.nara", "REDACTION_CHECK", document, Map.of("accept", true, "reason", "done"));

    work.does(
        "records.nara", "RELEASE", document, Map.of("release", false, "reason", "wait a week"));
    assertThat(released(glasnost, document).status()).isEqualTo(404);
    assertThat(kinds(glasnost, document)).contains("RELEASE_DECLINED");
    tellsWhy(glasnost, "redactor.nara", "REDACTION", document, "wait a week");
    work.does("redactor.nara", "REDACTION", document, redaction);
    work.does(
        "redactor2.nara", "REDACTION_CHECK", document, Map.of("accept", true, "reason", "done"));
    work.does("records.nara", "RELEASE", document, Map.of("release", true, "reason", "now"));
    assertThat(released(glasnost, document).status()).isEqualTo(200);
    assertThat(state(glasnost, document)).isEqualTo("RELEASED_IN_PART");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDeclinedReleaseOfTheWholeStaysOpen(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    work.decides(document, Decisions.inFull());
    String task = work.claim("records.nara", "RELEASE", document);
    Caller records = glasnost.as("records.nara");
    Caller.Answer declined =
        records.post(
            "/api/tasks/" + task + "/complete", Map.of("release", false, "reason", "not today"));
    assertThat(declined.status()).as(declined.body()).isEqualTo(200);
    assertThat(declined.json().path("completedAt").isNull()).isTrue();
    assertThat(declined.json().path("note").asString()).isEqualTo("not today");
    assertThat(released(glasnost, document).status()).isEqualTo(404);
    assertThat(kinds(glasnost, document)).contains("RELEASE_DECLINED").doesNotContain("RELEASED");
    Caller.Answer given =
        records.post("/api/tasks/" + task + "/complete", Map.of("release", true, "reason", "now"));
    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertThat(state(glasnost, document)).isEqualTo("RELEASED_IN_FULL");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aReferralWaitsForTheAnswerWithItsEvidence(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, FIELDS);
    work.acceptsAll("classifier.state", document);
    work.orders("SYSTEMATIC", List.of(document));
    List<String> portions = work.portions("records.nara", document);
    String last = portions.get(portions.size() - 1);
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        document,
        Map.of("equities", List.of(Map.of("portion", last, "agency", "CIA")), "reason", "seen"));
    Map<String, Object> refer = new LinkedHashMap<>(Decisions.sustain(portions));
    refer.remove("instruction");
    refer.put("determination", "REFER");
    refer.put(
        "referrals",
        List.of(Map.of("agency", "CIA", "portions", List.of(last), "reason", "theirs")));
    work.does("reviewer.state", "FIRST_REVIEW", document, refer);
    assertThat(tasks(glasnost, "reviewer2.state", document)).isEmpty();

    String task = work.claim("coordinator.nara", "REFERRAL_ANSWER", document);
    Caller coordinator = glasnost.as("coordinator.nara");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("agency", "CIA");
    answer.put("portions", List.of(Map.of("portion", last, "decision", "RELEASE")));
    answer.put("answeredOn", "2026-01-05");
    answer.put("evidence", "letter of that day");
    answer.put("reason", "no objection");
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "agency",
                "NSC",
                "evidence",
                " ",
                "answeredOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(2).toString(),
                "portions",
                List.of(),
                "reason",
                "")
            .entrySet()) {
      Map<String, Object> body = new LinkedHashMap<>(answer);
      body.put(wrong.getKey(), wrong.getValue());
      Caller.Answer refused = coordinator.post("/api/tasks/" + task + "/complete", body);
      assertThat(refused.status()).as("%s: %s", wrong, refused.body()).isEqualTo(422);
      assertThat(refused.rules()).as("%s", wrong).isNotEmpty();
    }
    assertThat(coordinator.post("/api/tasks/" + task + "/complete", answer).status())
        .isEqualTo(200);
    assertThat(kinds(glasnost, document)).contains("REFERRAL_ANSWERED");
    JsonNode review =
        glasnost
            .as("records.nara")
            .get(
                "/api/reviews/"
                    + glasnost
                        .as("records.nara")
                        .get("/api/documents/" + document)
                        .json()
                        .path("review")
                        .asString())
            .json();
    assertThat(review.path("referrals").toString()).contains("CIA").contains(last);

    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    work.does("senior.state", "ADJUDICATION", document, Decisions.inFull());
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    work.does("records.nara", "RELEASE", document, Map.of("release", true, "reason", "done"));
    assertThat(state(glasnost, document)).isEqualTo("RELEASED_IN_FULL");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRecordUnderReviewIsNotCorrectedNorReviewedTwice(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    Standing before = Standing.of(glasnost, document);
    Caller records = glasnost.as("records.nara");

    Caller.Answer corrected =
        records.patch(
            "/api/documents/" + document, "{\"documentDate\":\"1984-01-01\",\"reason\":\"so\"}");
    assertThat(corrected.status()).isEqualTo(409);
    assertThat(corrected.rules()).containsExactly("DOC-0043");
    Caller.Answer withdrawn =
        records.post("/api/documents/" + document + "/withdraw", Map.of("reason", "so"));
    assertThat(withdrawn.status()).isEqualTo(409);
    Caller.Answer twice =
        records.post("/api/reviews", Map.of("kind", "FOIA", "documents", List.of(document)));
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.rules()).containsExactly("REV-0081");
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aYoungRecordIsWithheldOnTheBasesOfTheYoung(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Map<String, Object> young = new LinkedHashMap<>(FIELDS);
    young.put("documentDate", LocalDate.now(ZoneOffset.UTC).minusYears(3).toString());
    String document = work.underReview("SECRET\n\nThis text is fictitious.\n", young);
    List<String> portions = work.portions("records.nara", document);
    String last = portions.get(portions.size() - 1);
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    Caller.Answer old =
        glasnost
            .as("reviewer.state")
            .post(
                "/api/tasks/" + task + "/complete",
                Decisions.inPart(portions, last, 5, 9, "3.3(b)(6)"));
    assertThat(old.status()).as(old.body()).isEqualTo(422);
    assertThat(old.rules()).isNotEmpty();
    Map<String, Object> decision = Decisions.inPart(portions, last, 5, 9, "1.4(d)");
    Caller.Answer decided =
        glasnost.as("reviewer.state").post("/api/tasks/" + task + "/complete", decision);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    work.does("reviewer2.state", "SECOND_REVIEW", document, decision);
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    JsonNode signed = glasnost.as("records.nara").get("/api/documents/" + document).json();
    assertThat(signed.path("state").asString()).isEqualTo("RELEASE_PENDING");
    assertThat(signed.path("marking").path("protectedAs").asString()).isEqualTo("SECRET");
  }

  private static void tellsWhy(
      RunningGlasnost glasnost, String userName, String kind, String document, String reason) {
    String task = new Work(glasnost).open(userName, kind, document);
    Caller caller = glasnost.as(userName);
    // Before it is claimed the reason, which may quote the text, is not shown.
    assertThat(caller.get("/api/tasks/" + task).json().has("note")).isFalse();
    Caller.Answer claimed = caller.post("/api/tasks/" + task + "/claim");
    assertThat(claimed.json().path("note").asString()).isEqualTo(reason);
    assertThat(caller.get("/api/tasks/" + task).json().path("note").asString()).isEqualTo(reason);
    assertThat(caller.post("/api/tasks/" + task + "/unclaim").status()).isEqualTo(200);
  }

  private static String outcome(RunningGlasnost glasnost, String document) {
    JsonNode done =
        glasnost
            .as("auditor")
            .get("/api/journal/events?order=desc&kind=TASK_COMPLETED&document=" + document)
            .json()
            .path("items")
            .get(0);
    return done.path("after").path("secondOutcome").asString();
  }

  private static List<String> kinds(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?limit=200&document=" + document)
        .json()
        .path("items")
        .valueStream()
        .map(event -> event.path("kind").asString())
        .toList();
  }

  private static List<String> tasks(RunningGlasnost glasnost, String userName, String document) {
    return glasnost
        .as(userName)
        .get("/api/tasks?document=" + document)
        .json()
        .path("items")
        .valueStream()
        .map(task -> task.path("kind").asString())
        .toList();
  }

  private static Caller.Answer released(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("reviewer.confidential")
        .get("/api/documents/" + document + "/release", "text/plain");
  }

  private static JsonNode markings(RunningGlasnost glasnost, String document) {
    return glasnost.as("records.nara").get("/api/documents/" + document + "/markings").json();
  }

  private static String state(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("records.nara")
        .get("/api/documents/" + document)
        .json()
        .path("state")
        .asString();
  }
}
