package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A running application, somebody and a record, and the days that pass for these two. */
record AccessQuestion(RunningGlasnost glasnost, Staff staff, Staff.Hired reader, String document) {
  static final String TITLE = "A fictitious paper that is asked about";
  static final String WORDS = "Fictitious words that no answer tells.";

  private static final List<String> OF_ACCOUNTS =
      List.of("post", "role_assignment", "clearance", "citizenship", "nondisclosure_agreement");

  static AccessQuestion on(Databases database, ClassificationLevel clearance) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Staff staff = new Staff(glasnost);
    return new AccessQuestion(
        glasnost,
        staff,
        staff.hired(Role.REVIEWER, "NSC", clearance),
        new Work(glasnost).atRest("SECRET\n\n" + WORDS + "\n", Papers.fields(TITLE, "1985-03-25")));
  }

  LocalDate today() {
    return glasnost.part(OfficeDay.class).today();
  }

  LocalDate daysAgo(int days) {
    return today().minusDays(days);
  }

  Instant momentsAgo(Duration past) {
    return glasnost.part(OfficeDay.class).now().minus(past);
  }

  /** Some days pass: whatever is recorded of the two was recorded, and holds, so much earlier. */
  void passes(int days) {
    String back = " - interval '" + days + "' day";
    String recorded = "recorded_at = recorded_at" + back + ", superseded_at = superseded_at" + back;
    String held = ", valid_from = valid_from" + back + ", valid_to = valid_to" + back;
    for (String table : OF_ACCOUNTS) {
      update("update " + table + " set " + recorded + held + " where account_id = ?", reader.id());
    }
    update("update need_to_know set " + recorded + held + " where document = ?", document);
    // When a marking held follows from the record's own date.
    glasnost.part(AgedBodies.class).age(UUID.fromString(document), Duration.ofDays(days));
  }

  /** What other tests compare with the journal is as it was recorded. */
  static void daysAreGivenBack() {
    for (Databases database : Databases.values()) {
      RunningGlasnost.on(database).part(AgedBodies.class).giveBack();
    }
  }

  private void update(String sql, String id) {
    glasnost.part(JdbcClient.class).sql(sql).param(UUID.fromString(id)).update();
  }

  Caller.Answer asked(String userName, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    return glasnost.as(userName).get("/api/access" + question(asOf, knownAt));
  }

  String question(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
    return "?account="
        + reader.id()
        + "&document="
        + document
        + (asOf == null ? "" : "&asOf=" + asOf)
        + (knownAt == null ? "" : "&knownAt=" + knownAt);
  }

  /** What a security officer is told. */
  JsonNode told(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
    Caller.Answer answer = asked("security", asOf, knownAt);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(TITLE).doesNotContain(WORDS);
    JsonNode told = answer.json();
    assertThat(told.path("account").asString()).isEqualTo(reader.id());
    assertThat(told.path("document").asString()).isEqualTo(document);
    assertThat(told.path("asOf").asString())
        .isEqualTo(Objects.requireNonNullElse(asOf, today()).toString());
    boolean all = results(told).values().stream().allMatch(passed -> passed);
    assertThat(told.path("mayKnow").asBoolean()).as(answer.body()).isEqualTo(all);
    return told;
  }

  /** The officers let the reader in, to the text, for thirty days. */
  void given() {
    Map<String, Object> proposal =
        Staff.proposal(
            Map.of(
                "kind",
                "NEED_TO_KNOW",
                "document",
                document,
                "source",
                "DECISION",
                "scope",
                "TEXT"));
    proposal.put("to", today().plusDays(30).toString());
    staff.given(reader, proposal);
  }

  void ended() {
    Caller officer = glasnost.as("security");
    String need =
        officer.get(reader.path() + "/needs").json().path("items").get(0).path("id").asString();
    Caller.Answer ended =
        officer.post(reader.path() + "/needs/" + need + "/end", Map.of("reason", "done"));
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
  }

  /** Of each test by its words: whether it was passed. */
  static Map<String, Boolean> results(JsonNode told) {
    return told.path("tests")
        .valueStream()
        .collect(
            Collectors.toMap(
                test -> test.path("test").asString(), test -> test.path("passed").asBoolean()));
  }
}
