package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody gives a document another past in the database; its events still say what was so. */
class AnotherPastIT {
  private static final String DIFFERENCE = "\"table\":\"document_marking\"";

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
    String level =
        jdbc.sql("select level from document_marking where id = ?")
            .param(past)
            .query(String.class)
            .single();
    setLevel(jdbc, past, "UNCLASSIFIED");
    try {
      for (String question :
          new String[] {"", "?asOf=1990-01-01", "?knownAt=2099-01-01T00:00:00Z"}) {
        Caller.Answer answer = auditor.get(markings + question);
        assertThat(answer.status()).as(question).isEqualTo(503);
        assertThat(answer.body()).contains("JRN-0021").doesNotContain("UNCLASSIFIED");
      }
      assertThat(export(auditor, document)).contains(DIFFERENCE);
    } finally {
      setLevel(jdbc, past, level);
    }
    assertThat(auditor.get(markings).body()).isEqualTo(before.body());
  }

  private static String export(Caller auditor, String document) {
    return auditor.get("/api/journal/export?document=" + document).body();
  }

  private static void setLevel(JdbcClient jdbc, UUID row, String level) {
    jdbc.sql("update document_marking set level = ? where id = ?").params(level, row).update();
  }
}
