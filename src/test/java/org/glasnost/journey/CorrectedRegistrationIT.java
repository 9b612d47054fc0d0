package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A registration that was wrong, put right in two times. */
class CorrectedRegistrationIT {
  private static final String TEXT = "SECRET\nDECL: OADR\n\nThis text is fictitious.\n";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theFirstMarkingHoldsFromTheCorrectedDate(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = new Work(glasnost).registers(TEXT, fields("1985-03-25"));
    Instant early = Instant.now();

    patch(glasnost, document, "1985-03-05");
    assertThat(asOf(glasnost, document, "1985-03-05", null)).isEqualTo("SECRET");
    assertThat(asOf(glasnost, document, "1985-03-04", null)).isNull();
    assertThat(asOf(glasnost, document, "1985-03-05", early)).isNull();
    assertThat(asOf(glasnost, document, "1985-03-25", early)).isEqualTo("SECRET");

    Instant between = Instant.now();
    patch(glasnost, document, "1986-03-25");
    assertThat(asOf(glasnost, document, "1986-03-24", null)).isNull();
    assertThat(asOf(glasnost, document, "1986-03-25", null)).isEqualTo("SECRET");
    assertThat(asOf(glasnost, document, "1986-03-24", between)).isEqualTo("SECRET");
    assertThat(asOf(glasnost, document, "1985-03-05", between)).isEqualTo("SECRET");

    JsonNode rows = markings(glasnost, document, "");
    assertThat(rows.valueStream().map(r -> r.path("from").asString()))
        .containsExactly("1985-03-25", "1985-03-05", "1986-03-25");
    assertThat(rows.valueStream().map(r -> r.path("supersededAt").isNull()))
        .containsExactly(false, false, true);
    assertThat(rows.get(2).path("reasonCode").asString()).isEqualTo("REGISTRATION_CORRECTED");
    JsonNode corrections =
        glasnost
            .as("auditor")
            .get("/api/journal/events?kind=REGISTRATION_CORRECTED&document=" + document)
            .json()
            .path("items");
    assertThat(corrections.valueStream().map(e -> e.path("effectiveOn").asString()))
        .containsExactly("1985-03-05", "1986-03-25");
    assertThat(rows.get(2).path("event").asString())
        .isEqualTo(corrections.get(1).path("id").asString());
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDateThatWasNotKnownTakesTheMarkingBackToIt(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, fields(null));
    assertThat(asOf(glasnost, document, "1999-12-31", null)).isNull();
    Instant unknown = Instant.now();
    patch(glasnost, document, "1985-03-25");
    assertThat(asOf(glasnost, document, "1999-12-31", null)).isEqualTo("SECRET");
    assertThat(asOf(glasnost, document, "1999-12-31", unknown)).isNull();

    work.acceptsAll("classifier.state", document);
    assertThat(asOf(glasnost, document, "1985-03-24", null)).isNull();
    patch(glasnost, document, "1985-03-20");
    assertThat(asOf(glasnost, document, "1985-03-20", null)).isEqualTo("SECRET");
    assertThat(markings(glasnost, document, "?asOf=1985-03-20").get(0).path("marking"))
        .isEqualTo(
            glasnost.as("records.nara").get("/api/documents/" + document).json().path("marking"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aCorrectionLeavesTheLaterMarkingsWhereTheyAre(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, fields("1985-03-25"));
    work.acceptsAll("classifier.state", document);
    work.beginsReview(document);
    work.decides(document, Decisions.sustain(work.portions("records.nara", document)));
    Instant before = Instant.now();
    patch(glasnost, document, "1984-01-01");

    JsonNode now = markings(glasnost, document, "?asOf=1984-01-01");
    assertThat(now.get(0).path("marking").path("confirmed").asBoolean()).isTrue();
    assertThat(now.get(0).path("instruction").asString()).contains("OADR");
    assertThat(markings(glasnost, document, "?knownAt=" + before).get(0).path("instruction"))
        .isEqualTo(markings(glasnost, document, "?asOf=9999-01-01").get(0).path("instruction"));
    assertThat(
            markings(glasnost, document, "?asOf=9999-01-01").get(0).path("instruction").asString())
        .isEqualTo("25X6, 20350324");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anUnmarkedDocumentFollowsTheTransmittalItIsGiven(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String secret = work.registers(TEXT, fields("1985-03-25"));
    String higher = work.registers("TOP " + TEXT, fields("1985-03-25"));
    Map<String, Object> enclosed = fields("1985-03-24");
    enclosed.put("enclosureOf", secret);
    String letter = work.registers("This letter is fictitious.\n", enclosed);
    Caller intake = glasnost.as("intake.nara");
    assertThat(held(glasnost, letter)).isEqualTo("SECRET");

    intake.patch(
        "/api/documents/" + letter,
        "{\"enclosureOf\":\"" + higher + "\",\"reason\":\"came with another\"}");
    assertThat(held(glasnost, letter)).isEqualTo("TOP_SECRET");

    Caller.Answer circle =
        intake.patch(
            "/api/documents/" + higher,
            "{\"enclosureOf\":\"" + letter + "\",\"reason\":\"a circle\"}");
    assertThat(circle.status()).isEqualTo(422);
    assertThat(circle.rules()).containsExactly("DOC-0041");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void nothingIsEnclosedInWhatWasWithdrawn(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String transmittal = work.registers(TEXT, fields("1985-03-25"));
    Map<String, Object> enclosed = fields("1985-03-24");
    enclosed.put("enclosureOf", transmittal);
    String letter = work.registers("This letter is fictitious.\n", enclosed);
    Caller intake = glasnost.as("intake.nara");
    Caller.Answer withdrawn =
        intake.post(
            "/api/documents/" + transmittal + "/withdraw", Map.of("reason", "registered twice"));
    assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
    assertThat(withdrawn.json().path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(held(glasnost, letter)).isEqualTo("SECRET");

    Map<String, Object> again = new LinkedHashMap<>(enclosed);
    again.put("text", "Another letter.\n");
    Caller.Answer refused = intake.post("/api/documents", again);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.rules()).containsExactly("DOC-0014");
    assertThat(
            intake
                .patch(
                    "/api/documents/" + transmittal, "{\"title\":\"another\",\"reason\":\"late\"}")
                .status())
        .isEqualTo(409);
    JsonNode seen = glasnost.as("classifier.state").get("/api/documents/" + letter).json();
    work.does("classifier.state", "MARKING_REVIEW", letter, Work.acceptance(seen, null));
    assertThat(held(glasnost, letter)).isEqualTo("SECRET");
  }

  private static void patch(RunningGlasnost glasnost, String document, String date) {
    Caller.Answer corrected =
        glasnost
            .as("intake.nara")
            .patch(
                "/api/documents/" + document,
                "{\"documentDate\":\"" + date + "\",\"reason\":\"misread\"}");
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
  }

  private static @Nullable String asOf(
      RunningGlasnost glasnost, String document, String day, @Nullable Instant knownAt) {
    JsonNode items =
        markings(
            glasnost, document, "?asOf=" + day + (knownAt == null ? "" : "&knownAt=" + knownAt));
    assertThat(items.size()).isLessThanOrEqualTo(1);
    return items.isEmpty() ? null : items.get(0).path("marking").path("level").asString();
  }

  private static JsonNode markings(RunningGlasnost glasnost, String document, String query) {
    return glasnost
        .as("records.nara")
        .get("/api/documents/" + document + "/markings" + query)
        .json()
        .path("items");
  }

  private static String held(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("records.nara")
        .get("/api/documents/" + document)
        .json()
        .path("marking")
        .path("protectedAs")
        .asString();
  }

  private static Map<String, Object> fields(@Nullable String date) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", "A fictitious memorandum");
    fields.put("originatingAgency", "STATE");
    fields.put("recordStatus", "PERMANENT");
    if (date != null) {
      fields.put("documentDate", date);
    }
    return fields;
  }
}
