package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The application is killed, without warning, in the midst of rotations of the wrapping key: each
 * is carried on at the next start and ends once, every text reads, and the journal verifies.
 */
@Tag("long")
class KeyRotationKillNineIT {
  private static final String ROTATIONS = "/api/operations/keys/rotations";
  private static final int DOCUMENTS = 40;

  /** {@code -Dglasnost.kills} says how many. */
  private static final int KILLS = Integer.getInteger("glasnost.kills", 5);

  private static final int FURTHER = 15;

  @TempDir Path directory;

  private final Random random = new Random(19850325);

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everyRotationEndsAndEveryTextReads(Databases database) throws Exception {
    String url = database.emptyUrl(directory);
    Map<String, String> texts = new HashMap<>();
    try (GlasnostProcess glasnost = start(url)) {
      glasnost.awaitReady();
      Work work = new Work(glasnost);
      for (int n = 0; n < DOCUMENTS; n++) {
        String text = "SECRET\n\nA notional text " + n + ".\n";
        texts.put(work.registers(text, Map.of()), text);
      }
    }
    int inTheMidst = 0;
    int rotations = 0;
    while (rotations < KILLS || (inTheMidst == 0 && rotations < KILLS + FURTHER)) {
      String to;
      try (GlasnostProcess glasnost = start(url)) {
        glasnost.awaitReady();
        to = orders(glasnost);
        int enough = random.nextInt(DOCUMENTS);
        while (rotation(glasnost, to).path("rewrapped").asInt() < enough) {
          Thread.onSpinWait();
        }
        glasnost.kill();
      }
      if (names(url) > 1) {
        inTheMidst++;
      }
      rotations++;
      try (GlasnostProcess glasnost = start(url)) {
        glasnost.awaitReady();
        JsonNode ended = KeyRotationIT.ended(glasnost.as("admin"), to);
        assertThat(ended.path("rewrapped")).isEqualTo(ended.path("atOrder"));
        texts.forEach(
            (document, text) ->
                assertThat(
                        glasnost
                            .as("intake.nara")
                            .get("/api/documents/" + document + "/text")
                            .body())
                    .isEqualTo(text));
        assertThat(Auditing.lines(glasnost.as("auditor"), "KEY_ROTATION_ORDERED"))
            .isEqualTo(rotations);
        assertThat(Auditing.lines(glasnost.as("auditor"), "KEY_ROTATION_ENDED"))
            .isEqualTo(rotations);
        Auditing.verifies(glasnost.as("auditor"), directory);
      }
      assertThat(names(url)).isEqualTo(1);
    }
    assertThat(inTheMidst).as("killed with keys under both").isPositive();
  }

  /** One key in a transaction: the more moments there are to be killed at. */
  private GlasnostProcess start(String url) {
    return GlasnostProcess.demonstration(directory, url, Map.of("glasnost.keys.batch", "1"));
  }

  private String orders(GlasnostProcess glasnost) throws Exception {
    GlasnostCommand.succeeds(
        directory,
        Map.of("SPRING_PROFILES_ACTIVE", "demo", "GLASNOST_DATA", directory.toString()),
        "keys",
        "--add");
    Caller.Answer ordered = glasnost.as("admin").post(ROTATIONS);
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
    return ordered.json().path("to").asString();
  }

  private static JsonNode rotation(GlasnostProcess glasnost, String to) {
    return glasnost.as("admin").get(ROTATIONS + "/" + to).json();
  }

  /** How many wrapping keys are in use, while nothing runs. */
  private static int names(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery("select count(distinct wrapping_key) from content_key")) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
