package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.glasnost.authority.People;
import tools.jackson.databind.JsonNode;

/**
 * How a record stands: its own view, its markings, its open tasks with who has them, its review,
 * and what the journal tells of it beside refusals and readings.
 */
record Standing(
    JsonNode document,
    JsonNode markings,
    List<String> tasks,
    JsonNode review,
    List<String> events) {
  private static final Set<String> BESIDE =
      Set.of(
          "ACCESS_REFUSED", "ACTION_REFUSED", "CONTENT_READ", "REGISTRATION_READ", "REASONS_READ");
  private static final List<String> EVERYBODY =
      List.of(
          "classifier.state",
          "coordinator.nara",
          "reviewer.state",
          "reviewer2.state",
          "senior.state",
          "authority.state",
          "redactor.nara",
          "redactor2.nara",
          "records.nara");

  static Standing of(RunningGlasnost glasnost, String document) {
    Caller custodian = glasnost.as("records.nara");
    JsonNode seen = custodian.get("/api/documents/" + document).json();
    JsonNode review =
        seen.path("review").isNull()
            ? seen.path("review")
            : custodian.get("/api/reviews/" + seen.path("review").asString()).json();
    return new Standing(
        seen,
        custodian.get("/api/documents/" + document + "/markings").json(),
        EVERYBODY.stream()
            .flatMap(
                name ->
                    glasnost
                        .as(name)
                        .get("/api/tasks?document=" + document)
                        .json()
                        .path("items")
                        .valueStream())
            .map(task -> task.path("id") + " " + task.path("kind") + " " + task.path("assignee"))
            .distinct()
            .sorted()
            .toList(),
        review,
        events(glasnost, document).stream()
            .filter(e -> !BESIDE.contains(e.path("kind").asString()))
            .map(e -> e.path("id").asString())
            .toList());
  }

  /**
   * That a refusal of somebody, for that rule, is the last thing that the journal tells beside what
   * was read since, such as by who looks how the record stands.
   */
  static void refusedLast(
      RunningGlasnost glasnost, String document, String kind, String rule, String userName) {
    List<JsonNode> events =
        events(glasnost, document).stream()
            .filter(event -> !event.path("kind").asString().endsWith("_READ"))
            .toList();
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.path("kind").asString()).isEqualTo(kind);
    assertThat(last.path("after").path("rules").valueStream().map(JsonNode::asString))
        .contains(rule);
    assertThat(last.path("actor").path("id").asString())
        .isEqualTo(glasnost.part(People.class).byUserName(userName).orElseThrow().id().toString());
  }

  private static List<JsonNode> events(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?limit=200&document=" + document)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }
}
