package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.glasnost.policy.OfficeDay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A table of warnings over HTTP: from the upload to the work list. */
class DecisionsJourneyIT {
  private static final String TITLE = "A fictitious request of some days";
  private static final String FOIA_RULE =
      """
      <rule id="requests"><inputEntry id="requests-review"><text>"FOIA"</text></inputEntry>
        <inputEntry id="requests-task"><text>-</text></inputEntry>
        <outputEntry id="requests-days"><text>60</text></outputEntry></rule></decisionTable>\
      """;
  private static final String FOIA_EXAMPLE =
      """
        - name: any task on a request
          inputs: {reviewKind: FOIA, taskKind: RELEASE}
          outputs: {days: 60}
      """;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anotherTableChangesTheWorkListOnceASecondAdministratorApproves(Databases database)
      throws IOException {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    String task = taskOnARequest(glasnost);
    assertThat(state(glasnost, task)).isEqualTo("ON_TIME");

    String dmn = shipped("task-warning.dmn");
    String yaml = shipped("task-warning.examples.yaml");
    Caller admin = glasnost.as("admin");
    PuttingInForce putting = new PuttingInForce(glasnost);
    int before = admin.get("/api/decisions").json().at("/items/0/version").asInt();
    String id =
        submits(
            putting,
            dmn.replace("not(\"MANDATORY\")", "not(\"MANDATORY\",\"FOIA\")")
                .replace("</decisionTable>", FOIA_RULE),
            yaml.replace(
                    "{reviewKind: FOIA, taskKind: REFERRAL_ANSWER}\n    outputs: {days: 7}",
                    "{reviewKind: FOIA, taskKind: REFERRAL_ANSWER}\n    outputs: {days: 60}")
                + FOIA_EXAMPLE);

    JsonNode compared = admin.get("/api/deployments/" + id + "/comparisons").json();
    assertThat(compared.path("items").size()).isEqualTo(1);
    JsonNode table = compared.at("/items/0");
    assertThat(table.path("subject").asString()).isEqualTo("DECISION");
    assertThat(table.path("process").asString()).isEqualTo("task-warning");
    assertThat(table.path("inForce").asInt()).isEqualTo(before);
    assertThat(
            table
                .path("changes")
                .valueStream()
                .map(
                    each -> each.path("change").asString() + " " + each.path("element").asString()))
        .containsExactlyInAnyOrder("CHANGED everything-else", "ADDED requests");
    assertThat(table.path("text").path("lines").toString()).contains("requests-task");
    assertThat(new SignedInPages(glasnost).as("admin2").reads("/deployments/" + id).body())
        .contains("everything-else", "The text, line by line")
        .doesNotContain("No instance runs.");

    JsonNode effect = admin.get("/api/deployments/" + id + "/effects").json().at("/items/0");
    assertThat(effect.path("decision").asString()).isEqualTo("task-warning");
    assertThat(effect.path("versionInForce").asInt()).isEqualTo(before);
    assertThat(effect.path("openTasks").asInt())
        .isGreaterThanOrEqualTo(effect.path("changedTasks").asInt());
    assertThat(effect.path("groups").valueStream().toList())
        .allSatisfy(
            group -> {
              assertThat(group.path("reviewKind").asString()).isEqualTo("FOIA");
              assertThat(group.path("fromDays").asInt()).isEqualTo(7);
              assertThat(group.path("toDays").asInt()).isEqualTo(60);
            })
        .anySatisfy(
            group -> assertThat(group.path("kind").asString()).isEqualTo("EQUITY_IDENTIFICATION"));
    assertThat(effect.path("tasks").valueStream().toList())
        .anySatisfy(
            each -> {
              assertThat(each.path("id").asString()).isEqualTo(task);
              assertThat(each.path("fromState").asString()).isEqualTo("ON_TIME");
              assertThat(each.path("toState").asString()).isEqualTo("AT_RISK");
            });
    assertThat(effect.toString()).doesNotContain(TITLE, "SECRET");
    String page = new SignedInPages(glasnost).as("admin2").reads("/deployments/" + id).body();
    assertThat(page)
        .contains("What <code>task-warning</code> would change", "7 → 60 days", task, "requests")
        .doesNotContain(TITLE);
    assertThat(state(glasnost, task)).isEqualTo("ON_TIME");

    putting.approves(id);
    assertThat(state(glasnost, task)).isEqualTo("AT_RISK");
    assertThat(new SignedInPages(glasnost).as("coordinator.nara").reads("/tasks").body())
        .contains("At risk");
    JsonNode decision = admin.get("/api/decisions").json().at("/items/0");
    assertThat(decision.path("version").asInt()).isEqualTo(before + 1);
    assertThat(decision.at("/versions/0/deployment").asString()).isEqualTo(id);
    assertThat(admin.get("/api/decisions/task-warning/dmn").body()).contains("id=\"requests\"");
    assertThat(admin.get("/api/decisions/task-warning/dmn?version=" + before).body())
        .doesNotContain("id=\"requests\"");
    assertThat(new SignedInPages(glasnost).as("admin").reads("/decisions/task-warning").body())
        .contains("When a task is at risk", "requests", "Version " + before);

    // As it was, for whoever comes after.
    putting.approves(submits(putting, dmn, yaml));
    assertThat(state(glasnost, task)).isEqualTo("ON_TIME");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatTheGateRefusesHasNoEffectsAndNobodyElseSeesDecisions(Databases database)
      throws IOException {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller admin = glasnost.as("admin");
    String gap =
        shipped("task-warning.dmn").replace("not(\"MANDATORY\")", "not(\"MANDATORY\",\"FOIA\")");
    String id = submits(new PuttingInForce(glasnost), gap, shipped("task-warning.examples.yaml"));
    Caller.Answer refused = admin.get("/api/deployments/" + id + "/effects");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.rules()).containsExactly("DPL-0133");
    assertThat(new SignedInPages(glasnost).as("admin2").reads("/deployments/" + id).body())
        .contains("DPL-0054");
    assertThat(admin.get("/api/decisions/nothing/dmn").status()).isEqualTo(404);
    assertThat(admin.get("/api/decisions/task-warning/dmn?version=999999").status()).isEqualTo(404);
    for (String path :
        List.of(
            "/api/decisions",
            "/api/decisions/task-warning/dmn",
            "/api/decisions/nothing/dmn",
            "/api/deployments/" + id + "/effects")) {
      assertThat(glasnost.as("reviewer.state").get(path).status()).as(path).isEqualTo(403);
    }
  }

  /** The first task of a review that was asked for today, to be decided in twenty working days. */
  private static String taskOnARequest(RunningGlasnost glasnost) {
    Work work = new Work(glasnost);
    String document = work.atRest(Papers.MEMO, Papers.fields(TITLE));
    Caller.Answer ordered =
        glasnost
            .as("records.nara")
            .post(
                "/api/reviews",
                Map.of(
                    "kind",
                    "FOIA",
                    "documents",
                    List.of(document),
                    "receivedOn",
                    glasnost.part(OfficeDay.class).today().toString()));
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    return work.open("coordinator.nara", "EQUITY_IDENTIFICATION", document);
  }

  private static String state(RunningGlasnost glasnost, String task) {
    return glasnost
        .as("coordinator.nara")
        .get("/api/tasks/" + task)
        .json()
        .path("state")
        .asString();
  }

  private static String submits(PuttingInForce putting, String dmn, String examples) {
    return putting.submits(Map.of("task-warning.dmn", dmn, "task-warning.examples.yaml", examples));
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(Path.of("processes/declassification-review").resolve(name));
  }
}
