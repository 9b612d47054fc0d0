package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.worklist.GivingBackLapsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What ends by its day ends with nobody acting. That the day has passed is told by moving what was
 * given a day back: the application's clock is not the test's.
 */
class LapsedRightsIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoseRoleEndsByItsDayReadsNoMoreAndTheTaskWaitsAgain(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired reviewer = staff.hired(Role.CLASSIFIER, "STATE", ClassificationLevel.TOP_SECRET);
    untilToday(glasnost, staff, reviewer, Map.of("kind", "ROLE", "role", "REVIEWER"));
    String document = work.underReview(Papers.MEMO, Papers.fields("A role that lapses"));
    String task = work.claim(reviewer.name(), "FIRST_REVIEW", document);
    Caller own = glasnost.as(reviewer.name());
    assertThat(own.put("/api/tasks/" + task + "/draft", "{\"reason\":\"so far\"}").status())
        .isEqualTo(200);
    for (String path : paths(task, document)) {
      assertThat(own.get(path).status()).as(path).isEqualTo(200);
    }
    sweep(glasnost);
    assertThat(own.get("/api/tasks/" + task).json().path("assignee").asString())
        .isEqualTo(reviewer.name());

    aDayPasses(glasnost, reviewer, "role_assignment");

    // From the first moment of the day on, before anything was given back.
    nothingIsThere(own, task, document);
    sweep(glasnost);
    nothingIsThere(own, task, document);
    JsonNode released = released(staff, task);
    assertThat(released.path("actor").path("id").asString())
        .isEqualTo(Actor.SYSTEM.id().toString());
    assertThat(released.path("before").path("assignee").asString()).isEqualTo(reviewer.id());
    assertThat(released.path("document").asString()).isEqualTo(document);
    assertThat(staff.lines("GRANT_ENDED", task).toString()).contains(reviewer.id());

    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    sweep(glasnost);
    assertThat(staff.lines("TASK_RELEASED", task)).hasSize(1);
    staff.leaves(reviewer);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoseDelegationEndsByItsDayHasTheSignatureNoMore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired authority =
        staff.hired(Role.DECLASSIFICATION_AUTHORITY, "STATE", ClassificationLevel.TOP_SECRET);
    untilToday(
        glasnost,
        staff,
        authority,
        Map.of(
            "kind",
            "DELEGATION",
            "authority",
            "DECLASSIFICATION",
            "agency",
            "STATE",
            "toLevel",
            "SECRET"));
    String document = work.underReview(Papers.MEMO, Papers.fields("A delegation that lapses"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    String task = work.claim(authority.name(), "SIGNATURE", document);
    Caller own = glasnost.as(authority.name());
    assertThat(own.put("/api/tasks/" + task + "/draft", "{\"reason\":\"so far\"}").status())
        .isEqualTo(200);

    aDayPasses(glasnost, authority, "delegation");

    assertThat(own.get("/api/tasks/" + task + "/draft").status()).isEqualTo(404);
    sweep(glasnost);
    assertThat(own.get("/api/documents/" + document + "/text").status()).isIn(403, 404);
    assertThat(own.get("/api/tasks/" + task).json().path("assignee").isNull()).isTrue();
    released(staff, task);

    work.does("authority.state", "SIGNATURE", document, Map.of("sign", true, "reason", "agreed"));
    staff.leaves(authority);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoseClearanceEndsByItsDayKnowsOfTheTaskNoMore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired reviewer = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.CONFIDENTIAL);
    untilToday(glasnost, staff, reviewer, Map.of("kind", "CLEARANCE", "level", "SECRET"));
    String document =
        work.underReview(
            Papers.MEMO.replace("CONFIDENTIAL", "SECRET"),
            Papers.fields("A clearance that lapses"));
    String task = work.claim(reviewer.name(), "FIRST_REVIEW", document);
    Caller own = glasnost.as(reviewer.name());

    aDayPasses(glasnost, reviewer, "clearance");

    nothingIsThere(own, task, document);
    sweep(glasnost);
    released(staff, task);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    staff.leaves(reviewer);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoTakesAnOfficeElsewhereGivesTheTasksOfTheFormerOneBackAtOnce(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired reviewer = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.TOP_SECRET);
    String document = work.underReview(Papers.MEMO, Papers.fields("An office that is left"));
    String task = work.claim(reviewer.name(), "FIRST_REVIEW", document);

    staff.given(
        reviewer,
        Staff.proposal(
            Map.of(
                "kind",
                "OFFICE",
                "displayName",
                reviewer.name(),
                "position",
                "Notional reviewer",
                "agency",
                "CIA")));

    nothingIsThere(glasnost.as(reviewer.name()), task, document);
    assertThat(staff.lines("TASK_RELEASED", task)).hasSize(1);
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    staff.leaves(reviewer);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoClaimedAMarkingReviewForTheWrongAgencyGivesItBackWithTheCorrection(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    String document = work.registers(Papers.MEMO, Papers.fields("Of another agency"));
    String task = work.claim("classifier.state", "MARKING_REVIEW", document);

    Caller.Answer corrected =
        glasnost
            .as("intake.nara")
            .patch(
                "/api/documents/" + document,
                "{\"originatingAgency\":\"CIA\",\"reason\":\"by its letterhead\"}");

    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    nothingIsThere(glasnost.as("classifier.state"), task, document);
    assertThat(staff.lines("TASK_RELEASED", task)).hasSize(1);
  }

  /** Given by two officers, with today as the last day. */
  private static void untilToday(
      RunningGlasnost glasnost, Staff staff, Staff.Hired whom, Map<String, Object> grant) {
    Map<String, Object> proposal = Staff.proposal(grant);
    proposal.put("to", glasnost.part(OfficeDay.class).today().toString());
    staff.given(whom, proposal);
  }

  /** Yesterday was the last day of what was to end today. */
  private static void aDayPasses(RunningGlasnost glasnost, Staff.Hired whose, String table) {
    LocalDate yesterday = glasnost.part(OfficeDay.class).today().minusDays(1);
    int moved =
        new TransactionTemplate(glasnost.part(PlatformTransactionManager.class))
            .execute(
                open ->
                    glasnost
                        .part(JdbcClient.class)
                        .sql(
                            "update "
                                + table
                                + " set valid_from = ?, valid_to = ? where account_id = ? and"
                                + " valid_to is not null")
                        .params(yesterday, yesterday, UUID.fromString(whose.id()))
                        .update());
    assertThat(moved).isEqualTo(1);
  }

  private static void sweep(RunningGlasnost glasnost) {
    boolean all =
        glasnost
            .part(GivingBackLapsed.class)
            .giveBack(
                new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, "test"),
                () -> true);
    assertThat(all).isTrue();
  }

  private static void nothingIsThere(Caller own, String task, String document) {
    for (String path : paths(task, document)) {
      assertThat(own.get(path).status()).as(path).isEqualTo(404);
    }
    for (Caller.Answer answer :
        List.of(
            own.put("/api/tasks/" + task + "/draft", "{}"),
            own.post("/api/tasks/" + task + "/complete", Decisions.inFull()),
            own.post("/api/tasks/" + task + "/unclaim"),
            own.post("/api/tasks/" + task + "/claim"))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    }
    assertThat(own.get("/api/tasks").body()).doesNotContain(task).doesNotContain(document);
  }

  private static List<String> paths(String task, String document) {
    return List.of(
        "/api/tasks/" + task,
        "/api/tasks/" + task + "/draft",
        "/api/documents/" + document,
        "/api/documents/" + document + "/text");
  }

  private static JsonNode released(Staff staff, String task) {
    List<JsonNode> lines = staff.lines("TASK_RELEASED", task);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).path("reasonCode").asString()).isEqualTo("RIGHT_LAPSED");
    return lines.get(0);
  }
}
