package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Delegation.Authority;
import org.glasnost.authority.OpenAccount;
import org.glasnost.authority.OpeningAccount;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.PolicyRelease;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who acts has had the training that the act rests on, whatever the process lets them claim. */
class TrainingsIT {
  private static final OpenAccount.Scope OVER_STATE =
      new OpenAccount.Scope(Authority.DECLASSIFICATION, "STATE", ClassificationLevel.SECRET);
  private static final Map<String, Object> RETURNED = Map.of("return", true, "reason", "again");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aReviewerWhoseTrainingLapsedIsRefusedUntilTwoOfficersRecordAnother(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired reviewer = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    staff.trained(reviewer, TrainingKind.DECLASSIFICATION);
    LocalDate done = glasnost.part(OfficeDay.class).today().minusYears(2).minusDays(1);
    glasnost
        .part(JdbcClient.class)
        .sql("update training set completed_on = ? where account_id = ?")
        .params(done, UUID.fromString(reviewer.id()))
        .update();
    String document = work.underReview(Papers.MEMO, Papers.fields("After a training"));
    String task = work.claim(reviewer.name(), "FIRST_REVIEW", document);
    Caller caller = glasnost.as(reviewer.name());
    assertThat(caller.put("/api/tasks/" + task + "/draft", "{\"reason\":\"begun\"}").status())
        .isEqualTo(200);
    Standing before = Standing.of(glasnost, document);

    Caller.Answer refused = caller.post("/api/tasks/" + task + "/complete", Decisions.inFull());

    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(refused.rules()).containsExactly("TRN-0003");
    JsonNode finding = refused.json().path("findings").get(0);
    assertThat(finding.path("message").asString())
        .contains("counted until " + done.plusYears(2), "policy of this office, not law");
    assertThat(finding.path("cites")).isEmpty();
    Standing.refusedLast(glasnost, document, "ACCESS_REFUSED", "TRN-0003", reviewer.name());
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);
    assertThat(work.open(reviewer.name(), "FIRST_REVIEW", document)).isEqualTo(task);
    assertThat(caller.get("/api/tasks/" + task + "/draft").json().path("reason").asString())
        .isEqualTo("begun");

    staff.trained(reviewer, TrainingKind.DECLASSIFICATION);
    Caller.Answer decided = caller.post("/api/tasks/" + task + "/complete", Decisions.inFull());
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void noActOfAReviewIsTakenWithoutTheTrainingThatItRestsOn(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Untrained untrained = new Untrained(glasnost);
    String document = work.registers(Papers.MEMO, Papers.fields("By nobody trained"));
    JsonNode seen = glasnost.as("classifier.state").get("/api/documents/" + document).json();

    untrained.marks(document, Work.acceptance(seen, null));
    work.acceptsAll("classifier.state", document);
    work.beginsReview(document);
    Map<String, Object> inPart = Papers.decision(work, document, "p3");
    untrained.reviews(Role.REVIEWER, "FIRST_REVIEW", document, List.of(inPart));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    untrained.reviews(Role.REVIEWER, "SECOND_REVIEW", document, List.of(inPart, RETURNED));
    work.does("reviewer2.state", "SECOND_REVIEW", document, inPart);
    untrained.reviews(Role.SENIOR_REVIEWER, "ADJUDICATION", document, List.of(inPart));
    work.does("senior.state", "ADJUDICATION", document, inPart);
    untrained.signs(
        document,
        List.of(
            Map.of("sign", true, "reason", "agreed"), Map.of("sign", false, "reason", "not so")));
    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    untrained.redacts("REDACTION", document, List.of(Papers.redactions()));
    work.does("redactor.nara", "REDACTION", document, Papers.redactions());
    untrained.redacts(
        "REDACTION_CHECK",
        document,
        List.of(
            Map.of("accept", true, "reason", "read"), Map.of("accept", false, "reason", "read")));
    work.does(
        "redactor2.nara", "REDACTION_CHECK", document, Map.of("accept", true, "reason", "read"));
    work.does("records.nara", "RELEASE", document, Map.of("release", true, "reason", "ready"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theJournalTellsWhatTheOfficeDecidesForItself(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);

    assertThat(staff.lines("POLICY_IN_FORCE", glasnost.part(PolicyRelease.class).id()))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("after").path("officeTrainings").get(0).asString())
                  .isEqualTo("DECLASSIFICATION");
              assertThat(line.path("after").path("twoPersons").asBoolean()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aStartOfTheDemonstrationRenewsNoTraining(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired reviewer = new Staff.Hired(staff.id("reviewer.nsc"), "reviewer.nsc");
    Caller.Answer ended =
        glasnost
            .as("security")
            .post(
                reviewer.path() + "/rights/" + staff.running(reviewer, "TRAINING") + "/end",
                Map.of("reason", "recorded in error"));
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);

    ((ApplicationRunner) glasnost.named("demoAccounts")).run(new DefaultApplicationArguments());

    assertThat(staff.seen(reviewer).path("trainings")).isEmpty();
    staff.trained(reviewer, TrainingKind.DECLASSIFICATION);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nobodyElseIsRecordedAsTrainedWithoutTwoOfficers(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    OpeningAccount opening = glasnost.part(OpeningAccount.class);
    Occasion start =
        new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, "test");
    String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    UUID real =
        opening.open(
            new OpenAccount(
                name,
                "a notional pass phrase",
                name,
                "Notional reviewer",
                "STATE",
                Set.of(Role.REVIEWER),
                null,
                List.of(),
                Set.of(),
                false),
            start);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> opening.recordFirstTraining(real, TrainingKind.DECLASSIFICATION, start));
  }

  /** People who have everything for a task but a training. */
  private record Untrained(RunningGlasnost glasnost) {

    void marks(String document, Map<String, Object> body) {
      refused(
          hired(Role.CLASSIFIER, "STATE"), "MARKING_REVIEW", document, List.of(body), "TRN-0002");
    }

    void reviews(Role role, String kind, String document, List<Map<String, Object>> bodies) {
      refused(hired(role, "STATE"), kind, document, bodies, "TRN-0003");
    }

    void signs(String document, List<Map<String, Object>> bodies) {
      refused(
          hired(Role.DECLASSIFICATION_AUTHORITY, "STATE", OVER_STATE),
          "SIGNATURE",
          document,
          bodies,
          "TRN-0003");
    }

    void redacts(String kind, String document, List<Map<String, Object>> bodies) {
      refused(hired(Role.REDACTOR, "NARA"), kind, document, bodies, "TRN-0003");
    }

    private Staff.Hired hired(Role role, String agency, OpenAccount.Scope... delegations) {
      return new Staff(glasnost).hired(role, agency, ClassificationLevel.SECRET, delegations);
    }

    private void refused(
        Staff.Hired person,
        String kind,
        String document,
        List<Map<String, Object>> bodies,
        String rule) {
      String task = new Work(glasnost).claim(person.name(), kind, document);
      for (Map<String, Object> body : bodies) {
        Caller.Answer refused =
            glasnost.as(person.name()).post("/api/tasks/" + task + "/complete", body);
        assertThat(refused.status()).as(kind + " " + refused.body()).isEqualTo(403);
        assertThat(refused.rules()).containsExactly(rule);
        Standing.refusedLast(glasnost, document, "ACCESS_REFUSED", rule, person.name());
      }
      assertThat(glasnost.as(person.name()).post("/api/tasks/" + task + "/unclaim").status())
          .isEqualTo(200);
    }
  }
}
