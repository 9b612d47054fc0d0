package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasnost.fixtures.Databases;

/**
 * Makes the dumps of a release that later releases must open: one of each kind of database, with
 * the record it began with carried to its release, a review under way and a record not yet read.
 * Run once for each release, with the class path of the tests and the directory of the release
 * under {@code src/test/resources/releases} as its argument; {@link KeptReleaseIT} opens what it
 * made.
 */
final class KeptRelease {
  static final String UNREAD = "Kept: not yet read";
  static final String UNDER_REVIEW = "Kept: in its first review";
  static final List<String> KEYS =
      List.of("content-keys.p12", "content-keys.password", "journal-key.pem");

  private KeptRelease() {}

  public static void main(String[] arguments) throws Exception {
    Path releases = Path.of(arguments[0]).toAbsolutePath();
    for (Databases database : Databases.values()) {
      Path work = Files.createTempDirectory("kept-release");
      String url = database.emptyUrl(work);
      try (GlasnostProcess glasnost = GlasnostProcess.demonstration(work, url)) {
        glasnost.awaitReady();
        theWorkOfARelease(glasnost, work);
        Path kept = Files.createDirectories(releases.resolve(directory(database)));
        Files.writeString(
            kept.resolve("checkpoint"),
            glasnost.as("auditor").get("/api/journal/checkpoint").body());
        Files.writeString(kept.resolve("journal.key"), verifierKeys(glasnost.as("auditor")));
        glasnost.terminate();
        glasnost.stopped();
        keep(database, url, work, kept);
      }
    }
    // The tests' server has threads of its own.
    System.exit(0);
  }

  static String directory(Databases database) {
    return switch (database) {
      case H2 -> "h2";
      case POSTGRESQL -> "postgresql";
    };
  }

  private static void theWorkOfARelease(GlasnostProcess glasnost, Path files) {
    SeedCaseJourneyIT.carry(glasnost, files);
    Work work = new Work(glasnost);
    work.registers("SECRET\n\nA notional text, not yet read.\n", Map.of("title", UNREAD));
    String reviewed =
        work.registers(
            "SECRET\n\nA notional text under review.\n",
            Map.of(
                "title", UNDER_REVIEW, "documentDate", "1985-03-25", "originatingAgency", "STATE"));
    work.acceptsAll("classifier.state", reviewed);
    work.orders("OADR", List.of(reviewed));
    work.does(
        "coordinator.nara",
        "EQUITY_IDENTIFICATION",
        reviewed,
        Map.of("equities", List.of(), "reason", "notional"));
    String task = work.claim("reviewer.state", "FIRST_REVIEW", reviewed);
    Caller.Answer drafted =
        glasnost
            .as("reviewer.state")
            .put("/api/tasks/" + task + "/draft", "{\"reason\":\"begun\"}");
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
  }

  private static String verifierKeys(Caller auditor) {
    Caller.Answer keys = auditor.get("/api/journal/keys");
    assertThat(keys.status()).as(keys.body()).isEqualTo(200);
    return keys.json()
        .path("items")
        .valueStream()
        .map(k -> k.path("verifierKey").asString())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static void keep(Databases database, String url, Path work, Path kept)
      throws IOException, InterruptedException {
    for (String key : KEYS) {
      Files.copy(work.resolve(key), kept.resolve(key));
    }
    switch (database) {
      case H2 ->
          GlasnostCommand.succeeds(
              work,
              Map.of(
                  "SPRING_PROFILES_ACTIVE",
                  "demo",
                  "GLASNOST_DATA",
                  work.toString(),
                  "SPRING_DATASOURCE_URL",
                  url),
              "backup",
              kept.resolve("backup.zip").toString());
      case POSTGRESQL -> Files.writeString(kept.resolve("dump.sql"), plainSql(url));
    }
  }

  /**
   * As any client can run it: without the commands of psql, which newer dumps begin and end with.
   */
  private static String plainSql(String url) throws IOException, InterruptedException {
    Process dump =
        new ProcessBuilder(
                "pg_dump",
                "--inserts",
                "--rows-per-insert=50",
                "--no-owner",
                "--no-privileges",
                "--dbname=" + url.substring("jdbc:".length()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ByteArrayOutputStream sql = new ByteArrayOutputStream();
    dump.getInputStream().transferTo(sql);
    assertThat(dump.waitFor()).isZero();
    return sql.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("\\") && !line.startsWith("--"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
