package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** How a document is held before a person has looked, and after. */
class UnconfirmedMarkingIT {
  private static final String WORDS = "\n\nThis text is fictitious and tells of nothing.\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What the first lines say, what that comes to, what it is held at until a person confirms.
        "SECRET                      | SECRET       | SECRET",
        "CONFIDENTIAL                | CONFIDENTIAL | CONFIDENTIAL",
        "RESTRICTED                  | RESTRICTED   | CONFIDENTIAL",
        "5ECRET                      | SECRET       | TOP_SECRET",
        "C0NFIDENTIAL                | CONFIDENTIAL | TOP_SECRET",
        "XX SECRET                   |              | TOP_SECRET",
        "UNCLASSIFIED                | UNCLASSIFIED | TOP_SECRET",
        "UNCLASSIF1ED                | UNCLASSIFIED | TOP_SECRET",
        "LIMITED OFFICIAL USE        | LOU          | TOP_SECRET",
        "SECRET~C0NFIDENTIAL         | SECRET       | TOP_SECRET",
        "CONFIDENTIAL~UNCLASSIFIED   | CONFIDENTIAL | CONFIDENTIAL",
        "Nothing is marked here.     |              | TOP_SECRET",
      })
  void isHeldAtNoLessThanItMaySay(String lines, @Nullable String said, String held) {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    String document =
        new Work(glasnost).registers(lines.replace("~", "\n\n") + WORDS, fields(null));

    Caller.Answer answer = glasnost.as("classifier.state").get("/api/documents/" + document);
    JsonNode marking = answer.json().path("marking");
    assertThat(marking.path("level").asString()).isEqualTo(said == null ? "NONE" : said);
    assertThat(marking.path("protectedAs").asString()).isEqualTo(held);
    assertThat(marking.path("confirmed").asBoolean()).isFalse();
    assertThat(answer.header("X-Content-Marking")).startsWith(held.replace('_', ' '));
    assertThat(glasnost.as("reviewer.confidential").get("/api/documents/" + document).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isHeldAtWhatAPersonConfirms(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String open = work.registers("UNCLASSIFIED" + WORDS, fields(null));
    String damaged = work.registers("5ECRET" + WORDS, fields(null));
    work.acceptsAll("classifier.state", open);
    work.acceptsAll("classifier.state", damaged);

    assertThat(held(glasnost, open)).isEqualTo("UNCLASSIFIED");
    assertThat(held(glasnost, damaged)).isEqualTo("SECRET");
    JsonNode history =
        glasnost
            .as("records.nara")
            .get("/api/documents/" + damaged + "/markings")
            .json()
            .path("items");
    assertThat(history.valueStream().map(m -> m.path("marking").path("protectedAs").asString()))
        .containsExactly("TOP_SECRET", "SECRET");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anEnclosureThatProvesNothingFollowsItsTransmittal(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String transmittal = work.registers("SECRET" + WORDS, fields(null));
    String silent = work.registers("Nothing is marked." + WORDS, fields(transmittal));
    String open = work.registers("UNCLASSIFIED" + WORDS, fields(transmittal));
    String damaged = work.registers("C0NFIDENTIAL" + WORDS, fields(transmittal));
    String inner = work.registers("Enclosed in an enclosure." + WORDS, fields(silent));

    assertThat(held(glasnost, silent)).isEqualTo("SECRET");
    assertThat(held(glasnost, open)).isEqualTo("SECRET");
    assertThat(held(glasnost, damaged)).isEqualTo("TOP_SECRET");
    assertThat(held(glasnost, inner)).isEqualTo("SECRET");

    JsonNode seen = glasnost.as("classifier.state").get("/api/documents/" + transmittal).json();
    work.does(
        "classifier.state",
        "MARKING_REVIEW",
        transmittal,
        Work.acceptance(seen, Map.of("level", "TOP_SECRET", "verbatim", "TOP SECRET")));
    assertThat(held(glasnost, silent)).isEqualTo("TOP_SECRET");
    assertThat(held(glasnost, open)).isEqualTo("TOP_SECRET");
    assertThat(held(glasnost, inner)).isEqualTo("TOP_SECRET");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void controlsAndCompartmentsBindBeforeAndAfterTheReview(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers("SECRET NOF0RN" + WORDS, fields(null));
    Caller classifier = glasnost.as("classifier.state");
    assertThat(classifier.get("/api/documents/" + document).header("X-Content-Marking"))
        .isEqualTo("TOP SECRET//NOFORN");

    JsonNode seen = classifier.get("/api/documents/" + document).json();
    work.does(
        "classifier.state",
        "MARKING_REVIEW",
        document,
        Work.acceptance(seen, Map.of("level", "SECRET", "verbatim", "SECRET")));
    assertThat(
            glasnost
                .as("records.nara")
                .get("/api/documents/" + document)
                .header("X-Content-Marking"))
        .isEqualTo("SECRET//NOFORN");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoIsNotReadInTakesTheRecordInAndThenKnowsNothingOfIt(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Map<String, Object> body = new LinkedHashMap<>(fields(null));
    body.put("text", "TOP SECRET UMBRA" + WORDS);
    Caller intake = glasnost.as("intake.nara");
    Caller.Answer registered = intake.post("/api/documents", body);

    assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    assertThat(registered.header("X-Content-Marking")).isEqualTo("TOP SECRET//SI//NOFORN");
    String id = registered.json().path("id").asString();
    for (String name : List.of("intake.nara", "classifier.state", "records.nara", "auditor")) {
      assertThat(glasnost.as(name).get("/api/documents/" + id).status()).as(name).isEqualTo(404);
    }
    assertThat(
            glasnost
                .as("classifier.state")
                .get("/api/tasks?document=" + id)
                .json()
                .path("items")
                .size())
        .isZero();
    assertThat(
            glasnost.as("auditor").get("/api/journal/events?document=" + id).json().path("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aListOfOrganisationsIsMetByTheRecordsOwnAgencies(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    Map<String, Object> others = new LinkedHashMap<>(fields(null));
    others.put("originatingAgency", "CIA");
    String ours = work.registers("SECRET ORCON NOFORN" + WORDS, fields(null));
    String theirs = work.registers("SECRET ORCON NOFORN" + WORDS, others);

    work.acceptsAll("classifier.state", ours);
    for (String document : List.of(ours, theirs)) {
      assertThat(glasnost.as("records.nara").get("/api/documents/" + document).status())
          .isEqualTo(200);
      assertThat(glasnost.as("auditor").get("/api/documents/" + document).status()).isEqualTo(200);
    }
    assertThat(glasnost.as("classifier.state").get("/api/documents/" + ours).status())
        .isEqualTo(200);
    assertThat(glasnost.as("classifier.state").get("/api/documents/" + theirs).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aProgramWhoseListIsKeptElsewhereIsOpenToNobodyByTask(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Map<String, Object> body = new LinkedHashMap<>(fields(null));
    body.put("text", "SECRET//NOFORN//ACCM" + WORDS);
    Caller.Answer registered = glasnost.as("intake.nara").post("/api/documents", body);
    assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    assertThat(registered.header("X-Content-Marking")).contains("ACCM");
    String id = registered.json().path("id").asString();
    for (String name : List.of("intake.nara", "classifier.state", "records.nara", "auditor")) {
      assertThat(glasnost.as(name).get("/api/documents/" + id).status()).as(name).isEqualTo(404);
      assertThat(glasnost.as(name).get("/api/tasks?document=" + id).json().path("items"))
          .as(name)
          .isEmpty();
    }
    assertThat(
            glasnost.as("auditor").get("/api/journal/events?document=" + id).json().path("items"))
        .isEmpty();
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

  private static Map<String, Object> fields(@Nullable String transmittal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", "A fictitious memorandum");
    fields.put("documentDate", "1985-03-25");
    fields.put("originatingAgency", "STATE");
    if (transmittal != null) {
      fields.put("enclosureOf", transmittal);
    }
    return fields;
  }
}
