package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.Accreditation;
import org.glasnost.review.Signing;
import org.glasnost.review.TakingStep;
import org.glasnost.rule.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is refused says so in its answer or in the journal, and the record stands as it stood. */
class NothingChangedIT {
  private static final String TEXT = "SECRET\nDECL: OADR\n\nThis text is fictitious.\n";
  private static final Map<String, Object> FIELDS =
      Papers.fields("A fictitious memorandum", "1985-03-25");
  private static final String REASON = "a reason that is not told";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theFirstReviewerAtTheSecondReview(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    String second = work.open("reviewer2.state", "SECOND_REVIEW", document);
    Standing before = Standing.of(glasnost, document);
    Caller first = glasnost.as("reviewer.state");

    String task = "/api/tasks/" + second;
    for (Supplier<Caller.Answer> attempt :
        List.<Supplier<Caller.Answer>>of(
            () -> first.post(task + "/claim"),
            () -> first.post(task + "/complete", Decisions.inFull()))) {
      Caller.Answer refused = attempt.get();
      assertThat(refused.status()).as(refused.body()).isEqualTo(403);
      assertThat(refused.rules()).containsExactly("REV-0002");
      Standing.refusedLast(glasnost, document, "ACCESS_REFUSED", "REV-0002", "reviewer.state");
    }
    Caller.Answer assigned =
        glasnost
            .as("senior.state")
            .post("/api/tasks/" + second + "/assign", Map.of("assignee", "reviewer.state"));
    assertThat(assigned.status()).isEqualTo(422);
    assertThat(assigned.rules()).containsExactly("TSK-0006");
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anAuthorityWithoutADelegationAtTheSignature(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = toBeSigned(work);
    String signature = work.open("authority.state", "SIGNATURE", document);
    Standing before = Standing.of(glasnost, document);
    Caller other = glasnost.as("authority.nara");

    String task = "/api/tasks/" + signature;
    for (Supplier<Caller.Answer> attempt :
        List.<Supplier<Caller.Answer>>of(
            () -> other.post(task + "/claim"),
            () -> other.post(task + "/complete", Map.of("sign", true, "reason", REASON)))) {
      Caller.Answer refused = attempt.get();
      assertThat(refused.status()).as(refused.body()).isEqualTo(404);
      assertThat(refused.body()).doesNotContain(REASON).doesNotContain("fictitious");
      Standing.refusedLast(glasnost, document, "ACCESS_REFUSED", "ACC-0001", "authority.nara");
    }
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aTaskThatIsDoneOrTakenOrNotClaimed(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    String first = work.open("reviewer.state", "FIRST_REVIEW", document);
    Caller reviewer = glasnost.as("reviewer.state");
    Caller.Answer unclaimed =
        reviewer.post("/api/tasks/" + first + "/complete", Decisions.inFull());
    assertThat(unclaimed.status()).isEqualTo(409);
    assertThat(unclaimed.rules()).containsExactly("TSK-0002");

    List<Caller.Answer> claims =
        Stream.of("reviewer.state", "reviewer2.state")
            .map(
                name ->
                    CompletableFuture.supplyAsync(
                        () -> glasnost.as(name).post("/api/tasks/" + first + "/claim")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(claims).extracting(Caller.Answer::status).containsExactlyInAnyOrder(200, 409);
    boolean mine = claims.get(0).status() == 200;
    Caller.Answer late = claims.get(mine ? 1 : 0);
    assertThat(late.rules()).containsExactly("TSK-0003");
    String loser = mine ? "reviewer2.state" : "reviewer.state";
    Standing.refusedLast(glasnost, document, "ACTION_REFUSED", "TSK-0003", loser);
    Caller winner = glasnost.as(mine ? "reviewer.state" : "reviewer2.state");
    assertThat(winner.post("/api/tasks/" + first + "/complete", Decisions.inFull()).status())
        .isEqualTo(200);

    Standing before = Standing.of(glasnost, document);
    Caller.Answer again = winner.post("/api/tasks/" + first + "/complete", Decisions.inFull());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.rules()).containsExactly("TSK-0001");
    Standing.refusedLast(glasnost, document, "ACTION_REFUSED", "TSK-0001", winner.userName());
    assertThat(winner.post("/api/tasks/" + first + "/claim").status()).isEqualTo(409);
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDecisionThatIsNotWhole(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(TEXT, FIELDS);
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);
    Caller reviewer = glasnost.as("reviewer.state");
    List<String> portions = work.portions("reviewer.state", document);
    String last = portions.get(portions.size() - 1);
    Standing before = Standing.of(glasnost, document);

    Map<String, Object> silent = new LinkedHashMap<>(Decisions.sustain(portions));
    silent.remove("reason");
    Map<String, Object> partly = new LinkedHashMap<>(Decisions.sustain(portions));
    partly.put("portions", List.of(Map.of("portion", last, "decision", "RELEASE")));
    Map<String, List<Map<String, Object>>> refused = new LinkedHashMap<>();
    refused.put("REV-0011", List.of(silent));
    refused.put("REV-0014", List.of(partly));
    refused.put("REV-0021", List.of(Decisions.inPart(portions, last, 0, 100_000, "3.3(b)(6)")));
    refused.put(
        "REV-0020",
        List.of(
            Decisions.inPart(portions, last, -1, 2, "3.3(b)(6)"),
            Decisions.inPart(portions, last, 3, 3, "3.3(b)(6)")));
    refused.forEach(
        (rule, bodies) ->
            bodies.forEach(
                body -> {
                  Caller.Answer answer = reviewer.post("/api/tasks/" + task + "/complete", body);
                  assertThat(answer.status()).as(answer.body()).isEqualTo(422);
                  assertThat(answer.rules()).contains(rule);
                  Standing.refusedLast(
                      glasnost, document, "ACTION_REFUSED", rule, "reviewer.state");
                }));
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aMarkingAboveTheAccreditation(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, FIELDS);
    String task = work.claim("classifier.state", "MARKING_REVIEW", document);
    Map<String, Object> higher =
        Work.acceptance(
            glasnost.as("classifier.state").get("/api/documents/" + document).json(),
            Map.of("level", "TOP_SECRET", "verbatim", "TOP SECRET"));
    Standing before = Standing.of(glasnost, document);
    long stored = rows(glasnost);

    accreditedTo(
        glasnost,
        ClassificationLevel.SECRET,
        () -> {
          Map<String, Object> body = new LinkedHashMap<>(FIELDS);
          body.put("text", "TOP " + TEXT);
          Caller.Answer refused = glasnost.as("intake.nara").post("/api/documents", body);
          assertThat(refused.status()).as(refused.body()).isEqualTo(422);
          assertThat(refused.rules()).containsExactly("DOC-0007");
          assertThat(refused.json().path("findings").get(0).path("message").asString())
              .contains("TOP SECRET")
              .contains("Nothing was stored");
          Caller.Answer stated =
              glasnost.as("classifier.state").post("/api/tasks/" + task + "/complete", higher);
          assertThat(stated.status()).as(stated.body()).isEqualTo(422);
          assertThat(stated.rules()).containsExactly("DOC-0007");
        });
    Standing.refusedLast(glasnost, document, "ACTION_REFUSED", "DOC-0007", "classifier.state");
    assertThat(rows(glasnost)).isEqualTo(stored);
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDeterminationOfAnotherDay(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = toBeSigned(work);
    work.claim("authority.state", "SIGNATURE", document);
    Standing before = Standing.of(glasnost, document);
    Person authority = glasnost.part(People.class).byUserName("authority.state").orElseThrow();
    TakingStep.Course course =
        new TakingStep.Course(
            UUID.fromString(before.document().path("review").asString()),
            UUID.fromString(document));
    Occasion occasion =
        new Occasion(
            authority.actor(), null, null, null, Occasion.ClientClass.SYSTEM, "of this test");
    TransactionTemplate transaction =
        new TransactionTemplate(glasnost.part(PlatformTransactionManager.class));

    for (LocalDate day : List.of(LocalDate.of(2000, 7, 25), LocalDate.of(2999, 1, 1))) {
      Refused refused =
          catchThrowableOfType(
              Refused.class,
              () ->
                  transaction.executeWithoutResult(
                      open ->
                          glasnost
                              .part(Signing.class)
                              .sign(course, day, "back then", authority, occasion)));
      assertThat(refused.findings())
          .extracting(finding -> finding.rule().value())
          .containsExactly("REV-0100");
    }
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aHistoricActionOfADayAfterTheRegistration(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, FIELDS);
    work.acceptsAll("classifier.state", document);
    Standing before = Standing.of(glasnost, document);

    for (String day : List.of("2999-01-01", "1985-03-24")) {
      Caller.Answer refused =
          glasnost.as("records.nara").post("/api/reviews", Decisions.historic(document, day));
      assertThat(refused.status()).as(refused.body()).isEqualTo(422);
      assertThat(refused.rules()).containsExactly("REV-0089");
    }
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anUploadThatIsNoText(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller intake = glasnost.as("intake.nara");
    long stored = rows(glasnost);
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("", "DOC-0003");
    refused.put(" \r\n\t\n", "DOC-0003");
    refused.put("\uFEFF", "DOC-0003");
    refused.put("S\0E\0C\0R\0E\0T\0", "DOC-0015");
    refused.put("half of a pair: \uD83D", "DOC-0004");
    refused.forEach(
        (text, rule) -> {
          Map<String, Object> body = new LinkedHashMap<>(FIELDS);
          body.put("text", text);
          // Half of a pair has no form in UTF-8; in JSON it stands as an escape.
          String json = Caller.JSON.writeValueAsString(body).replace("\uD83D", "\\ud83d");
          Caller.Answer answer = intake.post("/api/documents", json);
          assertThat(answer.status()).as(answer.body()).isEqualTo(422);
          assertThat(answer.rules()).containsExactly(rule);
        });
    for (String field : List.of("title", "author", "controlNumber", "caseNumber", "item")) {
      Map<String, Object> body = new LinkedHashMap<>(FIELDS);
      body.put("text", TEXT);
      body.put(field, "with \0 in it");
      Caller.Answer answer = intake.post("/api/documents", Caller.JSON.writeValueAsString(body));
      assertThat(answer.status()).as("%s: %s", field, answer.body()).isEqualTo(422);
      assertThat(answer.rules()).containsExactly("DOC-0013");
    }
    assertThat(intake.get("/api/documents?case=%00").status()).isEqualTo(400);
    assertThat(rows(glasnost)).isEqualTo(stored);
  }

  /** Holds the running system to a lower accreditation for as long as something is tried. */
  private static void accreditedTo(
      RunningGlasnost glasnost, ClassificationLevel ceiling, Runnable tried) {
    Object protecting = glasnost.named("protecting");
    Object accredited = ReflectionTestUtils.getField(protecting, "accreditation");
    ReflectionTestUtils.setField(protecting, "accreditation", new Accreditation(ceiling));
    try {
      tried.run();
    } finally {
      ReflectionTestUtils.setField(protecting, "accreditation", accredited);
    }
  }

  /** How much is stored of documents and their content, whoever may see it. */
  private static long rows(RunningGlasnost glasnost) {
    List<Long> counts = new ArrayList<>();
    for (String table : List.of("document", "content_item", "content_key", "portion")) {
      counts.add(
          glasnost
              .part(JdbcClient.class)
              .sql("select count(*) from " + table)
              .query(Long.class)
              .single());
    }
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  private static String toBeSigned(Work work) {
    String document = work.underReview(TEXT, FIELDS);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    return document;
  }
}
