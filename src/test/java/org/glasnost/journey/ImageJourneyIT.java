package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.glasnost.journey.FurtherAccounts.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image is built, and the record it began with is carried to its release on it: on the
 * demonstration in one container that may write almost nothing, and on the production that
 * compose.yaml starts, with PostgreSQL.
 */
@Tag("long")
class ImageJourneyIT {
  private static final String IMAGE = "glasnost";
  private static final String USER = "10001";
  private static final String PASSWORD = "PGPASSWORD=\"$POSTGRES_PASSWORD\" ";
  private static final int STOPS_WITHIN_SECONDS = 40;
  private static final int READY_WITHIN_SECONDS = 300;

  /** Whoever the journey needs. */
  private static final List<Person> PEOPLE =
      List.of(
          new Person("intake.nara", "INTAKE_OFFICER", "NARA", "SECRET"),
          new Person("classifier.state", "CLASSIFIER", "STATE", "SECRET"),
          new Person("coordinator.nara", "REFERRAL_COORDINATOR", "NARA", "SECRET"),
          new Person("reviewer.state", "REVIEWER", "STATE", "SECRET"),
          new Person("reviewer2.state", "REVIEWER", "STATE", "SECRET"),
          new Person("authority.state", "DECLASSIFICATION_AUTHORITY", "STATE", "SECRET"),
          new Person("redactor.nara", "REDACTOR", "NARA", "SECRET"),
          new Person("redactor2.nara", "REDACTOR", "NARA", "SECRET"),
          new Person("records.nara", "RECORDS_MANAGER", "NARA", "SECRET"),
          new Person("auditor", "AUDITOR", "NARA", "SECRET"),
          new Person("reviewer.confidential", "REVIEWER", "STATE", "CONFIDENTIAL"));

  /** What the proxy says of each call, which this test plays. */
  private static final String[] BY_TLS = {
    "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9"
  };

  @TempDir Path directory;
  private final String name = "glasnost-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void theImageIsBuilt() throws Exception {
    Containers.find(directory).build(IMAGE);
  }

  @Test
  void theDemonstrationRunsInAContainerThatMayWriteAlmostNothing() throws Exception {
    Containers containers = Containers.find(directory);
    int port = freePort();
    String address = "http://127.0.0.1:" + port;
    try {
      // The demonstration answers on the loopback address alone: that of the host, here.
      containers.run(
          "run",
          "--detach",
          "--name=" + name,
          "--network=host",
          "--env=SPRING_PROFILES_ACTIVE=demo",
          "--env=SERVER_PORT=" + port,
          "--read-only",
          "--tmpfs=/tmp",
          "--cap-drop=all",
          "--security-opt=no-new-privileges",
          "--memory=1g",
          IMAGE);
      awaitHealthy(containers, name);
      assertThat(containers.run("exec", name, "id", "-u")).isEqualTo(USER);
      assertThat(containers.status("exec", name, "touch", "/opt/glasnost/written")).isNotZero();

      SeedCaseJourneyIT.carry(user -> new Caller(address, user, user), directory);

      containers.run("stop", "--time=" + STOPS_WITHIN_SECONDS, name);
      assertThat(containers.log(name)).contains("closed and compacted");
      assertThat(containers.run("inspect", "--format={{.State.ExitCode}}", name)).isEqualTo("143");
    } finally {
      containers.status("rm", "--force", "--volumes", name);
    }
  }

  @Test
  void composeRunsProductionOnPostgresql() throws Exception {
    Containers containers = Containers.find(directory);
    String project = name.replace("-", "");
    int port = freePort();
    String address = "http://127.0.0.1:" + port;
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("GLASNOST_DB_PASSWORD", UUID.randomUUID().toString());
    settings.put("GLASNOST_ACCREDITATION", "SECRET");
    settings.put("GLASNOST_LIBRARYCASEPREFIX", "NLS");
    settings.put("GLASNOST_PORT", String.valueOf(port));
    String keys = project + "_keys:/opt/glasnost/keys";
    try {
      containers.run("run", "--rm", "--volume=" + keys, IMAGE, "keys", "keys");
      settings.put(
          "GLASNOST_KEYSTORE_PASSWORD",
          containers.run(
              "run",
              "--rm",
              "--volume=" + keys,
              "--entrypoint=cat",
              IMAGE,
              "keys/content-keys.password"));
      containers.network(project);
      containers.compose(project, settings, "up", "--detach", "--no-build");
      awaitReady(containers, containers.container(project, "app"), address);
      awaitHealthy(containers, containers.container(project, "app"));

      FirstStartForm form = new FirstStartForm(Caller.nobody(address).with(BY_TLS));
      List<String> log = containers.log(containers.container(project, "app")).lines().toList();
      assertThat(log)
          .anyMatch(line -> line.contains("The run-time role glasnost_app is made."))
          .noneMatch(line -> line.contains("owns the tables of the journal"));
      Caller.Answer opened = form.sends(FirstStartForm.filledIn(FirstStartForm.code(log)));
      assertThat(opened.status()).as(opened.body()).isEqualTo(302);

      peopleAreThere(containers, containers.container(project, "db"));
      whatComesInClearIsRefused(address);
      Served glasnost = user -> new Caller(address, user, user).with(BY_TLS);
      theRecordIsTakenIn(glasnost);
      whatIsAboveTheAccreditationIsNot(glasnost);
      SeedCaseJourneyIT.carry(glasnost, directory);

      String dumped =
          PASSWORD + "pg_dump -h 127.0.0.1 -U glasnost -Fc glasnost | pg_restore --list";
      assertThat(containers.compose(project, settings, "exec", "-T", "db", "sh", "-c", dumped))
          .contains("TABLE DATA public journal_event");
      itStopsAndStartsAgain(containers, project, settings, address);
      assertThat(form.opens().status()).as("the page of the first start").isEqualTo(404);
      theReleaseIsThere(glasnost);
      Auditing.verifies(glasnost.as("auditor"), directory);
    } finally {
      containers.compose(project, settings, "down", "--volumes");
      for (String volume : List.of("_data", "_keys", "_db")) {
        containers.status("volume", "rm", "--force", project + volume);
      }
      containers.status("network", "rm", "--force", project + "_default");
    }
  }

  /** The port is the proxy's alone: without its word nothing is taken. */
  private static void whatComesInClearIsRefused(String address) {
    Caller.Answer refused = Caller.nobody(address).get("/api/me");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.rules()).containsExactly("WEB-0300");
  }

  private static void peopleAreThere(Containers containers, String database) throws Exception {
    containers.feed(
        "\\set ON_ERROR_STOP on\n" + FurtherAccounts.sql(PEOPLE),
        "exec",
        "--interactive",
        database,
        "sh",
        "-c",
        PASSWORD + "psql -h 127.0.0.1 -U glasnost glasnost");
  }

  private static void theRecordIsTakenIn(Served glasnost) throws IOException {
    Map<String, Object> memorandum =
        registration(SeedCaseJourneyIT.MEMORANDUM, "1985-03-25", "memorandum-1985-03-25.txt");
    memorandum.put("controlNumber", "SYSTEM II 90336");
    Caller.Answer first = glasnost.as("intake.nara").post("/api/documents", memorandum);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    Map<String, Object> letter =
        registration(SeedCaseJourneyIT.LETTER, "1985-03-24", "letter-1985-03-24.txt");
    letter.put("enclosureOf", first.json().path("id").asString());
    Caller.Answer second = glasnost.as("intake.nara").post("/api/documents", letter);
    assertThat(second.status()).as(second.body()).isEqualTo(201);
  }

  private static Map<String, Object> registration(String title, String date, String file)
      throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("documentDate", date);
    fields.put("originatingAgency", "STATE");
    fields.put("recordStatus", "PERMANENT");
    fields.put("text", Files.readString(Path.of("config", "demo", file)));
    return fields;
  }

  private static void whatIsAboveTheAccreditationIsNot(Served glasnost) {
    Caller.Answer refused =
        glasnost
            .as("intake.nara")
            .post(
                "/api/documents",
                Map.of("title", "Notional", "text", "TOP SECRET\n\nA notional text.\n"));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.rules()).isNotEmpty();
    assertThat(glasnost.as("intake.nara").get("/api/documents").json().path("items").size())
        .isEqualTo(2);
  }

  private static void itStopsAndStartsAgain(
      Containers containers, String project, Map<String, String> settings, String address)
      throws Exception {
    String app = containers.container(project, "app");
    // The application first, as with Docker; podman-compose by itself would begin with the
    // database.
    for (String service : List.of("app", "db")) {
      containers.compose(
          project, settings, "stop", "--timeout", "" + STOPS_WITHIN_SECONDS, service);
    }
    assertThat(containers.run("inspect", "--format={{.State.ExitCode}}", app)).isEqualTo("143");
    assertThat(containers.log(app)).contains("Graceful shutdown complete");
    containers.compose(project, settings, "start");
    awaitReady(containers, app, address);
  }

  private static void theReleaseIsThere(Served glasnost) {
    String letter = SeedCaseJourneyIT.letter(glasnost);
    assertThat(
            glasnost
                .as("reviewer.confidential")
                .get("/api/documents/" + letter + "/release", "text/plain")
                .body())
        .contains("[withheld: 3.3(b)(6)]");
    assertThat(glasnost.as("intake.nara").get("/api/documents").json().path("items").size())
        .isEqualTo(2);
  }

  private static void awaitHealthy(Containers containers, String container) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
    while (!containers.healthy(container)) {
      assertThat(System.nanoTime())
          .as("healthy in time:\n" + containers.log(container))
          .isLessThan(until);
      Thread.sleep(1_000);
    }
  }

  private static void awaitReady(Containers containers, String container, String address)
      throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
    while (true) {
      try {
        if (Caller.nobody(address).with(BY_TLS).get("/actuator/health/readiness").status() == 200) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        // Nothing listens yet.
      }
      assertThat(System.nanoTime())
          .as("ready in time:\n" + containers.log(container))
          .isLessThan(until);
      Thread.sleep(500);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
