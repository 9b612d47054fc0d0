package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each line of a record's life says who it was, in which role, and why. */
class WhoDidWhatIT {
  @ParameterizedTest
  @EnumSource(Databases.class)
  void everyLineOfARecordsLifeTellsNameRoleAndReason(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String document = ReleasedBytesIT.released(glasnost, "ZQXJKVWP");
    List<JsonNode> lines = lines(glasnost, document, "");
    assertThat(lines)
        .as("people are told by name")
        .filteredOn(line -> !line.path("actor").path("office").asString().equals("Glasnost"))
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(named(glasnost, line).asString()).isNotBlank());
    assertThat(lines)
        .filteredOn(line -> line.path("actor").path("office").asString().equals("Glasnost"))
        .allSatisfy(line -> assertThat(named(glasnost, line).isMissingNode()).isTrue());
    for (String kind : List.of("TASK_CLAIMED", "TASK_COMPLETED")) {
      assertThat(lines(glasnost, document, "&kind=" + kind))
          .as(kind)
          .hasSizeGreaterThan(5)
          .allSatisfy(
              line -> {
                assertThat(line.path("role").asString()).isNotBlank();
                assertThat(line.path("task").asString()).isNotBlank();
                assertThat(line.path("process").asString()).isNotBlank();
              });
    }
    assertThat(lines(glasnost, document, "&kind=DOCUMENT_REGISTERED"))
        .singleElement()
        .satisfies(line -> assertThat(line.path("reasonCode").asString()).isEqualTo("REGISTERED"));
    assertThat(lines(glasnost, document, "&kind=REVIEW_CLOSED"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("reasonCode").asString()).isEqualTo("RELEASED");
              assertThat(line.path("review").asString()).isNotBlank();
            });
    String own = new Staff(glasnost).id("reviewer.confidential");
    for (String form : ReleasedBytesIT.FORMS) {
      int before = readings(glasnost, document, own);
      assertThat(
              glasnost
                  .as("reviewer.confidential")
                  .get("/api/documents/" + document + "/release", form)
                  .status())
          .isEqualTo(200);
      assertThat(readings(glasnost, document, own)).as(form).isEqualTo(before + 1);
    }
    SignedInPages pages = new SignedInPages(glasnost).as("reviewer.confidential");
    for (String path : List.of("", "/copy.html", "/copy.txt", "/copy.pdf")) {
      int before = readings(glasnost, document, own);
      assertThat(pages.reads("/documents/" + document + "/released" + path).statusCode())
          .isEqualTo(200);
      assertThat(readings(glasnost, document, own)).as(path).isEqualTo(before + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsReadAtATaskIsToldWithTaskAndRole(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("A fictitious text for a task"));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", document);

    assertThat(
            new SignedInPages(glasnost).as("reviewer.state").reads("/tasks/" + task).statusCode())
        .isEqualTo(200);

    JsonNode line = lines(glasnost, document, "&order=desc&kind=CONTENT_READ").get(0);
    assertThat(line.path("task").asString()).isEqualTo(task);
    assertThat(line.path("role").asString()).isEqualTo("REVIEWER");
    assertThat(line.path("process").asString()).startsWith("declassification-review:");
  }

  private static int readings(RunningGlasnost glasnost, String document, String actor) {
    List<JsonNode> readings = lines(glasnost, document, "&kind=CONTENT_READ&actor=" + actor);
    assertThat(readings)
        .allSatisfy(
            line -> assertThat(line.path("reasonCode").asString()).isEqualTo("RELEASED_COPY"));
    return readings.size();
  }

  /** The name of who acted, as the body has it. */
  private static JsonNode named(RunningGlasnost glasnost, JsonNode line) {
    String body =
        glasnost
            .as("auditor")
            .get("/api/journal/events/" + line.path("id").asString())
            .json()
            .path("body")
            .asString();
    return JsonMapper.shared().readTree(body).path("actor").path("name");
  }

  private static List<JsonNode> lines(RunningGlasnost glasnost, String document, String more) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?limit=200&document=" + document + more)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }
}
