package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A right from its proposal to its end. */
class GivingRightsIT {
  private static final Map<String, Object> TOP_SECRET =
      Map.of("kind", "CLEARANCE", "level", "TOP_SECRET");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isProposedApprovedInForceAndEnded(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    LocalDate today = glasnost.part(OfficeDay.class).today();

    JsonNode order = staff.proposed(subject, Staff.proposal(TOP_SECRET));
    String id = order.path("id").asString();
    assertThat(order.path("reason").asString()).isEqualTo("needed for notional work");
    assertThat(order.path("proposedBy").asString()).isEqualTo(staff.id("security"));
    assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("SECRET");
    Instant before = Instant.now();

    Caller.Answer approved = glasnost.as("security2").post("/api/grants/" + id + "/approve");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(approved.json().path("decidedBy").asString()).isEqualTo(staff.id("security2"));
    String given = approved.json().path("given").asString();
    assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("TOP_SECRET");
    assertThat(glasnost.as(subject.name()).get("/api/me").json().path("clearance").asString())
        .isEqualTo("TOP_SECRET");

    // History in two times: the same day, by what was known before and after.
    String then = subject.path() + "?asOf=" + today + "&knownAt=";
    assertThat(clearance(glasnost, then + before)).isEqualTo("SECRET");
    assertThat(clearance(glasnost, then + Instant.now())).isEqualTo("TOP_SECRET");

    Caller.Answer ended =
        glasnost
            .as("security2")
            .post(
                subject.path() + "/rights/" + given + "/end", Map.of("reason", "no longer needed"));
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("SECRET");
    JsonNode row =
        staff.rights(subject).stream()
            .filter(right -> right.path("id").asString().equals(given))
            .findFirst()
            .orElseThrow();
    assertThat(row.path("order").asString()).isEqualTo(id);
    assertThat(row.path("supersededAt").isNull()).isFalse();
    assertThat(row.path("ended").path("reason").asString()).isEqualTo("no longer needed");
    assertThat(row.path("ended").path("by").asString()).isEqualTo(staff.id("security2"));
    assertThat(
            glasnost
                .as("security2")
                .post(subject.path() + "/rights/" + given + "/end", Map.of("reason", "again"))
                .status())
        .isEqualTo(404);

    assertThat(staff.lines("GRANT_PROPOSED", id)).hasSize(1);
    assertThat(staff.lines("GRANT_GIVEN", id))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("actor").path("id").asString()).isEqualTo(staff.id("security2"));
              assertThat(line.path("role").asString()).isEqualTo("SECURITY_OFFICER");
              assertThat(line.path("effectiveOn").asString()).isEqualTo(today.toString());
              assertThat(line.path("after").path("level").asString()).isEqualTo("TOP_SECRET");
              assertThat(line.toString()).doesNotContain("notional work");
            });
    assertThat(staff.lines("GRANT_ENDED", subject.id()))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("before").path("level").asString()).isEqualTo("TOP_SECRET");
              assertThat(line.toString()).doesNotContain("no longer needed");
            });
  }

  private static String clearance(RunningGlasnost glasnost, String path) {
    return glasnost.as("security").get(path).json().path("clearance").asString();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void beginsAndEndsOnItsDays(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.CLASSIFIER, "STATE", ClassificationLevel.SECRET);
    LocalDate from = glasnost.part(OfficeDay.class).today().plusDays(2);
    LocalDate to = from.plusDays(3);
    Map<String, Object> proposal =
        Staff.proposal(
            Map.of(
                "kind",
                "DELEGATION",
                "authority",
                "CLASSIFICATION",
                "agency",
                "STATE",
                "toLevel",
                "SECRET"));
    proposal.put("from", from.toString());
    proposal.put("to", to.toString());
    staff.given(subject, proposal);

    assertThat(staff.seen(subject).path("delegations")).isEmpty();
    assertThat(delegations(glasnost, subject, from.minusDays(1))).isEmpty();
    assertThat(delegations(glasnost, subject, from)).hasSize(1);
    JsonNode last = delegations(glasnost, subject, to).get(0);
    assertThat(last.path("authority").asString()).isEqualTo("CLASSIFICATION");
    assertThat(last.path("toLevel").asString()).isEqualTo("SECRET");
    assertThat(last.path("to").asString()).isEqualTo(to.toString());
    assertThat(delegations(glasnost, subject, to.plusDays(1))).isEmpty();
  }

  private static List<JsonNode> delegations(
      RunningGlasnost glasnost, Staff.Hired subject, LocalDate day) {
    return glasnost
        .as("security")
        .get(subject.path() + "?asOf=" + day)
        .json()
        .path("delegations")
        .valueStream()
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everyKindIsGivenAndRead(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String today = glasnost.part(OfficeDay.class).today().toString();

    staff.given(subject, Staff.proposal(Map.of("kind", "ROLE", "role", "REDACTOR")));
    staff.given(subject, Staff.proposal(Map.of("kind", "READ_IN", "compartment", "SI-G")));
    staff.given(subject, Staff.proposal(Map.of("kind", "CITIZENSHIP", "country", "GBR")));
    staff.given(subject, Staff.proposal(Map.of("kind", "NONDISCLOSURE", "signedOn", "1999-01-04")));
    staff.given(
        subject,
        Staff.proposal(
            Map.of(
                "kind", "TRAINING", "training", "ORIGINAL_CLASSIFICATION", "completedOn", today)));
    staff.given(
        subject,
        Staff.proposal(
            Map.of(
                "kind",
                "OFFICE",
                "displayName",
                "A new name " + subject.name(),
                "position",
                "Notional head",
                "agency",
                "NSC")));

    JsonNode seen = staff.seen(subject);
    assertThat(seen.path("roles").valueStream().map(JsonNode::asString))
        .containsExactly("REVIEWER", "REDACTOR");
    assertThat(seen.path("readIns").get(0).asString()).isEqualTo("SI-G");
    assertThat(seen.path("citizenships").valueStream().map(JsonNode::asString))
        .containsExactly("GBR", "USA");
    assertThat(seen.path("ndaSignedOn").asString()).isEqualTo("1999-01-04");
    JsonNode training = seen.path("trainings").get(0);
    assertThat(training.path("law").asBoolean()).isTrue();
    assertThat(training.path("cites").get(0).asString()).isEqualTo("32 CFR 2001.71(c)(3)");
    assertThat(seen.path("position").asString()).isEqualTo("Notional head");
    assertThat(seen.path("agency").asString()).isEqualTo("NSC");
    assertThat(staff.running(subject, "OFFICE")).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isRejectedOrTakenBackAndGivesNothing(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Caller first = glasnost.as("security");
    Caller second = glasnost.as("security2");

    String rejected = staff.proposed(subject, Staff.proposal(TOP_SECRET)).path("id").asString();
    refused(second.post("/api/grants/" + rejected + "/reject", "{}"), 422, "RGT-0007");
    refused(
        first.post("/api/grants/" + rejected + "/reject", Map.of("reason", "my own")),
        403,
        "RGT-0003");
    refused(second.post("/api/grants/" + rejected + "/withdraw"), 403, "RGT-0022");
    Caller.Answer rejection =
        second.post("/api/grants/" + rejected + "/reject", Map.of("reason", "not needed"));
    assertThat(rejection.status()).as(rejection.body()).isEqualTo(200);
    assertThat(rejection.json().path("state").asString()).isEqualTo("REJECTED");
    assertThat(rejection.json().path("decisionReason").asString()).isEqualTo("not needed");
    refused(second.post("/api/grants/" + rejected + "/approve"), 409, "RGT-0004");
    refused(first.post("/api/grants/" + rejected + "/withdraw"), 409, "RGT-0004");

    String withdrawn = staff.proposed(subject, Staff.proposal(TOP_SECRET)).path("id").asString();
    assertThat(first.post("/api/grants/" + withdrawn + "/withdraw").json().path("state").asString())
        .isEqualTo("WITHDRAWN");
    refused(second.post("/api/grants/" + withdrawn + "/approve"), 409, "RGT-0004");
    staff.refusedLast("security2", "ACTION_REFUSED", "RGT-0004");

    assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("SECRET");
    assertThat(staff.lines("GRANT_REJECTED", rejected).get(0).path("reasonCode").asString())
        .isEqualTo("REJECTED");
    assertThat(staff.lines("GRANT_REJECTED", withdrawn).get(0).path("reasonCode").asString())
        .isEqualTo("WITHDRAWN");
    assertThat(staff.lines("GRANT_GIVEN", rejected)).isEmpty();
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).as(answer.body()).contains(rule);
  }
}
