package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Somebody gives a document another past in the database; its events still say what was so. */
class AnotherPastIT {
  private static final String DIFFERENCE = "\"table\":\"document_marking\"";

  /** What is done to the first row that another has superseded. */
  private static final List<String> CHANGES =
      List.of(
          "level = 'UNCLASSIFIED'",
          "verbatim = 'UNCLASSIFIED'",
          "label = :unlike",
          "valid_from = date '1980-01-01'",
          "valid_to = date '2100-01-01'",
          "recorded_at = timestamp with time zone '2001-01-01 00:00:00Z'",
          "recorded_at = recorded_at - interval '1' second",
          "superseded_at = timestamp with time zone '2099-01-01 00:00:00Z'",
          "superseded_at = null",
          "changed_by = id",
          "authority = 'another'",
          "reason_code = 'ANOTHER'",
          "cites = 'another'",
          "event = :another");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isNotToldAndEveryExportFindsIt(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("A fictitious memorandum"));
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    Caller auditor = glasnost.as("auditor");
    String markings = "/api/documents/" + document + "/markings";
    Caller.Answer before = auditor.get(markings);
    assertThat(before.status()).isEqualTo(200);
    assertThat(export(auditor, document)).doesNotContain(DIFFERENCE);

    UUID past =
        jdbc.sql(
                "select id from document_marking where document = ? and superseded_at is not null"
                    + " order by recorded_at, id fetch first 1 rows only")
            .param(UUID.fromString(document))
            .query(UUID.class)
            .single();
    Map<String, Object> row =
        jdbc.sql("select * from document_marking where id = ?").param(past).query().singleRow();
    // A line tells of a protection no more than its level: this one says the same there.
    Long alike =
        labelOf(jdbc, work.atRest("SECRET//NOFORN\n\nA notional text.\n", Papers.fields("Alike")));
    assertThat(alike).isNotEqualTo(row.get("label"));
    for (String change : CHANGES) {
      String asked =
          change
              .replace(":another", "'" + anotherEvent(jdbc, UUID.fromString(document)) + "'")
              .replace(":unlike", "" + alike);
      jdbc.sql("update document_marking set " + asked + " where id = ?").param(past).update();
      try {
        isRefused(change, auditor, markings);
        assertThat(export(auditor, document)).as(change).contains(DIFFERENCE);
      } finally {
        put(jdbc, row);
      }
    }
    jdbc.sql("delete from document_marking where id = ?").param(past).update();
    try {
      isRefused("a row that is gone", auditor, markings);
      assertThat(export(auditor, document)).contains(DIFFERENCE);
    } finally {
      put(jdbc, row);
    }
    assertThat(auditor.get(markings).body()).isEqualTo(before.body());
    assertThat(export(auditor, document)).doesNotContain(DIFFERENCE);
  }

  private static void isRefused(String change, Caller auditor, String markings) {
    for (String question : new String[] {"", "?asOf=1990-01-01"}) {
      Caller.Answer answer = auditor.get(markings + question);
      assertThat(answer.status()).as(change + question).isEqualTo(503);
      assertThat(answer.body()).contains("JRN-0021").doesNotContain("UNCLASSIFIED");
    }
  }

  /** Which label decides who may know of a document, somebody lowered; its marking says another. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDocumentUnderAnotherLabelIsRefusedAndFound(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.atRest(Papers.MEMO, Papers.fields("A fictitious memorandum"));
    String open =
        work.atRest("UNCLASSIFIED\n\nA notional text.\n", Papers.fields("A fictitious note"));
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    Caller auditor = glasnost.as("auditor");
    Long label = labelOf(jdbc, document);
    assertThat(labelOf(jdbc, open)).isNotEqualTo(label);
    jdbc.sql("update document set label = ? where id = ?")
        .params(labelOf(jdbc, open), UUID.fromString(document))
        .update();
    try {
      for (String asked : List.of("", "/markings")) {
        Caller.Answer answer = auditor.get("/api/documents/" + document + asked);
        assertThat(answer.status()).as(asked).isEqualTo(503);
        assertThat(answer.rules()).as(asked).containsExactly("JRN-0021");
      }
      assertThat(export(auditor, document)).contains("\"table\":\"document\"", "\"label\"");
    } finally {
      jdbc.sql("update document set label = ? where id = ?")
          .params(label, UUID.fromString(document))
          .update();
    }
    assertThat(auditor.get("/api/documents/" + document).status()).isEqualTo(200);
    assertThat(export(auditor, document)).doesNotContain("\"type\":\"difference\"");
  }

  /** An export tells of it, and of all else: it does not break off there. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRowUnderALabelThatThereIsNotIsFound(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document =
        new Work(glasnost).atRest(Papers.MEMO, Papers.fields("A fictitious memorandum"));
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    Long label = labelOf(jdbc, document);
    String put = "update document_marking set label = ? where document = ?";
    boolean h2 = database == Databases.H2;
    jdbc.sql(
            h2
                ? "set referential_integrity false"
                : "alter table document_marking disable trigger all")
        .update();
    try {
      jdbc.sql(put).params(0, UUID.fromString(document)).update();
      for (String asked : List.of("?document=" + document, "")) {
        assertThat(glasnost.as("auditor").get("/api/journal/export" + asked).body())
            .contains(DIFFERENCE, "\"type\":\"end\"")
            .contains("\"table\":\"document\"");
      }
    } finally {
      jdbc.sql(put).params(label, UUID.fromString(document)).update();
      jdbc.sql(
              h2
                  ? "set referential_integrity true"
                  : "alter table document_marking enable trigger all")
          .update();
    }
    assertThat(export(glasnost.as("auditor"), document)).doesNotContain(DIFFERENCE);
  }

  /** What was known at the instant of an event is what the event recorded. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRowBearsTheInstantOfItsEvent(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document =
        new Work(glasnost).underReview(Papers.MEMO, Papers.fields("A fictitious memorandum"));
    Caller auditor = glasnost.as("auditor");
    String events = "/api/journal/events?kind=%s&document=" + document;
    int told = 0;
    for (String kind : List.of("DOCUMENT_REGISTERED", "MARKING_CHANGED")) {
      for (JsonNode event : auditor.get(events.formatted(kind)).json().path("items")) {
        String at = event.path("at").asString();
        JsonNode known =
            auditor
                .get("/api/documents/" + document + "/markings?knownAt=" + at)
                .json()
                .path("items");
        assertThat(known.get(known.size() - 1).path("recordedAt").asString()).isEqualTo(at);
        told++;
      }
    }
    assertThat(told).isGreaterThan(1);
  }

  private static Long labelOf(JdbcClient jdbc, String document) {
    return jdbc.sql("select label from document where id = ?")
        .param(UUID.fromString(document))
        .query(Long.class)
        .single();
  }

  /** A document of whose markings nothing is left is found by its registration. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDocumentWithoutAPastIsFound(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document =
        new Work(glasnost).atRest(Papers.MEMO, Papers.fields("A fictitious memorandum"));
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    Caller auditor = glasnost.as("auditor");
    UUID id = UUID.fromString(document);
    List<Map<String, Object>> rows =
        jdbc.sql("select * from document_marking where document = ?")
            .param(id)
            .query()
            .listOfRows();
    jdbc.sql("delete from document_marking where document = ?").param(id).update();
    try {
      // Of events alone: what is in force now cannot be told of it.
      assertThat(
              auditor
                  .get("/api/journal/export?kind=DOCUMENT_REGISTERED&document=" + document)
                  .body())
          .contains(DIFFERENCE);
    } finally {
      rows.forEach(row -> put(jdbc, row));
    }
    assertThat(export(auditor, document)).doesNotContain(DIFFERENCE);
  }

  /** Before corrections were kept for good, the body of one could lapse; no other kind's could. */
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aCorrectionThatLapsedLeavesTheMarkingsKnown(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document =
        work.atRest(Papers.MEMO, Papers.fields("A fictitious memorandum", "1985-03-25"));
    Caller intake = glasnost.as("intake.nara");
    Caller.Answer corrected =
        intake.patch(
            "/api/documents/" + document,
            "{\"documentDate\":\"1985-03-20\",\"reason\":\"the date was misread\"}");
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    Caller auditor = glasnost.as("auditor");
    String markings = "/api/documents/" + document + "/markings";
    String before = auditor.get(markings).body();
    AgedBodies bodies = glasnost.part(AgedBodies.class);

    assertThat(answersWithout("REGISTRATION_CORRECTED", document, bodies, auditor, markings))
        .isEqualTo(before);
    assertThat(answersWithout("DOCUMENT_REGISTERED", document, bodies, auditor, markings))
        .contains("JRN-0021");
    assertThat(answersWithout("MARKING_CHANGED", document, bodies, auditor, markings))
        .contains("JRN-0021");
    assertThat(auditor.get(markings).body()).isEqualTo(before);
  }

  private static String answersWithout(
      String kind, String document, AgedBodies bodies, Caller auditor, String path) {
    UUID event =
        UUID.fromString(
            auditor
                .get("/api/journal/events?kind=" + kind + "&document=" + document)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString());
    bodies.lapse(event);
    try {
      return auditor.get(path).body();
    } finally {
      bodies.comesBack(event);
    }
  }

  private static UUID anotherEvent(JdbcClient jdbc, UUID document) {
    return jdbc.sql(
            "select event from journal_body where document = ? and event not in (select event from"
                + " document_marking) fetch first 1 rows only")
        .param(document)
        .query(UUID.class)
        .single();
  }

  private static String export(Caller auditor, String document) {
    return auditor.get("/api/journal/export?document=" + document).body();
  }

  /** Puts a row back as it was. */
  private static void put(JdbcClient jdbc, Map<String, Object> row) {
    Map<String, Object> values = new LinkedHashMap<>(row);
    jdbc.sql("delete from document_marking where id = ?").param(row.get("id")).update();
    jdbc.sql(
            "insert into document_marking ("
                + String.join(", ", values.keySet())
                + ") values ("
                + String.join(", ", values.keySet().stream().map(name -> "?").toList())
                + ")")
        .params(new ArrayList<>(values.values()))
        .update();
  }
}
