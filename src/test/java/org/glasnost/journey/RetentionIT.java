package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two records managers let old events lapse; nobody does otherwise, and never under a hold. */
class RetentionIT {
  private static final String HOLDS = "/api/journal/holds";
  private static final String LAPSES = "/api/journal/lapses";
  private static final String SECOND = SecondRecordsManager.NAME;
  private static final Map<String, String> WHY = Map.of("reason", "a reason untold");
  private static final int WITHIN_SECONDS = 60;

  @TempDir Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsDueLapsesWhenTwoAgreeAndNothingHoldsIt(Databases database) throws Exception {
    RunningGlasnost glasnost = begin(database);
    Caller first = glasnost.as("records.nara");
    Caller second = glasnost.as(SECOND);
    Caller auditor = glasnost.as("auditor");
    UUID reviewer = UUID.fromString(new Staff(glasnost).id("reviewer.state"));
    nothingIsDue(glasnost);
    List<UUID> old = new OldEvents(glasnost, Duration.ofDays(800)).signIns(reviewer, 3);
    List<UUID> young = new OldEvents(glasnost, Duration.ofDays(300)).signIns(reviewer, 2);

    JsonNode due = schedule(first, "SIGNED_IN");
    assertThat(due.path("keep").asString()).isEqualTo("P1Y");
    assertThat(due.path("authority").asString()).isEqualTo(RunningGlasnost.SIGN_INS);
    assertThat(due.path("due").asLong()).isEqualTo(3);
    JsonNode kept = schedule(first, "MARKING_CHANGED");
    assertThat(kept.path("keep").asString()).isEqualTo("PERMANENT");
    assertThat(kept.path("dueBefore").isNull()).isTrue();

    // An auditor's hold: nothing is due that is not held, and nothing can be ordered.
    Caller.Answer hold = once(auditor, HOLDS, hold("ACTOR", "actor", reviewer.toString()), "h");
    assertThat(hold.status()).as(hold.body()).isEqualTo(201);
    assertThat(once(auditor, HOLDS, hold("ACTOR", "actor", reviewer.toString()), "h").json())
        .isEqualTo(hold.json());
    assertThat(schedule(first, "SIGNED_IN").path("due").asLong()).isZero();
    assertThat(schedule(first, "SIGNED_IN").path("held").asLong()).isEqualTo(3);
    refused(first.post(LAPSES, WHY), 422, "JRN-0046");

    lifted(auditor, first, String.valueOf(hold.header("Location")));
    assertThat(schedule(first, "SIGNED_IN").path("due").asLong()).isEqualTo(3);

    Caller.Answer ordered = once(first, LAPSES, WHY, "order");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    String lapse = String.valueOf(ordered.header("Location"));
    assertThat(first.get(lapse).json()).isEqualTo(ordered.json());
    assertThat(once(first, LAPSES, WHY, "order").json()).isEqualTo(ordered.json());
    refused(second.post(LAPSES, WHY), 409, "JRN-0047");
    refused(first.post(lapse + "/approve"), 403, "JRN-0042");
    refused(auditor.post(lapse + "/approve"), 403, "JRN-0041");
    assertThat(bodies(glasnost, old)).isEqualTo(3);

    Caller.Answer agreed = second.post(lapse + "/approve");
    assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
    assertThat(agreed.json().path("decidedBy").asString()).isEqualTo(SECOND);
    refused(second.post(lapse + "/approve"), 409, "JRN-0047");
    JsonNode ended = ended(first, lapse);
    assertThat(ended.path("parts").get(0).path("lapsed").asLong()).isEqualTo(3);
    assertThat(bodies(glasnost, old)).isZero();
    assertThat(bodies(glasnost, young)).isEqualTo(2);
    assertThat(glasnost.data().resolve("lapsed")).isNotEmptyDirectory();

    for (String kind : List.of("LAPSE_ORDERED", "LAPSE_APPROVED", "BODIES_LAPSED", "LAPSE_ENDED")) {
      JsonNode line = latest(auditor, kind);
      assertThat(line.path("reasonCode").asString()).isEqualTo("RECORDS_SCHEDULE");
      assertThat(line.toString())
          .as(kind)
          .contains(ordered.json().path("id").asString(), "SIGNED_IN")
          .contains(RunningGlasnost.SIGN_INS)
          .doesNotContain("untold");
    }
    assertThat(latest(auditor, "LAPSE_APPROVED").path("role").asString())
        .isEqualTo("RECORDS_MANAGER");
    JsonNode seen =
        auditor.get("/api/journal/events?kind=SIGNED_IN&limit=1").json().path("items").get(0);
    assertThat(seen.path("id").asString()).isEqualTo(old.get(0).toString());
    assertThat(seen.path("sealed").asBoolean()).isTrue();
    assertThat(auditor.get("/api/journal/proofs/inclusion?event=" + old.get(0)).status())
        .isEqualTo(200);
    Auditing.verifies(auditor, directory);
  }

  /** Two lift it: not the one who proposes, and never the one whose acts it keeps. */
  private static void lifted(Caller auditor, Caller records, String hold) {
    refused(auditor.post(hold + "/lift/approve"), 409, "JRN-0045");
    refused(auditor.post(hold + "/lift", Map.of()), 422, "JRN-0049");
    assertThat(auditor.post(hold + "/lift", WHY).json().path("state").asString())
        .isEqualTo("LIFT_PROPOSED");
    refused(auditor.post(hold + "/lift", WHY), 409, "JRN-0045");
    refused(auditor.post(hold + "/lift/approve"), 403, "JRN-0042");
    assertThat(schedule(records, "SIGNED_IN").path("held").asLong()).isEqualTo(3);
    assertThat(records.post(hold + "/lift/reject", WHY).json().path("state").asString())
        .isEqualTo("RUNNING");
    assertThat(auditor.post(hold + "/lift", WHY).status()).isEqualTo(200);
    Caller.Answer lifted = records.post(hold + "/lift/approve");
    assertThat(lifted.status()).as(lifted.body()).isEqualTo(200);
    assertThat(lifted.json().path("state").asString()).isEqualTo("LIFTED");
    assertThat(lifted.json().path("liftedBy").asString()).isEqualTo("records.nara");
    refused(auditor.post(hold + "/lift", WHY), 409, "JRN-0045");
    for (String kind :
        List.of(
            "JOURNAL_HOLD_PLACED",
            "JOURNAL_HOLD_LIFT_PROPOSED",
            "JOURNAL_HOLD_LIFT_REJECTED",
            "JOURNAL_HOLD_LIFTED")) {
      JsonNode line = latest(auditor, kind);
      assertThat(line.path("reasonCode").asString()).as(kind).isEqualTo("LEGAL_HOLD");
      assertThat(line.path("authority").asString()).isEqualTo("Doe v. Department, No. 1");
      assertThat(line.toString()).contains("ACTOR").doesNotContain("untold");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anOrderIsDeclinedAndGivenAnew(Databases database) throws Exception {
    RunningGlasnost glasnost = begin(database);
    UUID actor = UUID.fromString(new Staff(glasnost).id("reviewer2.state"));
    nothingIsDue(glasnost);
    List<UUID> old = new OldEvents(glasnost, Duration.ofDays(500)).signIns(actor, 1);
    Caller records = glasnost.as("records.nara");
    String lapse = String.valueOf(records.post(LAPSES, WHY).header("Location"));

    refused(records.post(lapse + "/reject", Map.of("reason", " ")), 422, "JRN-0049");
    assertThat(records.post(lapse + "/reject", WHY).json().path("state").asString())
        .isEqualTo("REJECTED");
    refused(glasnost.as(SECOND).post(lapse + "/approve"), 409, "JRN-0047");
    assertThat(bodies(glasnost, old)).isEqualTo(1);
    assertThat(latest(glasnost.as("auditor"), "LAPSE_REJECTED").toString())
        .contains(lapse.substring(LAPSES.length() + 1))
        .doesNotContain("untold");

    String anew = String.valueOf(records.post(LAPSES, WHY).header("Location"));
    assertThat(glasnost.as(SECOND).post(anew + "/approve").status()).isEqualTo(200);
    ended(records, anew);
    assertThat(bodies(glasnost, old)).isZero();
  }

  @Test
  void nobodyHasAPartInLiftingTheHoldOnTheirOwnActs() {
    RunningGlasnost glasnost = begin(Databases.H2);
    Caller records = glasnost.as("records.nara");
    String self = new Staff(glasnost).id("records.nara");
    String hold =
        String.valueOf(
            glasnost.as("auditor").post(HOLDS, hold("ACTOR", "actor", self)).header("Location"));

    refused(records.post(hold + "/lift", WHY), 403, "JRN-0043");
    assertThat(glasnost.as("auditor").post(hold + "/lift", WHY).status()).isEqualTo(200);
    refused(records.post(hold + "/lift/approve"), 403, "JRN-0043");
    assertThat(glasnost.as(SECOND).post(hold + "/lift/approve").status()).isEqualTo(200);
  }

  @Test
  void aHoldOnADocumentIsForThoseWhoMayKnowOfIt() {
    RunningGlasnost glasnost = begin(Databases.H2);
    String document =
        new Work(glasnost).atRest(Papers.MEMO, Map.of("title", "A fictitious record, held"));
    Caller records = glasnost.as("records.nara");
    Caller.Answer unknown =
        records.post(HOLDS, hold("DOCUMENT", "document", UUID.randomUUID().toString()));
    assertThat(unknown.status()).isEqualTo(404);

    Caller.Answer hold = records.post(HOLDS, hold("DOCUMENT", "document", document));
    assertThat(hold.status()).as(hold.body()).isEqualTo(201);
    JsonNode line = latest(glasnost.as("auditor"), "JOURNAL_HOLD_PLACED");
    assertThat(line.path("document").asString()).isEqualTo(document);
    String at = String.valueOf(hold.header("Location"));
    assertThat(glasnost.as("auditor").get(at).json().path("document").asString())
        .isEqualTo(document);
    assertThat(records.post(at + "/lift", WHY).status()).isEqualTo(200);
    assertThat(glasnost.as("auditor").post(at + "/lift/approve").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "intake.nara,     403, JRN-0040",
    "reviewer.state,  403, JRN-0040",
    "authority.state, 403, JRN-0040",
    "admin,           403, JRN-0040",
    "security,        403, JRN-0040"
  })
  void itIsNoMatterOfAnybodyElse(String person, int status, String rule) {
    Caller caller = begin(Databases.H2).as(person);
    String absent = "/" + UUID.randomUUID();
    for (String path : List.of("/api/journal/retention", HOLDS, LAPSES, HOLDS + absent)) {
      refused(caller.get(path), status, rule);
    }
    for (String path :
        List.of(LAPSES, LAPSES + absent + "/reject", HOLDS + absent + "/lift", HOLDS)) {
      refused(caller.post(path, WHY), status, rule);
    }
    refused(caller.post(LAPSES + absent + "/approve"), status, rule);
    refused(caller.post(HOLDS + absent + "/lift/approve"), status, rule);
  }

  @Test
  void anAuditorLooksAndHoldsAndOrdersNothing() {
    Caller auditor = begin(Databases.H2).as("auditor");
    assertThat(auditor.get("/api/journal/retention").status()).isEqualTo(200);
    assertThat(auditor.get(LAPSES).status()).isEqualTo(200);
    refused(auditor.post(LAPSES, WHY), 403, "JRN-0041");
    assertThat(auditor.get(LAPSES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(auditor.post(HOLDS + "/" + UUID.randomUUID() + "/lift", WHY).status())
        .isEqualTo(404);
  }

  @Test
  void whatIsMissingOrContradictsItselfIsNamedAltogether() {
    Caller records = begin(Databases.H2).as("records.nara");
    Caller.Answer none = records.post(HOLDS, Map.of());
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.rules()).containsExactly("JRN-0044", "JRN-0049", "JRN-0049");
    refused(records.post(HOLDS, hold("KIND", "actor", UUID.randomUUID().toString())), 422);
    refused(records.post(HOLDS, hold("ACTOR", "actor", UUID.randomUUID().toString())), 422);
    Map<String, Object> backwards = hold("KIND", "kind", "SIGNED_IN");
    backwards.put("from", "2026-01-02T00:00:00Z");
    backwards.put("to", "2026-01-01T00:00:00Z");
    refused(records.post(HOLDS, backwards), 422);
    Map<String, Object> long401 = hold("KIND", "kind", "SIGNED_IN");
    long401.put("authority", "x".repeat(401));
    refused(records.post(HOLDS, long401), 422, "JRN-0049");
    Map<String, Object> longReason = hold("KIND", "kind", "SIGNED_IN");
    longReason.put("reason", "x".repeat(4001));
    refused(records.post(HOLDS, longReason), 422, "JRN-0049");
    longReason.put("reason", "x\u0000");
    refused(records.post(HOLDS, longReason), 422, "JRN-0049");
    assertThat(records.post(LAPSES, Map.of("reason", "x".repeat(4001))).rules())
        .contains("JRN-0049");
    for (Map<String, Object> malformed :
        List.of(
            hold("KIND", "kind", "SIGNED_ON"),
            hold("ALL", "kind", "SIGNED_IN"),
            hold("KIND", "until", "2026-01-01T00:00:00Z"))) {
      assertThat(records.post(HOLDS, malformed).status()).as("%s", malformed).isEqualTo(400);
    }
    assertThat(records.post(LAPSES, Map.of("why", "x")).status()).isEqualTo(400);
  }

  private static Map<String, Object> hold(String scope, String member, String value) {
    Map<String, Object> hold = new HashMap<>();
    hold.put("scope", scope);
    hold.put(member, value);
    hold.put("authority", "Doe v. Department, No. 1");
    hold.put("reason", "a reason untold");
    return hold;
  }

  private static RunningGlasnost begin(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    SecondRecordsManager.in(glasnost);
    return glasnost;
  }

  /** What other cases have left is let go first. */
  static void nothingIsDue(RunningGlasnost glasnost) throws InterruptedException {
    Caller records = glasnost.as("records.nara");
    for (JsonNode hold : records.get(HOLDS + "?limit=200").json().path("items")) {
      if (!hold.path("state").asString().equals("LIFTED")) {
        String at = HOLDS + "/" + hold.path("id").asString();
        glasnost.as("auditor").post(at + "/lift", WHY);
        assertThat(records.post(at + "/lift/approve").status()).as(hold.toString()).isEqualTo(200);
      }
    }
    for (JsonNode run : records.get(LAPSES + "?limit=200").json().path("items")) {
      if (run.path("state").asString().equals("ORDERED")) {
        records.post(LAPSES + "/" + run.path("id").asString() + "/reject", WHY);
      }
    }
    if (schedule(records, "SIGNED_IN").path("due").asLong() > 0) {
      String lapse = String.valueOf(records.post(LAPSES, WHY).header("Location"));
      assertThat(glasnost.as(SECOND).post(lapse + "/approve").status()).isEqualTo(200);
      ended(records, lapse);
    }
  }

  static JsonNode schedule(Caller caller, String kind) {
    Caller.Answer all = caller.get("/api/journal/retention");
    assertThat(all.status()).as(all.body()).isEqualTo(200);
    return all.json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode latest(Caller auditor, String kind) {
    return auditor
        .get("/api/journal/events?order=desc&limit=1&kind=" + kind)
        .json()
        .path("items")
        .get(0);
  }

  static JsonNode ended(Caller caller, String lapse) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_SECONDS);
    while (true) {
      JsonNode run = caller.get(lapse).json();
      if (run.path("state").asString().equals("ENDED")) {
        return run;
      }
      assertThat(System.nanoTime()).as(run.toString()).isLessThan(until);
      Thread.sleep(50);
    }
  }

  private static long bodies(RunningGlasnost glasnost, List<UUID> events) {
    return glasnost
        .part(JdbcClient.class)
        .sql("select count(*) from journal_body where event in (:events)")
        .param("events", events)
        .query(Long.class)
        .single();
  }

  private static Caller.Answer once(Caller caller, String path, Object body, String key) {
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key + "-" + body.hashCode())
            .POST(HttpRequest.BodyPublishers.ofString(Caller.JSON.writeValueAsString(body))));
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).containsExactly(rule);
  }

  private static void refused(Caller.Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).isNotEmpty().containsOnly("JRN-0044");
  }
}
