package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was taken away takes effect with the next call, whatever is open at that moment. */
class LostRightsIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoLosesTheRoleWithATaskOpenDecidesNoMore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired reviewer = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.TOP_SECRET);
    String document = work.underReview(Papers.MEMO, Papers.fields("A role that is lost"));
    String task = work.claim(reviewer.name(), "FIRST_REVIEW", document);
    Caller own = glasnost.as(reviewer.name());
    assertThat(own.get("/api/documents/" + document + "/text").status()).isEqualTo(200);

    ends(glasnost, staff, reviewer, "ROLE");

    for (String path : paths(task, document)) {
      assertThat(own.get(path).status()).as(path).isEqualTo(404);
    }
    for (Caller.Answer answer :
        List.of(
            own.put("/api/tasks/" + task + "/draft", "{}"),
            own.post("/api/tasks/" + task + "/complete", Decisions.inFull()),
            own.post("/api/tasks/" + task + "/claim"))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    }
    assertThat(own.get("/api/tasks?assigned=none").body()).doesNotContain(document);
    assertThat(staff.lines("ACCESS_REFUSED", document).toString()).contains(reviewer.id());
    assertThat(staff.lines("TASK_RELEASED", document).toString()).contains(task);

    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    staff.leaves(reviewer);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoseClearanceIsLoweredWithATaskOpenKnowsOfItNoMore(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired reviewer = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.TOP_SECRET);
    String document =
        work.underReview(
            Papers.MEMO.replace("CONFIDENTIAL", "SECRET"),
            Papers.fields("A clearance that is lowered"));
    String task = work.claim(reviewer.name(), "FIRST_REVIEW", document);
    Caller own = glasnost.as(reviewer.name());

    staff.given(reviewer, Staff.proposal(Map.of("kind", "CLEARANCE", "level", "CONFIDENTIAL")));
    String higher =
        staff.rights(reviewer).stream()
            .filter(right -> right.path("kind").asString().equals("CLEARANCE"))
            .filter(right -> right.toString().contains("TOP_SECRET"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    ends(glasnost, reviewer, higher);

    for (String path : paths(task, document)) {
      assertThat(own.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(own.post("/api/tasks/" + task + "/complete", Decisions.inFull()).status())
        .isEqualTo(404);
    assertThat(own.get("/api/tasks").body()).doesNotContain(task).doesNotContain(document);
    assertThat(staff.lines("ACCESS_REFUSED", document).toString()).contains(reviewer.id());
    assertThat(staff.lines("TASK_RELEASED", document).toString()).contains(task);

    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    staff.leaves(reviewer);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsAnothersIsNotEndedUnderOnesName(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired one = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Staff.Hired other = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Caller officer = glasnost.as("security");
    String others = staff.running(other, "CLEARANCE");

    Caller.Answer answer =
        officer.post(
            one.path() + "/rights/" + others + "/end", Map.of("reason", "under another's name"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    assertThat(
            officer
                .post(one.path() + "/needs/" + others + "/end", Map.of("reason", "no need at all"))
                .status())
        .isEqualTo(404);
    assertThat(staff.seen(other).path("clearance").asString()).isEqualTo("SECRET");
    assertThat(staff.seen(one).path("clearance").asString()).isEqualTo("SECRET");
  }

  private static List<String> paths(String task, String document) {
    return List.of(
        "/api/tasks/" + task, "/api/documents/" + document, "/api/documents/" + document + "/text");
  }

  private static void ends(RunningGlasnost glasnost, Staff staff, Staff.Hired whose, String kind) {
    ends(glasnost, whose, staff.running(whose, kind));
  }

  private static void ends(RunningGlasnost glasnost, Staff.Hired whose, String right) {
    Caller.Answer ended =
        glasnost
            .as("security")
            .post(whose.path() + "/rights/" + right + "/end", Map.of("reason", "taken back"));
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
  }
}
