package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The application as a process of its own: what it does with its exit status, its log, signals and
 * a sudden end cannot be seen from inside.
 */
final class GlasnostProcess implements AutoCloseable, Served {
  private static final int READY_WITHIN_SECONDS = 600;
  private static final int ENDS_WITHIN_SECONDS = 120;
  private static final int LAST_LINES = 80;

  private final Process process;
  private final Path log;
  private final int port;

  private GlasnostProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts it on a free port.
   *
   * @param directory it is started in, with its log, which is written on
   * @param settings properties of the application
   */
  static GlasnostProcess start(Path directory, Map<String, String> settings) {
    int port = freePort();
    List<String> call = new ArrayList<>();
    call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    call.add("-XX:TieredStopAtLevel=1");
    call.add("-cp");
    call.add(classPath());
    call.add("org.glasnost.setup.Glasnost");
    call.add("--server.port=" + port);
    settings.forEach((name, value) -> call.add("--" + name + "=" + value));
    Path log = directory.resolve("log");
    try {
      // An empty entry of the class path would be the directory it is started in.
      Process process =
          new ProcessBuilder(call)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new GlasnostProcess(process, log, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the demonstration, which keeps in the directory what it makes itself. */
  static GlasnostProcess demonstration(Path directory, String url) {
    return demonstration(directory, url, Map.of());
  }

  /** Starts the demonstration with further settings. */
  static GlasnostProcess demonstration(Path directory, String url, Map<String, String> besides) {
    Map<String, String> settings = new HashMap<>(besides);
    settings.put("spring.profiles.active", "demo");
    settings.put("glasnost.data", directory.toString());
    settings.put("spring.datasource.url", url);
    return start(directory, settings);
  }

  /** What the tests run with. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  Caller as(String userName, String password) {
    return new Caller(address(), userName, password);
  }

  /** A person of the demonstration. */
  @Override
  public Caller as(String userName) {
    return as(userName, userName);
  }

  GlasnostProcess awaitReady() throws InterruptedException {
    return awaitReady(Caller.nobody(address()));
  }

  /** Waits until it tells somebody that it is ready, who knows how to reach it. */
  GlasnostProcess awaitReady(Caller somebody) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
    while (System.nanoTime() < until) {
      assertThat(process.isAlive()).as(() -> "it runs:\n" + lastLines()).isTrue();
      try {
        // Without credentials: health is open, and nobody has an account yet.
        if (somebody.get("/actuator/health/readiness").status() == 200) {
          return this;
        }
      } catch (UncheckedIOException notYet) {
        // Nothing listens yet.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("not ready in time:\n" + lastLines());
  }

  /** Waits for its log to hold some words. */
  void awaitLine(String words) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
    while (log().stream().noneMatch(line -> line.contains(words))) {
      assertThat(System.nanoTime()).as(() -> words + "\n" + lastLines()).isLessThan(until);
      Thread.sleep(50);
    }
  }

  /** The exit status of one that ends by itself. */
  int ended() throws InterruptedException {
    assertThat(process.waitFor(READY_WITHIN_SECONDS, TimeUnit.SECONDS))
        .as(() -> "ends by itself:\n" + lastLines())
        .isTrue();
    return process.exitValue();
  }

  /** Asks it to stop, as Ctrl-C and a service manager do. */
  void terminate() {
    process.destroy();
  }

  /** Its exit status after {@link #terminate}. */
  int stopped() throws InterruptedException {
    assertThat(process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS))
        .as(() -> "stops when it is asked to:\n" + lastLines())
        .isTrue();
    return process.exitValue();
  }

  /** Ends it without warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What it has written so far, earlier runs in the same directory included. */
  List<String> log() {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lastLines() {
    List<String> lines = log();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /** Leaves nothing running behind a test that failed. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
