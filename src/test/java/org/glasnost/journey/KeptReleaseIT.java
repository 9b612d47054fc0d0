package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.glasnost.authority.TrainingKind;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A database of every release is opened by the code of today: its records, their markings in two
 * times, its journal and the work that was under way.
 */
class KeptReleaseIT {
  private static final Path RELEASES = Path.of("src", "test", "resources", "releases");

  /** Whose work goes on, and the training that it rests on. */
  private static final Map<String, TrainingKind> TRAININGS =
      Map.of(
          "classifier.state", TrainingKind.DERIVATIVE_CLASSIFICATION,
          "reviewer.state", TrainingKind.DECLASSIFICATION,
          "reviewer2.state", TrainingKind.DECLASSIFICATION,
          "authority.state", TrainingKind.DECLASSIFICATION);

  @TempDir Path directory;

  static Stream<Arguments> kept() {
    try (Stream<Path> releases = Files.list(RELEASES)) {
      return releases
          .filter(Files::isDirectory)
          .flatMap(
              release ->
                  Stream.of(Databases.values())
                      .map(database -> Arguments.of(release.getFileName().toString(), database)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void opensTheDatabaseOfARelease(String release, Databases database) throws Exception {
    Path kept = RELEASES.resolve(release).resolve(KeptRelease.directory(database)).toAbsolutePath();
    String url = restored(database, kept);
    try (GlasnostProcess glasnost = GlasnostProcess.demonstration(directory, url)) {
      glasnost.awaitReady();
      whatWasReleasedIsReleased(glasnost);
      theMarkingsAreKnownInTwoTimes(glasnost);
      Auditing.verifies(
          glasnost.as("auditor"),
          directory,
          "--checkpoint",
          kept.resolve("checkpoint").toString(),
          "--key",
          kept.resolve("journal.key").toString());
      theTrainingsAreRecorded(glasnost);
      theWorkGoesOn(glasnost);
      Auditing.verifies(glasnost.as("auditor"), directory);
    }
  }

  private String restored(Databases database, Path kept) throws Exception {
    for (String key : KeptRelease.KEYS) {
      Files.copy(kept.resolve(key), directory.resolve(key));
    }
    String url = database.emptyUrl(directory);
    switch (database) {
      case H2 ->
          GlasnostCommand.succeeds(
              directory,
              Map.of(
                  "SPRING_PROFILES_ACTIVE",
                  "demo",
                  "GLASNOST_DATA",
                  directory.toString(),
                  "SPRING_DATASOURCE_URL",
                  url),
              "restore",
              kept.resolve("backup.zip").toString());
      case POSTGRESQL -> run(url, Files.readString(kept.resolve("dump.sql")));
    }
    return url;
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void whatWasReleasedIsReleased(Served glasnost) {
    Caller anybody = glasnost.as("reviewer.confidential");
    String memorandum = SeedCaseJourneyIT.memorandum(glasnost);
    String letter = SeedCaseJourneyIT.letter(glasnost);
    assertThat(state(glasnost, memorandum)).isEqualTo("RELEASED_IN_FULL");
    assertThat(state(glasnost, letter)).isEqualTo("RELEASED_IN_PART");
    assertThat(anybody.get("/api/documents/" + memorandum + "/release", "text/plain").body())
        .contains("Soviet Chargé Oleg Sokolov");
    assertThat(anybody.get("/api/documents/" + letter + "/release", "text/plain").body())
        .contains("[withheld: 3.3(b)(6)]");
    // The sealed text, by the keys that were kept with it.
    assertThat(anybody.get("/api/documents/" + memorandum + "/text").body())
        .contains("SECRET/SENSITIVE EYES ONLY");
  }

  private static void theMarkingsAreKnownInTwoTimes(Served glasnost) {
    String memorandum = SeedCaseJourneyIT.memorandum(glasnost);
    assertThat(level(glasnost, memorandum, "asOf=2000-07-24")).isEqualTo("SECRET");
    assertThat(level(glasnost, memorandum, "asOf=2000-07-26")).isEqualTo("UNCLASSIFIED");
  }

  /**
   * Where trainings were not recorded yet, each is from the start on: it is told, and it is in the
   * journal.
   */
  private static void theTrainingsAreRecorded(GlasnostProcess glasnost) {
    String log = String.join("\n", glasnost.log());
    JsonNode given =
        glasnost
            .as("auditor")
            .get("/api/journal/events?limit=200&order=desc&kind=GRANT_GIVEN")
            .json()
            .path("items");
    TRAININGS.forEach(
        (userName, kind) -> {
          assertThat(log).contains("no training " + kind + " was on record for " + userName);
          String person = Staff.id(glasnost, userName);
          assertThat(given.valueStream())
              .filteredOn(line -> line.path("after").path("person").asString().equals(person))
              .singleElement()
              .satisfies(
                  line -> {
                    assertThat(line.path("reasonCode").asString()).isEqualTo("DEMONSTRATION");
                    assertThat(line.path("after").path("training").asString())
                        .isEqualTo(kind.name());
                  });
        });
  }

  private static void theWorkGoesOn(Served glasnost) {
    Work work = new Work(glasnost);
    String unread = SeedCaseJourneyIT.byTitle(glasnost, KeptRelease.UNREAD);
    work.acceptsAll("classifier.state", unread);
    assertThat(state(glasnost, unread)).isEqualTo("PROTECTED");

    String reviewed = SeedCaseJourneyIT.byTitle(glasnost, KeptRelease.UNDER_REVIEW);
    Map<String, Object> decision =
        Map.of("determination", "DECLASSIFY_IN_FULL", "reason", "notional");
    String claimed = work.open("reviewer.state", "FIRST_REVIEW", reviewed);
    Caller.Answer decided =
        glasnost.as("reviewer.state").post("/api/tasks/" + claimed + "/complete", decision);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    work.does("reviewer2.state", "SECOND_REVIEW", reviewed, decision);
    work.does("authority.state", "SIGNATURE", reviewed, Map.of("sign", true, "reason", "notional"));
    work.does("records.nara", "RELEASE", reviewed, Map.of("release", true, "reason", "notional"));
    assertThat(state(glasnost, reviewed)).isEqualTo("RELEASED_IN_FULL");
  }

  private static String level(Served glasnost, String document, String when) {
    JsonNode items =
        glasnost
            .as("records.nara")
            .get("/api/documents/" + document + "/markings?" + when)
            .json()
            .path("items");
    assertThat(items.size()).isEqualTo(1);
    return items.get(0).path("marking").path("level").asString();
  }

  private static String state(Served glasnost, String document) {
    return glasnost
        .as("records.nara")
        .get("/api/documents/" + document)
        .json()
        .path("state")
        .asString();
  }
}
