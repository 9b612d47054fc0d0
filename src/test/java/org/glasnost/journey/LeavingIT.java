package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.EndingRight;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody leaves: one act ends all they hold and gives their work back. */
class LeavingIT {
  private static final Map<String, Object> REASON = Map.of("reason", "has left the service");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everythingEndsAndTheWorkGoesBackInOneTransaction(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Work work = new Work(glasnost);
    Staff.Hired leaver = staff.hired(Role.CLASSIFIER, "STATE", ClassificationLevel.TOP_SECRET);
    String document =
        work.registers("SECRET\n\nFictitious.\n", Papers.fields("Left behind", "1985-03-25"));
    String task = work.claim(leaver.name(), "MARKING_REVIEW", document);
    String pending =
        staff
            .proposed(leaver, Staff.proposal(Map.of("kind", "ROLE", "role", "REDACTOR")))
            .path("id")
            .asString();
    LocalDate today = glasnost.part(OfficeDay.class).today();

    // Within a transaction that comes to nothing, nothing has happened.
    new TransactionTemplate(glasnost.part(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              Person officer = glasnost.part(People.class).byUserName("security").orElseThrow();
              glasnost
                  .part(EndingRight.class)
                  .leave(UUID.fromString(leaver.id()), "has left", officer, occasion(officer));
              status.setRollbackOnly();
            });
    assertThat(staff.seen(leaver).path("state").asString()).isEqualTo("OPEN");
    assertThat(staff.seen(leaver).path("clearance").asString()).isEqualTo("TOP_SECRET");
    assertThat(assignee(glasnost, leaver.name(), task)).isEqualTo(leaver.name());
    assertThat(state(glasnost, pending)).isEqualTo("PROPOSED");
    Instant before = Instant.now();

    Caller.Answer left = glasnost.as("security").post(leaver.path() + "/leave", REASON);

    assertThat(left.status()).as(left.body()).isEqualTo(200);
    assertThat(left.json().path("state").asString()).isEqualTo("LEFT");
    assertThat(left.json().path("leftAt").isNull()).isFalse();
    assertThat(glasnost.as(leaver.name()).get("/api/me").status()).isEqualTo(401);
    assertThat(assignee(glasnost, "classifier.state", task)).isEmpty();
    assertThat(state(glasnost, pending)).isEqualTo("LAPSED");
    JsonNode seen = staff.seen(leaver);
    assertThat(seen.path("roles")).isEmpty();
    assertThat(seen.path("clearance").isNull()).isTrue();
    assertThat(staff.rights(leaver))
        .isNotEmpty()
        .noneMatch(
            right ->
                right.path("supersededAt").isNull()
                    && (right.path("to").isNull()
                        || !LocalDate.parse(right.path("to").asString()).isBefore(today)));

    // What was known before is still known of then.
    JsonNode then =
        glasnost.as("security").get(leaver.path() + "?asOf=" + today + "&knownAt=" + before).json();
    assertThat(then.path("roles").get(0).asString()).isEqualTo("CLASSIFIER");
    assertThat(then.path("clearance").asString()).isEqualTo("TOP_SECRET");

    List<String> ended =
        staff.lines("GRANT_ENDED", leaver.id()).stream()
            .map(line -> line.path("before").path("grant").asString())
            .filter(kind -> !kind.isEmpty())
            .toList();
    assertThat(ended)
        .containsExactlyInAnyOrder("OFFICE", "ROLE", "CLEARANCE", "CITIZENSHIP", "NONDISCLOSURE");
    assertThat(staff.lines("ACCOUNT_CLOSED", leaver.id()))
        .singleElement()
        .satisfies(line -> assertThat(line.toString()).doesNotContain("the service"));
    assertThat(staff.lines("TASK_RELEASED", task)).hasSize(1);
    assertThat(staff.lines("GRANT_REJECTED", pending).get(0).path("reasonCode").asString())
        .isEqualTo("LAPSED");

    // Another takes the work up where it was left.
    work.acceptsAll("classifier.state", document);
  }

  private static Occasion occasion(Person officer) {
    return new Occasion(
        officer.actor(), "SECURITY_OFFICER", null, null, Occasion.ClientClass.PROGRAM, "test");
  }

  private static String assignee(RunningGlasnost glasnost, String userName, String task) {
    JsonNode assignee = glasnost.as(userName).get("/api/tasks/" + task).json().path("assignee");
    return assignee.isNull() ? "" : assignee.asString();
  }

  private static String state(RunningGlasnost glasnost, String order) {
    return glasnost.as("security2").get("/api/grants/" + order).json().path("state").asString();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aClosedAccountTakesNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired leaver = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Map<String, Object> clearance =
        Staff.proposal(Map.of("kind", "CLEARANCE", "level", "TOP_SECRET"));
    String before = staff.proposed(leaver, clearance).path("id").asString();
    assertThat(glasnost.as("security").post(leaver.path() + "/leave", "{}").rules())
        .containsExactly("RGT-0007");
    staff.leaves(leaver);

    Caller.Answer again = glasnost.as("security").post(leaver.path() + "/leave", REASON);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.rules()).containsExactly("RGT-0020");
    Caller.Answer more = glasnost.as("security").post(leaver.path() + "/grants", clearance);
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.rules()).containsExactly("RGT-0020");
    staff.refusedLast("security", "ACTION_REFUSED", "RGT-0020");
    assertThat(glasnost.as("security2").post("/api/grants/" + before + "/approve").rules())
        .containsExactly("RGT-0004");
    assertThat(staff.seen(leaver).path("clearance").isNull()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void twoOfficersRemain(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    List<String> officers =
        glasnost
            .as("security")
            .get("/api/people?limit=200")
            .json()
            .path("items")
            .valueStream()
            .filter(person -> person.path("roles").toString().contains("SECURITY_OFFICER"))
            .map(person -> person.path("name").asString())
            .toList();
    assertThat(officers).containsExactly("security", "security2");
    Staff.Hired second = new Staff.Hired(staff.id("security2"), "security2");

    for (String act :
        List.of(
            "/leave",
            "/rights/" + staff.running(second, "ROLE") + "/end",
            "/rights/" + staff.running(second, "OFFICE") + "/end")) {
      Caller.Answer refused = glasnost.as("security").post(second.path() + act, REASON);
      assertThat(refused.status()).as(refused.body()).isEqualTo(409);
      assertThat(refused.rules()).containsExactly("RGT-0023");
      staff.refusedLast("security", "ACTION_REFUSED", "RGT-0023");
    }
    Staff.Hired third = staff.hired(Role.SECURITY_OFFICER, "NARA", ClassificationLevel.TOP_SECRET);
    staff.leaves(third);
    assertThat(staff.seen(second).path("state").asString()).isEqualTo("OPEN");
  }
}
