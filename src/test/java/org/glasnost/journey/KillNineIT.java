package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.glasnost.command.CommandLine;
import org.glasnost.document.DocumentState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The application is killed, without warning, at random moments while people work: what was
 * acknowledged is there afterwards, nothing is half there, and the journal verifies.
 */
@Tag("long")
class KillNineIT {
  private static final int KILLS = Integer.getInteger("glasnost.kills", 50);
  private static final int WORKERS = 3;
  private static final int LONGEST_LIFE_MILLIS = 4_000;
  private static final int READY_WITHIN_SECONDS = 120;

  @TempDir Path directory;

  /** What was acknowledged of each document: the state that an answer last gave it. */
  private final Map<String, DocumentState> acknowledged = new ConcurrentHashMap<>();

  private final Random random = new Random(19850325);

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfThere() throws Exception {
    int port = freePort();
    String address = "http://127.0.0.1:" + port;
    for (int kill = 0; kill < KILLS; kill++) {
      Process glasnost = start(port);
      awaitReady(glasnost, address);
      List<Thread> workers = workers(address);
      Thread.sleep(500 + random.nextInt(LONGEST_LIFE_MILLIS));
      glasnost.destroyForcibly().waitFor();
      for (Thread worker : workers) {
        worker.join();
      }
    }
    assertThat(acknowledged).as("work was done between the kills").hasSizeGreaterThan(KILLS / 2);
    Process last = start(port);
    try {
      awaitReady(last, address);
      acknowledged.forEach((document, state) -> holds(address, document, state));
      verifies(address);
    } finally {
      last.destroy();
      last.waitFor();
    }
  }

  private List<Thread> workers(String address) {
    return IntStream.range(0, WORKERS)
        .mapToObj(
            n -> {
              Thread worker = new Thread(() -> work(address), "worker-" + n);
              worker.start();
              return worker;
            })
        .toList();
  }

  /** Registers, confirms and orders reviews until the application no longer answers. */
  private void work(String address) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Caller.Answer registered =
            caller(address, "intake.nara")
                .post(
                    "/api/documents",
                    Map.of(
                        "title",
                        "A fictitious memorandum",
                        "text",
                        "This text is fictitious.\n\nSECRET\n\nNothing else.\n",
                        "documentDate",
                        "1985-03-25",
                        "originatingAgency",
                        "STATE"));
        String document = registered.json().path("id").asString();
        acknowledge(registered, 201, document, DocumentState.MARKING_REVIEW);
        String task = task(address, "classifier.state", document);
        Caller classifier = caller(address, "classifier.state");
        classifier.post("/api/tasks/" + task + "/claim");
        JsonNode seen = classifier.get("/api/documents/" + document).json();
        acknowledge(
            classifier.post("/api/tasks/" + task + "/complete", Work.acceptance(seen, null)),
            200,
            document,
            DocumentState.PROTECTED);
        acknowledge(
            caller(address, "records.nara")
                .post("/api/reviews", Map.of("kind", "OADR", "documents", List.of(document))),
            201,
            document,
            DocumentState.UNDER_REVIEW);
      }
    } catch (UncheckedIOException killed) {
      // The application went away in the middle of a call: that call was not acknowledged.
    }
  }

  private void acknowledge(
      Caller.Answer answer, int expected, String document, DocumentState state) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
    acknowledged.put(document, state);
  }

  /** At least what was acknowledged, and exactly the open task that belongs to what is there. */
  private static void holds(String address, String document, DocumentState acknowledged) {
    Caller records = caller(address, "records.nara");
    Caller.Answer answer = records.get("/api/documents/" + document);
    assertThat(answer.status()).as("acknowledged document " + document).isEqualTo(200);
    DocumentState now = DocumentState.valueOf(answer.json().path("state").asString());
    assertThat(now).isGreaterThanOrEqualTo(acknowledged);
    assertThat(open(address, "classifier.state", document))
        .isEqualTo(now == DocumentState.MARKING_REVIEW ? 1 : 0);
    assertThat(open(address, "coordinator.nara", document))
        .isEqualTo(now == DocumentState.UNDER_REVIEW ? 1 : 0);
  }

  private static int open(String address, String userName, String document) {
    return caller(address, userName)
        .get("/api/tasks?document=" + document)
        .json()
        .path("items")
        .size();
  }

  private static String task(String address, String userName, String document) {
    return caller(address, userName)
        .get("/api/tasks?document=" + document)
        .json()
        .path("items")
        .get(0)
        .path("id")
        .asString();
  }

  private void verifies(String address) throws IOException {
    Caller.Answer export =
        caller(address, "auditor").get("/api/journal/export", "application/x-ndjson");
    assertThat(export.status()).isEqualTo(200);
    Path file = directory.resolve("export.ndjson");
    Files.writeString(file, export.body());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        CommandLine.run(
            new String[] {"journal", "verify", file.toString()},
            name -> Optional.empty(),
            out,
            out);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.glasnost.setup.Glasnost",
            "--spring.profiles.active=demo",
            "--server.port=" + port,
            "--glasnost.data=" + directory,
            "--spring.datasource.url=jdbc:h2:file:"
                + directory.resolve("glasnost")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
        // An empty entry of the class path would be the directory it is started in.
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
        .start();
  }

  private void awaitReady(Process glasnost, String address) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
    while (System.nanoTime() < until) {
      assertThat(glasnost.isAlive()).as(() -> "started again after a kill:\n" + log()).isTrue();
      try {
        if (caller(address, "auditor").get("/actuator/health/readiness").status() == 200) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        // Nothing listens yet.
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not ready in time:\n" + log());
  }

  private String log() {
    try {
      List<String> lines = Files.readAllLines(directory.resolve("log"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Caller caller(String address, String userName) {
    return new Caller(address, userName, userName);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
