package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.glasnost.audit.Checkpoints;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalOrigin;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.content.Tombstones;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A copy made by the command while people work is restored by the command, opened by another
 * process, and holds all that was acknowledged before the copy was begun.
 */
class BackupJourneyIT {
  private static final int WRITERS = 2;
  private static final List<String> KEYS =
      List.of("content-keys.p12", "content-keys.password", "journal-key.pem");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void comesBackWholeFromACopyMadeWhileWorkGoesOn(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String marked = work.registers("SECRET\n\nA notional text.\n", Map.of());
    work.acceptsAll("classifier.state", marked);
    String reviewed = underReview(work);
    List<String> untouched =
        IntStream.range(0, 3)
            .mapToObj(n -> work.registers("SECRET\n\nA notional text " + n + ".\n", Map.of()))
            .toList();

    String destroyedSince = work.registers("SECRET\n\nA text that is destroyed.\n", Map.of());
    // The tree has its name, by which lists of what lapsed are known, from the first statement on.
    assertThat(glasnost.as("auditor").get("/api/journal/checkpoint", "text/plain").status())
        .isEqualTo(200);
    Path file = directory.resolve("glasnost.backup");
    String said = copiedWhileOthersWrite(glasnost, file);
    assertThat(said).contains("content-keys.p12").contains("journal-key.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Path data = Files.createDirectories(directory.resolve("restored"));
    for (String key : KEYS) {
      Files.copy(glasnost.data().resolve(key), data.resolve(key));
    }
    new Tombstones(data.resolve("destroyed")).keep(UUID.fromString(destroyedSince), "GRS 4.2");
    String lapsedSince = lapsedSince(glasnost, data);
    Map<String, String> restored = environment(data, database.emptyUrl(data));
    assertThat(GlasnostCommand.succeeds(directory, restored, "restore", file.toString()))
        .contains("(1), those that the copy brings back are destroyed again at the start")
        .contains("(1), the bodies that the copy brings back lapse again at the start");

    try (GlasnostProcess opened =
        GlasnostProcess.demonstration(
            data, String.valueOf(restored.get("SPRING_DATASOURCE_URL")))) {
      opened.awaitReady();
      assertThat(state(opened, marked)).isEqualTo("PROTECTED");
      assertThat(state(opened, reviewed)).isEqualTo("UNDER_REVIEW");
      untouched.forEach(
          document -> assertThat(state(opened, document)).isEqualTo("MARKING_REVIEW"));
      assertThat(state(opened, destroyedSince)).isEqualTo("DESTROYED");
      assertThat(
              opened
                  .as("auditor")
                  .get("/api/journal/events?kind=DOCUMENT_DESTROYED&document=" + destroyedSince)
                  .body())
          .contains("RESTORED_BACKUP", "GRS 4.2");
      lapsedAgain(opened, lapsedSince);
      assertThat(opened.as("admin").get("/actuator/health/readiness").status()).isEqualTo(200);
      String text =
          opened.as("classifier.state").get("/api/tasks?document=" + untouched.get(0)).body();
      assertThat(text).contains("MARKING_REVIEW");
      Work later = new Work(opened);
      later.acceptsAll("classifier.state", untouched.get(0));
      later.does(
          "coordinator.nara",
          "EQUITY_IDENTIFICATION",
          reviewed,
          Map.of("equities", List.of(), "reason", "notional"));
      Auditing.verifies(opened.as("auditor"), directory);
    }
  }

  /** As a batch is listed outside the database that lapsed after the copy was made. */
  private static String lapsedSince(RunningGlasnost glasnost, Path data) throws IOException {
    String event =
        glasnost
            .as("auditor")
            .get("/api/journal/events?kind=SIGNED_IN&limit=200")
            .json()
            .path("items")
            .valueStream()
            .filter(each -> !each.path("sealed").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    LapsedBatch batch =
        new LapsedBatch(
            UUID.randomUUID(),
            EventKind.SIGNED_IN,
            "a notional schedule",
            Instant.parse("2026-01-01T00:00:00Z"),
            List.of(UUID.fromString(event)));
    Files.writeString(
        Files.createDirectories(data.resolve("lapsed")).resolve(batch.id().toString()),
        glasnost
            .part(Checkpoints.class)
            .signed(batch.list(glasnost.part(JournalOrigin.class).name())));
    return event;
  }

  private static void lapsedAgain(GlasnostProcess opened, String event) {
    JsonNode told =
        opened
            .as("auditor")
            .get("/api/journal/events?kind=BODIES_LAPSED&order=desc&limit=1")
            .json();
    assertThat(told.path("items").get(0).path("reasonCode").asString())
        .isEqualTo("RESTORED_BACKUP");
    assertThat(told.path("items").get(0).path("authority").asString())
        .isEqualTo("a notional schedule");
    assertThat(
            opened
                .as("auditor")
                .get("/api/journal/events?kind=SIGNED_IN&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(event)))
        .singleElement()
        .satisfies(each -> assertThat(each.path("sealed").asBoolean()).isTrue());
  }

  private static String underReview(Work work) {
    String document =
        work.registers("SECRET\n\nA notional text.\n", Map.of("originatingAgency", "STATE"));
    work.acceptsAll("classifier.state", document);
    work.orders("OADR", List.of(document));
    return document;
  }

  /** Others register records before, while and after the copy is made. */
  private String copiedWhileOthersWrite(RunningGlasnost glasnost, Path file) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    List<Thread> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(
                n ->
                    new Thread(
                        () -> {
                          while (!enough.get()) {
                            answers.add(register(glasnost));
                          }
                        }))
            .toList();
    writers.forEach(Thread::start);
    try {
      Map<String, String> environment =
          new LinkedHashMap<>(environment(glasnost.data(), glasnost.url()));
      environment.put("GLASNOST_USER", "admin");
      environment.put("GLASNOST_PASSWORD", "admin");
      environment.put("GLASNOST_URL", glasnost.address());
      while (answers.isEmpty()) {
        Thread.onSpinWait();
      }
      return GlasnostCommand.succeeds(directory, environment, "backup", file.toString());
    } finally {
      enough.set(true);
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(answers).containsOnly(201);
    }
  }

  private static int register(RunningGlasnost glasnost) {
    return glasnost
        .as("intake.nara")
        .post(
            "/api/documents",
            Map.of("title", "Written meanwhile", "text", "SECRET\n\nA notional text.\n"))
        .status();
  }

  private static Map<String, String> environment(Path data, String url) throws IOException {
    return Map.of(
        "SPRING_PROFILES_ACTIVE",
        "demo",
        "GLASNOST_DATA",
        data.toRealPath().toString(),
        "SPRING_DATASOURCE_URL",
        url);
  }

  private static String state(Served glasnost, String document) {
    JsonNode seen = glasnost.as("records.nara").get("/api/documents/" + document).json();
    return seen.path("state").asString();
  }
}
