package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has two accounts is one person with either. */
class OnePersonIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoReviewedWithOneAccountReviewsNoSecondTimeWithAnother(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    String name = "Notional person " + UUID.randomUUID();
    Staff.Hired first = reviewer(staff, name);
    Staff.Hired second = reviewer(staff, name.toUpperCase(Locale.ROOT) + ".");
    Staff.Hired renamed = reviewer(staff, "Another " + name);
    for (Staff.Hired one : List.of(first, second, renamed)) {
      staff.trained(one, TrainingKind.DECLASSIFICATION);
    }
    String document = work.underReview(Papers.MEMO, Papers.fields("Two accounts of one person"));
    work.does(first.name(), "FIRST_REVIEW", document, Decisions.inFull());
    String task = work.open("reviewer2.state", "SECOND_REVIEW", document);

    refused(glasnost, staff, second, task);
    assertThat(glasnost.as(second.name()).get("/api/tasks?assigned=none").body())
        .doesNotContain(task);
    assertThat(
            glasnost
                .as("senior.state")
                .post("/api/tasks/" + task + "/assign", Map.of("assignee", second.name()))
                .status())
        .isEqualTo(422);

    staff.given(
        renamed,
        Staff.proposal(
            Map.of(
                "kind",
                "OFFICE",
                "displayName",
                name,
                "position",
                "Notional reviewer",
                "agency",
                "STATE")));
    refused(glasnost, staff, renamed, task);

    staff.leaves(first);
    refused(glasnost, staff, second, task);
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    staff.leaves(second);
    staff.leaves(renamed);
  }

  private static Staff.Hired reviewer(Staff staff, String name) {
    String userName = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return staff.hired(userName, name, Role.REVIEWER, "STATE", ClassificationLevel.TOP_SECRET);
  }

  private static void refused(RunningGlasnost glasnost, Staff staff, Staff.Hired who, String task) {
    Caller.Answer answer = glasnost.as(who.name()).post("/api/tasks/" + task + "/claim");
    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("REV-0002");
    staff.refusedLast(who.name(), "ACCESS_REFUSED", "REV-0002");
  }
}
