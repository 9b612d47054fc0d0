package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Documents and courses that do not agree: seen by the health check, set right, journalled. */
class RepairIT {
  private static final String TEXT = "SECRET\n\nA notional text.\n";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aMarkingReviewThatLostItsCourseBeginsAgain(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, Map.of());
    String before = work.claim("classifier.state", "MARKING_REVIEW", document);

    loses(glasnost, document);

    assertThat(ready(glasnost)).isEqualTo(503);
    assertThat(repairs(glasnost).path("started").toString()).isEqualTo("[\"" + document + "\"]");
    assertThat(ready(glasnost)).isEqualTo(200);
    assertThat(repairs(glasnost).path("started").isEmpty()).isTrue();
    assertThat(repaired(glasnost, document)).containsExactly("COURSE_STARTED");
    assertThat(work.open("classifier.state", "MARKING_REVIEW", document)).isNotEqualTo(before);
    work.acceptsAll("classifier.state", document);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void ofTwoCoursesTheOneInWhichSomebodyWorksStays(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, Map.of());
    String claimed = work.claim("classifier.state", "MARKING_REVIEW", document);

    begins(glasnost, document);

    assertThat(ready(glasnost)).isEqualTo(503);
    assertThat(repairs(glasnost).path("ended").toString()).isEqualTo("[\"" + document + "\"]");
    assertThat(ready(glasnost)).isEqualTo(200);
    assertThat(repaired(glasnost, document)).containsExactly("COURSE_ENDED");
    assertThat(work.open("classifier.state", "MARKING_REVIEW", document)).isEqualTo(claimed);
    JsonNode seen = glasnost.as("classifier.state").get("/api/documents/" + document).json();
    Caller.Answer done =
        glasnost
            .as("classifier.state")
            .post("/api/tasks/" + claimed + "/complete", Work.acceptance(seen, null));
    assertThat(done.status()).as(done.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aDocumentAtRestHasNoCourse(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, Map.of());
    work.acceptsAll("classifier.state", document);

    begins(glasnost, document);

    assertThat(ready(glasnost)).isEqualTo(503);
    assertThat(repairs(glasnost).path("ended").toString()).isEqualTo("[\"" + document + "\"]");
    assertThat(ready(glasnost)).isEqualTo(200);
    assertThat(repaired(glasnost, document)).containsExactly("COURSE_ENDED");
    assertThat(
            glasnost
                .as("classifier.state")
                .get("/api/tasks?document=" + document)
                .json()
                .path("items")
                .isEmpty())
        .isTrue();
  }

  /** As when somebody lays hands on the engine's tables: nobody hears of it. */
  private static void loses(RunningGlasnost glasnost, String document) {
    RuntimeService runtime = glasnost.part(RuntimeService.class);
    List<ProcessInstance> running =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(document)
            .rootProcessInstances()
            .list();
    assertThat(running).hasSize(1);
    runtime.deleteProcessInstance(running.get(0).getId(), "LOST", true);
  }

  private static void begins(RunningGlasnost glasnost, String document) {
    glasnost
        .part(RuntimeService.class)
        .createMessageCorrelation("DocumentRegistered")
        .processInstanceBusinessKey(document)
        .setVariable("document", document)
        .correlateStartMessage();
  }

  private static int ready(RunningGlasnost glasnost) {
    Caller.Answer answer = Caller.nobody(glasnost.address()).get("/actuator/health/readiness");
    assertThat(answer.body()).doesNotContain("courses");
    return answer.status();
  }

  private static JsonNode repairs(RunningGlasnost glasnost) {
    Caller.Answer repaired = glasnost.as("admin").post("/api/operations/courses/repair");
    assertThat(repaired.status()).as(repaired.body()).isEqualTo(200);
    return repaired.json();
  }

  private static List<String> repaired(RunningGlasnost glasnost, String document) {
    return glasnost
        .as("auditor")
        .get("/api/journal/events?kind=REPAIRED&document=" + document)
        .json()
        .path("items")
        .valueStream()
        .map(event -> event.path("after").path("repair").asString())
        .toList();
  }
}
