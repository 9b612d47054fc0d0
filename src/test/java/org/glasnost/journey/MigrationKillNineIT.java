package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The application is killed, without warning, in the midst of migrations: each goes on by itself at
 * the next start and ends once, each instance is on one version and its task goes on there.
 */
@Tag("long")
class MigrationKillNineIT {
  private static final String PROCESS = "record-life-cycle";
  private static final int DOCUMENTS = 40;

  /** {@code -Dglasnost.kills} says how many. */
  private static final int KILLS = Integer.getInteger("glasnost.kills", 3);

  private static final int FURTHER = 15;

  @TempDir Path directory;

  private final Random random = new Random(19850325);

  @ParameterizedTest
  @EnumSource(Databases.class)
  void everyMigrationEndsAndEveryTaskGoesOn(Databases database) throws Exception {
    String url = database.emptyUrl(directory);
    String[] documents = new String[DOCUMENTS];
    int all;
    try (GlasnostProcess glasnost = start(url)) {
      glasnost.awaitReady();
      Work work = new Work(glasnost);
      for (int n = 0; n < DOCUMENTS; n++) {
        documents[n] =
            work.registers(
                "SECRET\n\nA notional text " + n + ".\n", Map.of("originatingAgency", "STATE"));
      }
      all = waiting(glasnost.as("admin"), 1); // The demonstration's own records among them.
      assertThat(all).isGreaterThanOrEqualTo(DOCUMENTS);
    }
    int inTheMidst = 0;
    int migrations = 0;
    while (migrations < KILLS || (inTheMidst == 0 && migrations < KILLS + FURTHER)) {
      String migration;
      try (GlasnostProcess glasnost = start(url)) {
        glasnost.awaitReady();
        PuttingInForce putting = new PuttingInForce(glasnost);
        int from = putting.newest(PROCESS);
        migration = starts(glasnost, from, putting.anotherLifeCycle());
        int enough = 1 + random.nextInt(DOCUMENTS - 1);
        while (migration(glasnost, migration).path("moved").asInt() < enough) {
          Thread.onSpinWait();
        }
        glasnost.kill();
      }
      migrations++;
      try (GlasnostProcess glasnost = start(url)) {
        glasnost.awaitReady();
        JsonNode found = migration(glasnost, migration);
        if (!found.path("state").asString().equals("ENDED")) {
          inTheMidst++;
        }
        while (!found.path("state").asString().equals("ENDED")) {
          Thread.sleep(50);
          found = migration(glasnost, migration);
        }
        assertThat(found.path("moved").asInt()).isEqualTo(all);
        assertThat(Auditing.lines(glasnost.as("auditor"), "MIGRATION_STARTED"))
            .isEqualTo(migrations);
        assertThat(Auditing.lines(glasnost.as("auditor"), "MIGRATION_ENDED")).isEqualTo(migrations);
        assertThat(waiting(glasnost))
            .isEqualTo(Map.of(new PuttingInForce(glasnost).newest(PROCESS), all));
        Auditing.verifies(glasnost.as("auditor"), directory);
      }
    }
    assertThat(inTheMidst).as("killed before the end").isPositive();
    try (GlasnostProcess glasnost = start(url)) {
      glasnost.awaitReady();
      Work work = new Work(glasnost);
      for (String document : documents) {
        work.acceptsAll("classifier.state", document);
      }
    }
  }

  /** One instance in a transaction: the more moments there are to be killed at. */
  private GlasnostProcess start(String url) {
    return GlasnostProcess.demonstration(directory, url, Map.of("glasnost.migrations.batch", "1"));
  }

  private static String starts(GlasnostProcess glasnost, int from, int to) {
    Caller.Answer started =
        glasnost
            .as("admin")
            .post("/api/migrations", Map.of("process", PROCESS, "from", from, "to", to));
    assertThat(started.status()).as(started.body()).isEqualTo(201);
    return String.valueOf(started.header("Location"));
  }

  private static JsonNode migration(GlasnostProcess glasnost, String location) {
    return glasnost.as("admin").get(location).json();
  }

  /** How many instances wait for the review of their marking, by the version they run on. */
  private static Map<Integer, Integer> waiting(GlasnostProcess glasnost) {
    Caller admin = glasnost.as("admin");
    return IntStream.rangeClosed(1, new PuttingInForce(glasnost).newest(PROCESS))
        .boxed()
        .collect(Collectors.toMap(version -> version, version -> waiting(admin, version)))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static int waiting(Caller admin, int version) {
    return admin
        .get("/api/processes/" + PROCESS + "/versions/" + version)
        .json()
        .path("activities")
        .valueStream()
        .filter(each -> each.path("element").asString().equals("MARKING_REVIEW"))
        .findFirst()
        .orElseThrow()
        .path("instances")
        .asInt();
  }
}
