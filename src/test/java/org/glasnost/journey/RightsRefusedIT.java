package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may not give a right, and what may not be given: each refusal under its rule, on record. */
class RightsRefusedIT {
  private static final Map<String, Object> TOP_SECRET =
      Map.of("kind", "CLEARANCE", "level", "TOP_SECRET");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nobodyGivesToThemselvesOrDecidesTheirOwn(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String own = "/api/people/" + staff.id("security");
    Map<String, Object> briefing = Staff.proposal(Map.of("kind", "READ_IN", "compartment", "SI"));

    refused(glasnost.as("security").post(own + "/grants", briefing), 403, "RGT-0002");
    staff.refusedLast("security", "ACCESS_REFUSED", "RGT-0002");
    refused(
        glasnost.as("security").post(own + "/leave", Map.of("reason", "tired")), 403, "RGT-0002");

    // What another proposes for me is not mine to approve.
    Caller.Answer forThem = glasnost.as("security2").post(own + "/grants", briefing);
    assertThat(forThem.status()).as(forThem.body()).isEqualTo(201);
    String order = "/api/grants/" + forThem.json().path("id").asString();
    refused(glasnost.as("security").post(order + "/approve"), 403, "RGT-0002");
    refused(
        glasnost.as("security").post(order + "/reject", Map.of("reason", "me")), 403, "RGT-0002");

    String mine =
        "/api/grants/" + staff.proposed(subject, Staff.proposal(TOP_SECRET)).path("id").asString();
    refused(glasnost.as("security").post(mine + "/approve"), 403, "RGT-0003");
    staff.refusedLast("security", "ACCESS_REFUSED", "RGT-0003");
    assertThat(glasnost.as("security2").post(order + "/withdraw").status()).isEqualTo(200);
    assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("SECRET");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void oneOfficerWithTwoAccountsIsOne(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    Staff.Hired twin = officer(staff, "demo  SECURITY officer");
    Staff.Hired other =
        staff.hired(twin.name() + "x", "Demo security officer", Role.REVIEWER, "STATE", null);
    try {
      String order =
          "/api/grants/"
              + staff.proposed(subject, Staff.proposal(TOP_SECRET)).path("id").asString();
      refused(glasnost.as(twin.name()).post(order + "/approve"), 403, "RGT-0003");
      staff.refusedLast(twin.name(), "ACCESS_REFUSED", "RGT-0003");
      refused(
          glasnost.as("security").post(other.path() + "/grants", Staff.proposal(TOP_SECRET)),
          403,
          "RGT-0002");
    } finally {
      assertThat(
              glasnost
                  .as("security2")
                  .post(twin.path() + "/leave", Map.of("reason", "notional"))
                  .status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void bothAreOfficersAtBothMoments(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String early =
        "/api/grants/" + staff.proposed(subject, Staff.proposal(TOP_SECRET)).path("id").asString();
    Staff.Hired third = officer(staff, "A third officer " + UUID.randomUUID());
    String thirds;
    try {
      refused(glasnost.as(third.name()).post(early + "/approve"), 403, "RGT-0026");
      Caller.Answer proposed =
          glasnost.as(third.name()).post(subject.path() + "/grants", Staff.proposal(TOP_SECRET));
      assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
      thirds = "/api/grants/" + proposed.json().path("id").asString();
    } finally {
      staff.leaves(third);
    }
    refused(glasnost.as("security2").post(thirds + "/approve"), 409, "RGT-0021");
    assertThat(glasnost.as("security2").post(thirds + "/reject", Map.of("reason", "left")).status())
        .isEqualTo(200);
    assertThat(glasnost.as("security2").post(early + "/approve").status()).isEqualTo(200);
  }

  private static Staff.Hired officer(Staff staff, String displayName) {
    String name = "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return staff.hired(
        name, displayName, Role.SECURITY_OFFICER, "NARA", ClassificationLevel.TOP_SECRET);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everyRefusalNamesItsRuleAndIsOnRecord(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String grants = subject.path() + "/grants";
    Caller officer = glasnost.as("security");

    Map<String, Object> past = Staff.proposal(TOP_SECRET);
    past.put("from", glasnost.part(OfficeDay.class).today().minusDays(1).toString());
    Caller.Answer dated = officer.post(grants, past);
    refused(dated, 422, "RGT-0005");
    assertThat(dated.json().path("findings").get(0).path("at").asString()).isEqualTo("/from");
    staff.refusedLast("security", "ACTION_REFUSED", "RGT-0005");

    Map<String, Map<String, Object>> bodies =
        Map.of(
            "RGT-0014", Map.of("kind", "ROLE", "role", "SECURITY_OFFICER"),
            "RGT-0013", Map.of("kind", "CLEARANCE", "level", "SECRET"),
            "RGT-0010", Map.of("kind", "READ_IN", "compartment", "FROBNICATE"),
            "RGT-0011", Map.of("kind", "CITIZENSHIP", "country", "XXX"),
            "RGT-0012", Map.of("kind", "NONDISCLOSURE", "signedOn", "2199-01-01"),
            "RGT-0024", Map.of("kind", "CLEARANCE"),
            "RGT-0025", Map.of("kind", "CLEARANCE", "level", "TOP_SECRET", "role", "AUDITOR"));
    bodies.forEach(
        (rule, grant) -> {
          refused(officer.post(grants, Staff.proposal(grant)), 422, rule);
          staff.refusedLast("security", "ACTION_REFUSED", rule);
        });
    refused(officer.post(grants, Map.of("grant", TOP_SECRET)), 422, "RGT-0007");
    refused(officer.post(grants, "{\"reason\":\"x\"}"), 422, "RGT-0024");
    refused(
        officer.post("/api/people/" + UUID.randomUUID() + "/grants", Staff.proposal(TOP_SECRET)),
        404,
        "ACC-0001");
    for (String other : List.of("admin", "auditor", "senior.state", "records.nara")) {
      for (String id : List.of(subject.id(), UUID.randomUUID().toString())) {
        Caller caller = glasnost.as(other);
        String path = "/api/people/" + id;
        refused(caller.post(path + "/grants", Staff.proposal(TOP_SECRET)), 403, "RGT-0001");
        refused(caller.get(path), 403, "RGT-0001");
        refused(caller.get(path + "/rights"), 403, "RGT-0001");
        refused(caller.get(path + "/needs"), 403, "RGT-0001");
        refused(caller.post(path + "/leave", Map.of("reason", "x")), 403, "RGT-0001");
        refused(caller.get("/api/grants/" + id), 403, "RGT-0001");
        refused(caller.post("/api/grants/" + id + "/approve"), 403, "RGT-0001");
      }
      refused(glasnost.as(other).get("/api/people"), 403, "RGT-0001");
      refused(glasnost.as(other).get("/api/grants"), 403, "RGT-0001");
    }
    staff.refusedLast("admin", "ACCESS_REFUSED", "RGT-0001");
    assertThat(staff.seen(subject).path("clearance").asString()).isEqualTo("SECRET");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nothingIsTakenThatNobodyAskedFor(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    Staff.Hired subject = staff.hired(Role.REVIEWER, "STATE", ClassificationLevel.SECRET);
    String grants = subject.path() + "/grants";
    for (String member :
        List.of(
            "id",
            "person",
            "state",
            "given",
            "proposedBy",
            "decidedBy",
            "proposedAt",
            "version",
            "account",
            "roles",
            "order")) {
      Map<String, Object> body = Staff.proposal(TOP_SECRET);
      body.put(member, "x");
      refused(glasnost.as("security").post(grants, body), 400, "WEB-0002");
      refused(
          glasnost
              .as("security")
              .post(grants, "{\"grant\":{\"kind\":\"ROLE\",\"" + member + "\":1}}"),
          400,
          "WEB-0002");
    }
    String order =
        "/api/grants/" + staff.proposed(subject, Staff.proposal(TOP_SECRET)).path("id").asString();
    Caller second = glasnost.as("security2");
    refused(second.post(order + "/approve", "{\"from\":\"1985-03-25\"}"), 400, "WEB-0002");
    refused(
        second.post(order + "/reject", "{\"reason\":\"x\",\"state\":\"APPROVED\"}"),
        400,
        "WEB-0002");
    refused(
        second.send(
            second
                .request(order + "/approve")
                .header("If-Match", "\"999\"")
                .POST(BodyPublishers.noBody())),
        412,
        "WEB-0008");
    assertThat(second.get(order).json().path("state").asString()).isEqualTo("PROPOSED");
    assertThat(second.get("/api/grants?state=PROPOSED&person=" + subject.id()).json().path("items"))
        .hasSize(1);
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).as(answer.body()).contains(rule);
  }
}
