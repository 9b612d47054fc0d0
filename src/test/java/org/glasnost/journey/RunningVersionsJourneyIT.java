package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Over HTTP: a task that somebody works at moves along, stands still and goes on. */
class RunningVersionsJourneyIT {
  private static final String TEXT = "SECRET\n\nA notional text.\n";
  private static final String PROCESS = "/api/processes/record-life-cycle/versions/";
  private static final Map<String, String> REASON = Map.of("reason", "a trial");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aClaimedTaskMovesToAnotherVersionAndIsCompletedFromItsDraft(Databases database)
      throws IOException {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller admin = glasnost.as("admin");
    Caller classifier = glasnost.as("classifier.state");
    Work work = new Work(glasnost);
    String document = work.registers(TEXT, Map.of("originatingAgency", "STATE"));
    String task = work.claim("classifier.state", "MARKING_REVIEW", document);
    Object draft = Work.acceptance(classifier.get("/api/documents/" + document).json(), null);
    String drafted = Caller.JSON.writeValueAsString(draft);
    assertThat(classifier.put("/api/tasks/" + task + "/draft", drafted).status()).isEqualTo(200);
    PuttingInForce putting = new PuttingInForce(glasnost);
    int from = putting.newest("record-life-cycle");
    assertThat(instancesAt(admin, from, "MARKING_REVIEW")).isPositive();
    int to = putting.anotherLifeCycle();
    assertThat(to).isEqualTo(from + 1);

    Map<String, Object> order = Map.of("process", "record-life-cycle", "from", from, "to", to);
    JsonNode plan = admin.post("/api/migrations/plan", order).json();
    assertThat(plan.path("movable").asInt()).isEqualTo(plan.path("instances").asInt());
    assertThat(plan.path("staying").isEmpty()).isTrue();
    assertThat(instancesAt(admin, to, "MARKING_REVIEW")).isZero();

    Caller.Answer started = admin.post("/api/migrations", order);
    assertThat(started.status()).as(started.body()).isEqualTo(201);
    String migration = String.valueOf(started.header("Location"));
    JsonNode followed = admin.get(migration).json();
    while (!followed.path("state").asString().equals("ENDED")) {
      followed = admin.get(migration).json();
    }
    assertThat(followed.path("moved").asInt()).isEqualTo(plan.path("instances").asInt());
    assertThat(instancesAt(admin, from, "MARKING_REVIEW")).isZero();
    assertThat(instancesAt(admin, to, "MARKING_REVIEW")).isPositive();
    Caller.Answer instances = admin.get(migration + "/instances?limit=200");
    assertThat(instances.json().path("items").size()).isEqualTo(plan.path("instances").asInt());
    // An administrator learns that instances run, not of which records.
    assertThat(instances.body()).doesNotContain(document);

    Caller.Answer held = admin.post(PROCESS + to + "/suspend", REASON);
    try {
      assertThat(held.status()).as(held.body()).isEqualTo(200);
      assertThat(held.json().path("suspended").path("reason").asString()).isEqualTo("a trial");
      refused(classifier.post("/api/tasks/" + task + "/complete", draft), 409, "DPL-0120");
      refused(
          glasnost.as("intake.nara").post("/api/documents", Map.of("title", "A", "text", TEXT)),
          409,
          "DPL-0120");
      refused(admin.post(PROCESS + to + "/suspend", REASON), 409, "DPL-0118");
    } finally {
      assertThat(admin.post(PROCESS + to + "/resume", REASON).status()).isEqualTo(200);
    }
    Caller.Answer done = classifier.post("/api/tasks/" + task + "/complete", draft);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(
            glasnost
                .as("auditor")
                .get("/api/journal/events?kind=TASK_COMPLETED&document=" + document)
                .json()
                .path("items")
                .get(0)
                .path("process")
                .asString())
        .isEqualTo("record-life-cycle:" + to);
    work.orders("SYSTEMATIC", List.of(document));

    Caller.Answer back = admin.post(PROCESS + from + "/redeploy");
    assertThat(back.status()).as(back.body()).isEqualTo(201);
    assertThat(back.json().path("state").asString()).isEqualTo("PENDING");
    assertThat(back.json().path("name").asString())
        .isEqualTo("Back to version " + from + " of record-life-cycle");
    refused(admin.post(PROCESS + to + "/redeploy"), 409, "DPL-0123");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void eachOperationIsRefusedInItsOrder(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller admin = glasnost.as("admin");
    String nothing = UUID.randomUUID().toString();
    Map<String, String> posts =
        Map.of(
            PROCESS + "999/suspend", "{\"reason\":\"a trial\"}",
            PROCESS + "999/resume", "{\"reason\":\"a trial\"}",
            PROCESS + "999/redeploy", "",
            "/api/migrations/" + nothing + "/pause", "",
            "/api/migrations/" + nothing + "/resume", "",
            "/api/incidents/" + nothing + "/retry", "");
    posts.forEach(
        (path, body) -> {
          assertThat(posted(Caller.nobody(glasnost.address()), path, body).status()).isEqualTo(401);
          refused(posted(glasnost.as("reviewer.state"), path, body), 403, "DPL-0101");
          refused(posted(admin, path, body), 404, "ACC-0001");
          assertThat(posted(admin, path, "{\"other\":1}").status()).as(path).isEqualTo(400);
        });
    for (String path :
        List.of(
            PROCESS + "999",
            PROCESS + "one",
            "/api/processes/none/versions/1",
            "/api/migrations/" + nothing,
            "/api/migrations/" + nothing + "/instances")) {
      assertThat(Caller.nobody(glasnost.address()).get(path).status()).isEqualTo(401);
      refused(glasnost.as("reviewer.state").get(path), 403, "DPL-0101");
      refused(admin.get(path), 404, "ACC-0001");
    }
    for (String path : List.of("/api/migrations", "/api/incidents")) {
      assertThat(Caller.nobody(glasnost.address()).get(path).status()).isEqualTo(401);
      refused(glasnost.as("reviewer.state").get(path), 403, "DPL-0101");
      assertThat(admin.get(path).status()).isEqualTo(200);
    }
    for (String path : List.of("/api/migrations", "/api/migrations/plan")) {
      assertThat(posted(Caller.nobody(glasnost.address()), path, "{}").status()).isEqualTo(401);
      refused(posted(glasnost.as("reviewer.state"), path, "{}"), 403, "DPL-0101");
      assertThat(posted(admin, path, "{\"other\":1}").status()).isEqualTo(400);
      refused(posted(admin, path, "{}"), 422, "DPL-0111");
      refused(
          posted(admin, path, "{\"process\":\"release\",\"from\":1,\"to\":1}"), 422, "DPL-0112");
      refused(
          posted(admin, path, "{\"process\":\"release\",\"from\":1,\"to\":999}"), 422, "DPL-0111");
    }
    String version = PROCESS + new PuttingInForce(glasnost).newest("record-life-cycle");
    refused(posted(admin, version + "/suspend", "{}"), 422, "DPL-0119");
    refused(posted(admin, version + "/resume", "{\"reason\":\"a\"}"), 409, "DPL-0118");
    assertThat(
            admin
                .send(
                    admin
                        .request(version + "/suspend")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"0\"")
                        .POST(BodyPublishers.ofString("{\"reason\":\"a trial\"}")))
                .status())
        .isEqualTo(412);
  }

  private static Caller.Answer posted(Caller caller, String path, String body) {
    return body.isEmpty() ? caller.post(path) : caller.post(path, body);
  }

  private static void refused(Caller.Answer answer, int status, String rule) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.rules()).contains(rule);
  }

  private static int instancesAt(Caller admin, int version, String element) {
    return admin
        .get(PROCESS + version)
        .json()
        .path("activities")
        .valueStream()
        .filter(each -> each.path("element").asString().equals(element))
        .findFirst()
        .orElseThrow()
        .path("instances")
        .asInt();
  }
}
