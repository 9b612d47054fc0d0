package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Neither leaving on the day of coming, nor another name, makes two people of one. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoLeftOrWasRenamedIsThePersonTheyWere(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    String mark = UUID.randomUUID().toString();
    Staff.Hired first = manager(staff, "Łucja Groß-Ødegård " + mark);
    Staff.Hired second = manager(staff, "lucja GROSS odegard " + mark);
    String document =
        work.atRest(Papers.MEMO, Map.of("originatingAgency", "STATE", "recordStatus", "TEMPORARY"));
    String path = "/api/documents/" + document + "/destruction";
    Caller.Answer proposed =
        glasnost
            .as(first.name())
            .post(
                path,
                Map.of(
                    "authority",
                    "GRS 5.1, item 020",
                    "dueOn",
                    "2020-01-01",
                    "reason",
                    "no longer needed"));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    staysOne(glasnost, second, path);
    staff.leaves(first);
    staysOne(glasnost, second, path);
    staff.given(
        second,
        Staff.proposal(
            Map.of(
                "kind",
                "OFFICE",
                "displayName",
                "Somebody else " + mark,
                "position",
                "Notional records manager",
                "agency",
                "NARA")));
    staysOne(glasnost, second, path);
    staff.leaves(second);
  }

  /** What an administrator submitted with one account is approved with none of theirs. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void anAdministratorWithTwoAccountsApprovesNoDeploymentOfTheirOwn(Databases database)
      throws IOException {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    String name = "Notional administrator " + UUID.randomUUID();
    Staff.Hired first = administrator(staff, name);
    Staff.Hired second = administrator(staff, "  " + name.toUpperCase(Locale.ROOT) + ".");
    Staff.Hired other = administrator(staff, "Another " + name);
    PuttingInForce putting = new PuttingInForce(glasnost);
    String file =
        Files.readString(Path.of("processes/record-life-cycle/record-life-cycle.bpmn"))
            .replace("\"Marking review\"", "\"Marking review by one person\"");
    String deployment = putting.submits(first.name(), Map.of("record-life-cycle.bpmn", file));
    String path = "/api/deployments/" + deployment;
    int inForce = putting.newest("record-life-cycle");

    for (Staff.Hired account : List.of(first, second)) {
      refused(glasnost.as(account.name()).post(path + "/approve"), "DPL-0102");
    }
    staff.leaves(first);
    refused(glasnost.as(second.name()).post(path + "/approve"), "DPL-0102");
    assertThat(putting.newest("record-life-cycle")).isEqualTo(inForce);
    assertThat(glasnost.as("admin").get(path).json().path("state").asString()).isEqualTo("PENDING");

    // It was the person: another one decides, and declines it.
    Caller.Answer rejected =
        glasnost.as(other.name()).post(path + "/reject", Map.of("reason", "of a test"));
    assertThat(rejected.status()).as(rejected.body()).isEqualTo(200);
    staff.leaves(second);
    staff.leaves(other);
  }

  /** An officer with two accounts decides nothing twice, under a name of before neither. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void anOfficerRenamedBetweenTheTwoHalvesIsNoSecondOne(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    String name = "Notional officer " + UUID.randomUUID();
    Staff.Hired first = officer(staff, name);
    Staff.Hired second = officer(staff, name.toUpperCase(Locale.ROOT));
    Staff.Hired reader = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Caller.Answer proposed =
        glasnost
            .as(first.name())
            .post(
                reader.path() + "/grants",
                Staff.proposal(Map.of("kind", "ROLE", "role", "SENIOR_REVIEWER")));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
    String order = "/api/grants/" + proposed.json().path("id").asString();
    refused(glasnost.as(second.name()).post(order + "/approve"), "RGT-0003");

    staff.given(second, named("Married " + name));
    refused(glasnost.as(second.name()).post(order + "/approve"), "RGT-0003");
    staff.given(first, named("Later " + name));
    refused(glasnost.as(second.name()).post(order + "/approve"), "RGT-0003");
    refused(
        glasnost
            .as(second.name())
            .post(first.path() + "/leave", Map.of("reason", "leaves as another")),
        "RGT-0002");
    assertThat(staff.seen(reader).path("roles").toString()).doesNotContain("SENIOR_REVIEWER");
    List.of(first, second, reader).forEach(staff::leaves);
  }

  private static void refused(Caller.Answer answer, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.rules()).containsExactly(rule);
  }

  private static Map<String, Object> named(String name) {
    return Staff.proposal(
        Map.of(
            "kind",
            "OFFICE",
            "displayName",
            name,
            "position",
            "Notional security officer",
            "agency",
            "NARA"));
  }

  private static Staff.Hired officer(Staff staff, String name) {
    String userName = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return staff.hired(
        userName, name, Role.SECURITY_OFFICER, "NARA", ClassificationLevel.TOP_SECRET);
  }

  private static void staysOne(RunningGlasnost glasnost, Staff.Hired who, String path) {
    Caller.Answer answer = glasnost.as(who.name()).post(path + "/approve");
    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.rules()).containsExactly("DOC-0071");
  }

  private static Staff.Hired administrator(Staff staff, String name) {
    String userName = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return staff.hired(userName, name, Role.ADMINISTRATOR, "NARA", null);
  }

  private static Staff.Hired manager(Staff staff, String name) {
    String userName = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return staff.hired(
        userName, name, Role.RECORDS_MANAGER, "NARA", ClassificationLevel.TOP_SECRET);
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
