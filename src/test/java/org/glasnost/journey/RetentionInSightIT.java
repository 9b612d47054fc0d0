package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventBody;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What retention tells to whom: nothing of events and records that are sealed for them. */
class RetentionInSightIT {
  private static final String HOLDS = "/api/journal/holds";
  private static final String LAPSES = "/api/journal/lapses";
  private static final String PAGE = "/journal/retention";
  private static final Map<String, String> WHY = Map.of("reason", "a reason untold");
  private static final String MARKING = "X-Content-Marking";

  /** A hold on somebody's acts at one instant would tell whose a sealed event is. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoseASealedEventIsDoesNotShowInWhatIsHeld(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    SecondRecordsManager.in(glasnost);
    RetentionIT.nothingIsDue(glasnost);
    Caller records = glasnost.as("records.nara");
    String name = uncleared(glasnost);
    Caller uncleared = glasnost.as(name);
    UUID document = atRest(glasnost);
    UUID reviewer = UUID.fromString(new Staff(glasnost).id("reviewer.state"));
    UUID other = UUID.fromString(new Staff(glasnost).id("senior.state"));
    OldEvents old = new OldEvents(glasnost, Duration.ofDays(700));
    UUID sealed = old.signInUnder(reviewer, label(glasnost, document));
    old.signIns(other, 2);
    Instant at =
        uncleared
            .get("/api/journal/events?limit=200&kind=SIGNED_IN&to=" + longAgo())
            .json()
            .path("items")
            .valueStream()
            .filter(event -> event.path("id").asString().equals(sealed.toString()))
            .map(event -> Instant.parse(event.path("at").asString()))
            .findFirst()
            .orElseThrow();

    counted(uncleared, 2, 0, true);
    counted(records, 3, 0, false);
    Map<String, Object> probe = hold("ACTOR", "actor", reviewer.toString());
    probe.put("from", EventBody.instant(at));
    probe.put("to", EventBody.instant(at.plusNanos(1000)));
    String hold = placed(uncleared, probe);
    counted(uncleared, 2, 0, true);
    counted(records, 2, 1, false);

    Caller.Answer ordered = records.post(LAPSES, WHY);
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    String lapse = String.valueOf(ordered.header("Location"));
    JsonNode part = ordered.json().path("parts").get(0);
    assertThat(part.path("due").asLong()).isEqualTo(2);
    assertThat(part.path("held").asLong()).isEqualTo(1);
    for (JsonNode told :
        List.of(
            uncleared.get(lapse).json(),
            uncleared.get(LAPSES + "?limit=1").json().path("items").get(0))) {
      assertThat(told.path("parts").get(0).path("due").isNull()).as(told.toString()).isTrue();
      assertThat(told.path("parts").get(0).path("held").isNull()).isTrue();
    }
    JsonNode line =
        uncleared
            .get("/api/journal/events?order=desc&limit=1&kind=LAPSE_ORDERED")
            .json()
            .path("items")
            .get(0)
            .path("after");
    assertThat(line.path("run").asString()).isEqualTo(ordered.json().path("id").asString());
    assertThat(line.path("parts").get(0).path("kind").asString()).isEqualTo("SIGNED_IN");
    assertThat(line.path("parts").get(0).has("due")).isFalse();
    assertThat(line.path("parts").get(0).has("held")).isFalse();
    String page = new SignedInPages(glasnost).as(name).reads(PAGE).body();
    assertThat(page).contains("Counted is what you may see").doesNotContain("Signed in (");

    assertThat(records.post(lapse + "/reject", WHY).status()).isEqualTo(200);
    isLifted(glasnost, hold);
    RetentionIT.nothingIsDue(glasnost);
    counted(uncleared, 0, 0, false);
  }

  private static void counted(Caller caller, long due, long held, boolean sealed) {
    JsonNode schedule = RetentionIT.schedule(caller, "SIGNED_IN");
    assertThat(schedule.path("due").asLong()).as(schedule.toString()).isEqualTo(due);
    assertThat(schedule.path("held").asLong()).as(schedule.toString()).isEqualTo(held);
    assertThat(schedule.path("sealed").asBoolean()).as(schedule.toString()).isEqualTo(sealed);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aHoldOnADocumentIsNotThereForWhoMayNotKnowOfIt(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller records = glasnost.as("records.nara");
    String name = uncleared(glasnost);
    Caller uncleared = glasnost.as(name);
    String open = placed(uncleared, hold("KIND", "kind", "REPAIRED"));
    UUID document = atRest(glasnost);
    String hold = placed(records, hold("DOCUMENT", "document", document.toString()));
    String another = placed(records, hold("DOCUMENT", "document", document.toString()));
    assertThat(records.post(another + "/lift", WHY).status()).isEqualTo(200);

    assertThat(records.get(HOLDS).body()).contains(id(hold), id(another));
    assertThat(uncleared.get(HOLDS + "?limit=200").body())
        .contains(id(open))
        .doesNotContain(id(hold), id(another), document.toString());
    Caller.Answer first = uncleared.get(HOLDS + "?limit=1");
    assertThat(first.json().path("items").get(0).path("id").asString()).isEqualTo(id(open));
    Tab tab = new Tab(glasnost).signsIn(name);
    assertThat(tab.reads(PAGE).body())
        .contains("hold-" + id(open))
        .doesNotContain(id(hold), id(another));

    for (String at : List.of(hold, another, HOLDS + "/" + UUID.randomUUID())) {
      assertThat(uncleared.get(at).status()).as(at).isEqualTo(404);
      isSealed(uncleared);
      for (Caller.Answer answer :
          List.of(
              uncleared.post(at + "/lift", WHY),
              uncleared.post(at + "/lift/approve"),
              uncleared.post(at + "/lift/reject", WHY),
              uncleared.post(at + "/lift", Map.of()))) {
        assertThat(answer.status()).as(at).isEqualTo(404);
        assertThat(answer.rules()).containsExactly("ACC-0001");
        isSealed(uncleared);
      }
      for (String form : List.of("/lift", "/lift/approve", "/lift/reject")) {
        HttpResponse<String> answer =
            tab.sends(PAGE + at.substring("/api/journal".length()) + form, WHY);
        assertThat(answer.statusCode()).as(at + form).isEqualTo(404);
        isSealed(uncleared);
      }
    }
    assertThat(records.get(hold).json().path("state").asString()).isEqualTo("RUNNING");
    assertThat(records.get(another).json().path("state").asString()).isEqualTo("LIFT_PROPOSED");
    assertThat(glasnost.as("auditor").post(another + "/lift/approve").status()).isEqualTo(200);
    isLifted(glasnost, hold);
    isLifted(glasnost, open);
  }

  /** The newest refusal is sealed for whoever asked, whether the hold is there or not. */
  private static void isSealed(Caller uncleared) {
    JsonNode line =
        uncleared
            .get("/api/journal/events?order=desc&limit=1&kind=ACCESS_REFUSED")
            .json()
            .path("items")
            .get(0);
    assertThat(line.path("sealed").asBoolean()).as(line.toString()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsShownOfHoldsBearsTheMarkingOfTheirRecords(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller records = glasnost.as("records.nara");
    String name = uncleared(glasnost);
    Caller uncleared = glasnost.as(name);
    String document = atRest(glasnost).toString();
    String marking = records.get("/api/documents/" + document).header(MARKING);
    assertThat(marking).startsWith("CONFIDENTIAL");
    Caller.Answer placed = records.post(HOLDS, hold("DOCUMENT", "document", document));
    String hold = String.valueOf(placed.header("Location"));
    String open = placed(uncleared, hold("KIND", "kind", "REPAIRED"));

    assertThat(placed.header(MARKING)).isEqualTo(marking);
    assertThat(records.get(hold).header(MARKING)).isEqualTo(marking);
    assertThat(records.get(HOLDS).header(MARKING)).isNotNull().doesNotContain("UNCLASSIFIED");
    assertThat(records.get(open).header(MARKING)).isEqualTo("UNCLASSIFIED");
    assertThat(uncleared.get(HOLDS).header(MARKING)).isEqualTo("UNCLASSIFIED");
    assertThat(records.post(hold + "/lift", WHY).header(MARKING)).isEqualTo(marking);
    assertThat(records.post(hold + "/lift/reject", WHY).header(MARKING)).isEqualTo(marking);

    HttpResponse<String> page = new SignedInPages(glasnost).as("records.nara").reads(PAGE);
    assertThat(page.headers().firstValue(MARKING).orElseThrow()).doesNotContain("UNCLASSIFIED");
    assertThat(page.body()).containsPattern("class=\"[^\"]*marking-(c|s|ts)");
    HttpResponse<String> without = new SignedInPages(glasnost).as(name).reads(PAGE);
    assertThat(without.headers().firstValue(MARKING)).contains("UNCLASSIFIED");
    isLifted(glasnost, hold);
    isLifted(glasnost, open);
  }

  /** Somebody has had the database in hand: neither an order nor an agreement is taken. */
  @Test
  void nothingIsOrderedOrAgreedToWhileHoldsAreNotAsTold() throws Exception {
    try (RunningGlasnost glasnost = RunningGlasnost.onItsOwn(Databases.H2)) {
      SecondRecordsManager.in(glasnost);
      Caller records = glasnost.as("records.nara");
      Caller second = glasnost.as(SecondRecordsManager.NAME);
      UUID actor = UUID.fromString(new Staff(glasnost).id("reviewer.state"));
      new OldEvents(glasnost, Duration.ofDays(700)).signIns(actor, 2);
      String lapse = String.valueOf(records.post(LAPSES, WHY).header("Location"));
      glasnost
          .part(JdbcClient.class)
          .sql(
              "insert into journal_hold (id, scope, kind, authority, placed_by, placed_by_name,"
                  + " placed_at) values (random_uuid(), 'KIND', 'REPAIRED', 'nobody',"
                  + " random_uuid(), 'nobody', current_timestamp)")
          .update();

      Caller.Answer agreed = second.post(lapse + "/approve");
      assertThat(agreed.status()).as(agreed.body()).isEqualTo(503);
      assertThat(agreed.rules()).containsExactly("JRN-0053");
      Tab tab = new Tab(glasnost).signsIn(SecondRecordsManager.NAME);
      assertThat(tab.reads(PAGE).statusCode()).isEqualTo(200);
      assertThat(
              tab.sends(PAGE + lapse.substring("/api/journal".length()) + "/approve", Map.of())
                  .statusCode())
          .isEqualTo(503);
      assertThat(records.get(lapse).json().path("state").asString()).isEqualTo("ORDERED");
      assertThat(second.post(lapse + "/reject", WHY).status()).isEqualTo(200);
      assertThat(records.post(LAPSES, WHY).rules()).containsExactly("JRN-0053");
      assertThat(RetentionIT.schedule(records, "SIGNED_IN").path("due").asLong()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void thePageNamesTheFileInUse(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    assertThat(new SignedInPages(glasnost).as("auditor").reads(PAGE).body())
        .contains("From <code>" + glasnost.data().resolve("retention.yaml") + "</code>")
        .doesNotContain("config/retention.yaml");
  }

  private static String uncleared(RunningGlasnost glasnost) {
    return new Staff(glasnost).hired(Role.AUDITOR, "NARA", null).name();
  }

  private static UUID atRest(RunningGlasnost glasnost) {
    return UUID.fromString(
        new Work(glasnost).atRest(Papers.MEMO, Papers.fields("A fictitious record, held")));
  }

  private static long label(RunningGlasnost glasnost, UUID document) {
    return glasnost
        .part(JdbcClient.class)
        .sql("select label from document where id = ?")
        .param(document)
        .query(Long.class)
        .single();
  }

  private static String longAgo() {
    return EventBody.instant(Instant.now().minus(Duration.ofDays(600)));
  }

  private static String placed(Caller caller, Map<String, Object> hold) {
    Caller.Answer placed = caller.post(HOLDS, hold);
    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    return String.valueOf(placed.header("Location"));
  }

  private static String id(String hold) {
    return hold.substring(HOLDS.length() + 1);
  }

  private static void isLifted(RunningGlasnost glasnost, String hold) {
    glasnost.as("auditor").post(hold + "/lift", WHY);
    assertThat(glasnost.as("records.nara").post(hold + "/lift/approve").status()).isEqualTo(200);
  }

  private static Map<String, Object> hold(String scope, String member, String value) {
    Map<String, Object> hold = new HashMap<>(WHY);
    hold.put("scope", scope);
    hold.put(member, value);
    hold.put("authority", "Doe v. Department, No. 1");
    return hold;
  }
}
