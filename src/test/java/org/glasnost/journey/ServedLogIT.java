package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.glasnost.audit.c2sp.LogClient;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The log as it is served over HTTP, read by the client that knows the texts of C2SP alone:
 * tlog-tiles has it that checkpoints are text that no cache keeps for long, and tiles and bundles
 * bytes that never change.
 */
class ServedLogIT {
  /** Two full tiles, and one that is not. */
  private static final int LARGE = 520;

  private final Map<String, Caller.Answer> fetched = new TreeMap<>();

  private byte[] fetch(Caller auditor, String path) {
    Caller.Answer answer = auditor.get("/api/journal/" + path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    fetched.put(path, answer);
    return answer.raw().body();
  }

  private LogClient client(RunningGlasnost glasnost) {
    Caller auditor = glasnost.as("auditor");
    JsonNode keys = auditor.get("/api/journal/keys").json().path("items");
    String vkey =
        keys.valueStream()
            .filter(key -> !key.hasNonNull("untilSize"))
            .reduce((before, last) -> last)
            .orElseThrow()
            .path("verifierKey")
            .asString();
    return new LogClient(path -> fetch(auditor, path), vkey);
  }

  /** Each question of an auditor that is another one is an event. */
  private static void growTo(RunningGlasnost glasnost, LogClient client, long size) {
    Caller auditor = glasnost.as("auditor");
    Instant from = Instant.now();
    for (long n = client.checkpoint().size(); n < size; n++) {
      String question = "/api/journal/events?limit=1&from=" + from.plusSeconds(n);
      assertThat(auditor.get(question).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadWholeAsTheTextsSay(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    LogClient client = client(glasnost);
    growTo(glasnost, client, LARGE);
    LogClient.Checkpoint earlier = client.checkpoint();
    assertThat(earlier.size()).isGreaterThanOrEqualTo(LARGE);
    assertThat(client.readAll(earlier)).hasSize((int) earlier.size());

    growTo(glasnost, client, earlier.size() + 3);
    LogClient.Checkpoint later = client.checkpoint();
    assertThat(later.size()).isGreaterThan(earlier.size());
    assertThat(later.origin()).isEqualTo(earlier.origin());
    assertThat(client.readAll(later).subList(0, (int) earlier.size()))
        .as("the partial tiles of an earlier checkpoint are still served")
        .containsExactlyElementsOf(client.readAll(earlier));

    assertThat(fetched.keySet())
        .contains("checkpoint", "tile/entries/000", "tile/0/001")
        .anyMatch(path -> path.matches("tile/1/000\\.p/\\d+"));
    fetched.forEach(ServedLogIT::asTheTextSays);
  }

  private static void asTheTextSays(String path, Caller.Answer answer) {
    String type = String.valueOf(answer.header("Content-Type"));
    String kept = String.valueOf(answer.header("Cache-Control"));
    if (path.equals("checkpoint")) {
      assertThat(type).isEqualToIgnoringCase("text/plain;charset=utf-8");
      assertThat(kept).contains("no-store");
    } else {
      assertThat(type).as(path).isEqualTo("application/octet-stream");
      assertThat(kept).as(path).contains("immutable", "max-age=31536000", "private");
      assertThat(answer.header("Pragma")).as(path).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void servesNothingBeyondTheTreeAndNoOtherPath(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    LogClient client = client(glasnost);
    growTo(glasnost, client, LARGE);
    Caller auditor = glasnost.as("auditor");
    for (String path :
        new String[] {
          "0/999",
          "0/999.p/1",
          "entries/999",
          "1/001",
          "3/000.p/1",
          "64/000",
          "0/000.p/0",
          "0/000.p/256",
          "0/000.p/01",
          "0/x000/000",
          "0/0",
          "0/0000",
          "-1/000",
          "00/000",
          "data/000"
        }) {
      Caller.Answer answer = auditor.get("/api/journal/tile/" + path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
    }
    byte[] full = fetch(auditor, "tile/0/000");
    assertThat(full).hasSize(256 * 32);
    assertThat(fetch(auditor, "tile/0/000.p/5"))
        .as("a width that was once all there was")
        .isEqualTo(Arrays.copyOf(full, 5 * 32));
    assertThat(glasnost.as("records.nara").get("/api/journal/tile/0/000").status()).isEqualTo(403);
  }
}
