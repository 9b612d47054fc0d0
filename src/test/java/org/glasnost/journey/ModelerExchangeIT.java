package org.glasnost.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Camunda Modeler sends when somebody presses <em>Deploy</em>, call by call. */
class ModelerExchangeIT {
  private static final String MODELER = "file://";
  private static final String BOUNDARY = "----WebKitFormBoundaryDeploy";

  private final RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theConnectionIsProbedAndAFileDeployed() throws Exception {
    HttpResponse<String> probe = send(as("admin", call("/deployment?maxResults=0")));
    assertThat(probe.statusCode()).isEqualTo(200);
    assertThat(probe.body()).isEqualTo("[]");
    HttpResponse<String> version = send(as("admin", call("/version")));
    assertThat(version.body()).isEqualTo("{\"version\":\"7.24.0\"}");
    assertThat(version.headers().firstValue("Access-Control-Allow-Origin")).hasValue(MODELER);
    assertThat(version.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();

    Map<String, String> files = Map.of("release.bpmn", another("release"));
    HttpResponse<String> first = deploy("admin", "giving-out", files);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.body())
        .contains(
            "\"name\":\"giving-out (pending: a second administrator must approve it)\"",
            "\"source\":\"Camunda Modeler\"",
            "\"tenantId\":null",
            "\"deployedProcessDefinitions\":{}");
    assertThat(deploy("admin", "giving-out", files).body()).isEqualTo(first.body());
    Map<String, String> changed = Map.of("release.bpmn", another("release"));
    assertThat(id(deploy("admin", "giving-out", changed))).isNotEqualTo(id(first));

    JsonNode kept = glasnost.as("admin").get("/api/deployments/" + id(first)).json();
    assertThat(kept.path("state").asString()).isEqualTo("PENDING");
    assertThat(kept.path("source").asString()).isEqualTo("Camunda Modeler");
    assertThat(kept.path("submittedBy").asString()).isEqualTo("admin");
  }

  /** Further files are parts beside the diagram, each under its own name. */
  @Test
  void attachmentsComeAlong() throws Exception {
    String directory = "processes/declassification-review/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("declassification-review.bpmn", another("declassification-review"));
    files.put("task-warning.dmn", Files.readString(Path.of(directory, "task-warning.dmn")));
    files.put(
        "task-warning.examples.yaml",
        Files.readString(Path.of(directory, "task-warning.examples.yaml")));
    HttpResponse<String> answer = deploy("admin", "review with its table", files);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode kept = glasnost.as("admin").get("/api/deployments/" + id(answer)).json();
    assertThat(kept.path("files").valueStream().map(file -> file.path("name").asString()))
        .containsExactlyElementsOf(files.keySet());

    files.put("picture.png", "no definition");
    HttpResponse<String> refused = deploy("admin", "with a picture", files);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("DPL-0001");
  }

  @Test
  void whatTheGateRefusesIsAParseErrorWithRuleAndElement() throws Exception {
    HttpResponse<String> answer =
        deploy(
            "admin",
            "unsound",
            Map.of(
                "release.bpmn",
                another("release")
                    .replace(
                        "candidateGroups=\"RECORDS_MANAGER\"",
                        "candidateGroups=\"ADMINISTRATOR\"")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("{\"type\":\"ParseException\",\"message\":\"ENGINE-09005 Could not parse BPMN")
        .contains("DPL-0016 at RELEASE");
  }

  @Test
  void aPreflightIsAnsweredForModelerAndForNobodyElse() throws Exception {
    HttpResponse<String> asked = send(preflight(MODELER));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue(MODELER);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .containsIgnoringCase("authorization");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    for (String other : new String[] {"null", "https://example.org"}) {
      HttpResponse<String> refused = send(preflight(other));
      assertThat(refused.statusCode()).as(other).isEqualTo(403);
      assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void whoMayNotIsToldInModelersForm() throws Exception {
    HttpResponse<String> nobody = send(call("/version"));
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(nobody.body()).contains("\"type\":", "\"message\":");

    HttpResponse<String> reviewer =
        deploy("reviewer.state", "mine", Map.of("release.bpmn", another("release")));
    assertThat(reviewer.statusCode()).isEqualTo(403);
    assertThat(reviewer.body()).contains("\"type\":", "\"message\":");

    HttpResponse<String> elsewhere = send(as("admin", call("/task")));
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(elsewhere.body()).contains("/api/tasks");
  }

  private HttpResponse<String> deploy(String userName, String name, Map<String, String> files)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    field(body, "deployment-name", name);
    field(body, "deployment-source", "Camunda Modeler");
    field(body, "enable-duplicate-filtering", "true");
    files.forEach(
        (file, content) ->
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(file)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
    body.append("--" + BOUNDARY + "--\r\n");
    return send(
        as(userName, call("/deployment/create"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(body.toString(), UTF_8)));
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(value)
        .append("\r\n");
  }

  private HttpRequest.Builder preflight(String origin) {
    return HttpRequest.newBuilder(URI.create(glasnost.address() + "/engine-rest/deployment/create"))
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization")
        .method("OPTIONS", BodyPublishers.noBody());
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(URI.create(glasnost.address() + "/engine-rest" + path))
        .header("Origin", MODELER)
        .header("Accept", "application/json");
  }

  private static HttpRequest.Builder as(String userName, HttpRequest.Builder request) {
    return request.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString((userName + ":" + userName).getBytes(UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String id(HttpResponse<String> answer) {
    return answer.body().replaceFirst(".*\"id\":\"([0-9a-f-]{36})\".*", "$1");
  }

  /** A shipped process that nobody has submitted: its bytes are its own. */
  private static String another(String key) throws IOException {
    return Files.readString(Path.of("processes", key, key + ".bpmn"))
        + "<!-- "
        + UUID.randomUUID()
        + " -->\n";
  }
}
