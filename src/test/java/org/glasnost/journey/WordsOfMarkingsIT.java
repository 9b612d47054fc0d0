package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A line that begins as a marking and goes on as a sentence tells its words to readers alone. */
class WordsOfMarkingsIT {
  private static final String CANARY = "Yankeefive";

  private static final String TEXT =
      """
      This memorandum is fictitious.
      SECRET: %1$s told the ambassador of the tunnel

      SECRET/%1$s is a source

      The second paragraph of this paper speaks of nothing.

      (S/%1$s/NF) The third paragraph speaks of nothing either.

      Eyes only for the President, %1$s sails tomorrow, %1$s has told the premier

      Classified by %1$s in the tunnel
      Declassify on: OADR
      Declassify on hearing that %1$s is dead
      """
          .formatted(CANARY);

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatASentenceSaysBehindAMarkingIsForReaders(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document =
        work.registers(
            TEXT,
            Map.of(
                "title",
                "A fictitious paper",
                "originatingAgency",
                "STATE",
                "documentDate",
                "1985-03-25",
                "recordStatus",
                "TEMPORARY"));
    String path = "/api/documents/" + document;
    String task = work.open("classifier.state", "MARKING_REVIEW", document);

    JsonNode known = glasnost.as("classifier.state").get(path).json();
    assertThat(glasnost.as("classifier.state").get(path + "/text").status()).isEqualTo(403);
    assertThat(known.path("marking").path("verbatim").asString()).contains("SECRET: …");
    assertThat(known.path("readings").size()).isGreaterThan(3);
    nowhere(glasnost, document, task, List.of("classifier.state", "auditor", "records.nara"));

    work.claim("classifier.state", "MARKING_REVIEW", document);
    JsonNode read = glasnost.as("classifier.state").get(path).json();
    assertThat(read.path("readings").toString()).contains(CANARY);
    assertThat(read.path("readings").size()).isEqualTo(known.path("readings").size());
    assertThat(
            glasnost
                .as("classifier.state")
                .post("/api/tasks/" + task + "/complete", Work.acceptance(read, null))
                .status())
        .isEqualTo(200);
    nowhere(glasnost, document, task, List.of("classifier.state", "auditor", "records.nara"));

    work.beginsReview(document);
    String review = work.open("reviewer.state", "FIRST_REVIEW", document);
    nowhere(glasnost, document, review, List.of("reviewer.state"));
  }

  private static void nowhere(
      RunningGlasnost glasnost, String document, String task, List<String> people) {
    for (String who : people) {
      SignedInPages pages = new SignedInPages(glasnost).as(who);
      for (String path :
          List.of(
              "/api/documents/" + document,
              "/api/documents/" + document + "/markings",
              "/api/documents?limit=200",
              "/api/tasks?document=" + document,
              "/api/tasks/" + task,
              "/api/journal/events?limit=200&document=" + document)) {
        assertThat(glasnost.as(who).get(path).body())
            .as("%s at %s", who, path)
            .doesNotContainIgnoringCase(CANARY);
      }
      for (String path : List.of("/documents/" + document, "/tasks/" + task, "/documents")) {
        assertThat(pages.reads(path).body())
            .as("%s at %s", who, path)
            .doesNotContainIgnoringCase(CANARY);
      }
    }
    assertThat(glasnost.as("auditor").get("/api/journal/export", "application/x-ndjson").body())
        .doesNotContainIgnoringCase(CANARY);
  }
}
