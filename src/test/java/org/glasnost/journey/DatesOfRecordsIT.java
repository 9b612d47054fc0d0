package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A record's dates are what the calculator answers for all that is recorded of it. */
class DatesOfRecordsIT {
  private static final String WORDS = "\n\nThis text is fictitious and tells of nothing.\n";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatFollowsRulesOfItsOwnHasNoDate(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);

    JsonNode nato = dates(glasnost, work.registers("NATO SECRET" + WORDS, fields()));
    assertThat(nato.path("effect").asString()).isEqualTo("EXCLUDED");
    assertThat(nato.path("noDateReason").path("automaticDeclassification").asString())
        .isEqualTo("NATO");
    // Nobody here is read in to Restricted Data: the officer sees it once, in the answer.
    for (String line : new String[] {"SECRET//RD//NOFORN", "SECRET\nRESTRICTED DATA"}) {
      Map<String, Object> body = new LinkedHashMap<>(fields());
      body.put("text", line + WORDS);
      JsonNode atomic =
          glasnost.as("intake.nara").post("/api/documents", body).json().path("declassification");
      assertThat(atomic.path("effect").asString()).as(line).isEqualTo("EXCLUDED");
      assertThat(atomic.path("noDateReason").path("declassifyOn").asString())
          .isEqualTo("RESTRICTED_DATA");
      assertThat(atomic.path("declassifyOn").isNull()).isTrue();
      assertThat(atomic.path("nextActor").asString()).isEqualTo("DOE");
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anApprovalRecordedBySignatureDelaysTheDateAndChangesNoMarking(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview("SECRET/SENSITIVE" + WORDS, fields());
    JsonNode before = glasnost.as("records.nara").get("/api/documents/" + document).json();
    work.decides(document, Decisions.sustain(work.portions("reviewer.state", document)));

    JsonNode after = glasnost.as("records.nara").get("/api/documents/" + document).json();
    JsonNode dates = after.path("declassification");
    assertThat(dates.path("automaticDeclassification").asString()).isEqualTo("2035-03-24");
    assertThat(dates.path("effect").asString()).isEqualTo("RUNNING");
    assertThat(dates.path("findings")).isEmpty();
    assertThat(after.path("marking").path("canonical").path("banner").asString())
        .isEqualTo("SECRET//NOFORN")
        .isEqualTo(before.path("marking").path("canonical").path("banner").asString());
    JsonNode history =
        glasnost
            .as("records.nara")
            .get("/api/documents/" + document + "/markings")
            .json()
            .path("items");
    assertThat(
            history
                .valueStream()
                .map(m -> m.path("marking").path("canonical").path("banner").asString()))
        .containsOnly("SECRET//NOFORN");

    // A corrected date moves both, and forgets no approval.
    Caller.Answer corrected =
        glasnost
            .as("records.nara")
            .patch(
                "/api/documents/" + document,
                "{\"documentDate\": \"1985-03-26\", \"reason\": \"misread\"}");
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    assertThat(dates(glasnost, document).path("automaticDeclassification").asString())
        .isEqualTo("2035-03-24");
  }

  private static JsonNode dates(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("records.nara")
        .get("/api/documents/" + document)
        .json()
        .path("declassification");
  }

  private static Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", "A fictitious memorandum");
    fields.put("documentDate", "1985-03-25");
    fields.put("originatingAgency", "STATE");
    fields.put("recordStatus", "PERMANENT");
    return fields;
  }
}
