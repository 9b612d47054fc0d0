package org.glasnost.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How two administrators put files into force over HTTP. */
final class PuttingInForce {
  private static final String EDGE = "edge-of-a-part";
  private static final String PART =
      """
      --%s\r
      Content-Disposition: form-data; name="files"; filename="%s"\r
      \r
      %s\r
      """;

  private final Served glasnost;

  PuttingInForce(Served glasnost) {
    this.glasnost = glasnost;
  }

  /** One administrator submits files, by their names; the deployment's id. */
  String submits(Map<String, String> files) {
    return submits("admin", files);
  }

  /** The same, by an administrator of one's choice. */
  String submits(String userName, Map<String, String> files) {
    StringBuilder body = new StringBuilder();
    files.forEach((name, text) -> body.append(PART.formatted(EDGE, name, text)));
    body.append("--").append(EDGE).append("--\r\n");
    Caller admin = glasnost.as(userName);
    Caller.Answer submitted =
        admin.send(
            admin
                .request("/api/deployments")
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(BodyPublishers.ofString(body.toString(), UTF_8)));
    assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
    return submitted.json().path("id").asString();
  }

  /** The other one approves them. */
  void approves(String deployment) {
    Caller.Answer approved =
        glasnost.as("admin2").post("/api/deployments/" + deployment + "/approve");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
  }

  /** Puts a life cycle into force whose marking review bears another name; its version. */
  int anotherLifeCycle() throws IOException {
    String file =
        Files.readString(Path.of("processes/record-life-cycle/record-life-cycle.bpmn"))
            .replace("\"Marking review\"", "\"Review of the marking\"");
    approves(submits(Map.of("record-life-cycle.bpmn", file)));
    return newest("record-life-cycle");
  }

  /** The version of a process that is in force. */
  int newest(String process) {
    return glasnost
        .as("admin")
        .get("/api/processes")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("key").asString().equals(process))
        .findFirst()
        .orElseThrow()
        .path("version")
        .asInt();
  }
}
