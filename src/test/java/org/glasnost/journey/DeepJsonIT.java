package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** JSON nested ten thousand levels deep is refused by each operation that takes JSON. */
class DeepJsonIT {
  private static final int DEEP = 10_000;

  /** An answer may name every kind of event, once; it never says again what was sent. */
  private static final int LONGEST = 2_000;

  @Test
  void isRefusedAsMalformedWhereverItIsSent() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Caller caller = glasnost.as("records.nara");
    List<String> wrong = new ArrayList<>();
    int sent = 0;
    for (var path : caller.get("/api/openapi").json().path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode json = method.getValue().at("/requestBody/content/application~1json");
        if (json.isMissingNode() || !path.getKey().startsWith("/api/")) {
          continue;
        }
        for (String body : bodies(json.path("example"))) {
          sent++;
          Caller.Answer answer = send(caller, method.getKey(), path.getKey(), body);
          if (answer.status() != 400
              || !"application/problem+json".equals(answer.header("Content-Type"))
              || answer.body().length() > LONGEST) {
            wrong.add(
                method.getKey()
                    + " "
                    + path.getKey()
                    + " "
                    + answer.status()
                    + " "
                    + answer.body());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(sent).isGreaterThan(80);
  }

  /** Arrays, objects, and each in the place of a member that is asked for. */
  private static List<String> bodies(JsonNode example) {
    String arrays = "[".repeat(DEEP) + "]".repeat(DEEP);
    String objects = "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
    List<String> bodies = new ArrayList<>(List.of(arrays, objects, "{\"unknown\":" + arrays + "}"));
    example.propertyNames().forEach(member -> bodies.add("{\"" + member + "\":" + objects + "}"));
    return bodies;
  }

  private static Caller.Answer send(Caller caller, String method, String path, String body) {
    String filled = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    return switch (method.toUpperCase(Locale.ROOT)) {
      case "POST" -> caller.post(filled, body);
      case "PUT" -> caller.put(filled, body);
      case "PATCH" -> caller.patch(filled, body);
      default -> throw new IllegalStateException("no body with " + method);
    };
  }
}
