package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.glasnost.command.CommandLine;
import org.glasnost.fixtures.Databases;
import org.glasnost.process.worklist.CourseKeeping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What administrators ask of the running application. */
class OperationsIT {

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isReadyWhenEveryDocumentInProgressHasItsCourse(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    assertThat(glasnost.part(CourseKeeping.class).look().none()).isTrue();
    Caller admin = glasnost.as("admin");
    assertThat(admin.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(admin.post("/api/operations/courses/repair").body())
        .contains("\"started\":[]", "\"ended\":[]", "\"left\":[]");
  }

  @Test
  void tellsAdministratorsWhatIsInTheJar() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Caller admin = glasnost.as("admin");
    assertThat(glasnost.as("auditor").get("/actuator/sbom/application").status()).isEqualTo(403);
    assertThat(admin.get("/actuator/sbom/application").body())
        .contains("pkg:maven/com.h2database/h2@");
    assertThat(admin.get("/actuator/sbom/front-end").body()).contains("pkg:npm/htmx.org@");
  }

  @Test
  void copiesTheEmbeddedDatabaseWhileItRuns() throws IOException {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Caller.Answer made = glasnost.as("admin").post("/api/operations/backup");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String name = made.json().path("file").asString();
    Path copy = glasnost.data().resolve("backups").resolve(name);
    assertThat(copy).isNotEmptyFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .as("for its owner alone")
        .isEqualTo("rw-------");
    assertThat(glasnost.as("auditor").get("/api/journal/events?kind=BACKED_UP").body())
        .contains(name);
  }

  @Test
  void copiesNothingForWhoIsNoAdministrator() {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    for (String path : new String[] {"/api/operations/backup", "/api/operations/courses/repair"}) {
      assertThat(glasnost.as("auditor").post(path).status()).isEqualTo(403);
    }
  }

  @Test
  void namesTheOtherWayWhereTheDatabaseIsNotEmbedded() {
    Caller.Answer refused =
        RunningGlasnost.on(Databases.POSTGRESQL).as("admin").post("/api/operations/backup");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("OPS-0002");
  }

  @Test
  void theCommandOpensWhatTheApplicationMade(@TempDir Path directory) {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Map<String, String> settings =
        Map.of(
            "glasnost.data",
            glasnost.data().toString(),
            "spring.datasource.url",
            Databases.H2.emptyUrl(glasnost.data()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Path file = directory.resolve("backup.zip");
    int status =
        CommandLine.run(
            new String[] {"backup", file.toString()},
            property -> Optional.ofNullable(settings.get(property)),
            out,
            out);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(file).isNotEmptyFile();
  }
}
