package org.glasnost.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.glasnost.fixtures.Databases;
import org.glasnost.setup.Glasnost;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application with the demonstration's people and records, on a real database and a real
 * port; started once for each kind of database and shared by every test of the suite.
 */
public final class RunningGlasnost implements Served, AutoCloseable {
  private static final Map<Databases, RunningGlasnost> RUNNING = new EnumMap<>(Databases.class);

  /** By what authority the bodies of sign-ins lapse after a year. */
  static final String SIGN_INS = "a notional schedule, item 7";

  private final ConfigurableApplicationContext context;
  private final StatementsOfRequests statements = new StatementsOfRequests();
  private final Path data;
  private final String url;
  private final Path retention;
  private final String stream;
  private final int port;

  private RunningGlasnost(Databases database) {
    this(database, "3s");
  }

  private RunningGlasnost(Databases database, String stream) {
    this.stream = stream;
    try {
      this.data = Files.createTempDirectory("glasnost-journey");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.url = database.emptyUrl(data);
    this.retention = retention(data);
    this.context =
        new SpringApplicationBuilder(Glasnost.class, AgedBodies.class)
            .initializers(context -> context.getBeanFactory().addBeanPostProcessor(statements))
            .run(
                Stream.concat(
                        Stream.of("--server.port=0"),
                        settings().entrySet().stream()
                            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                    .toArray(String[]::new));
    this.port = webServer().getPort();
  }

  /** What it was started with; a node beside it is started with the same. */
  Map<String, String> settings() {
    return Map.of(
        "spring.profiles.active",
        "demo",
        "glasnost.data",
        data.toString(),
        "glasnost.journal.stream",
        stream,
        "spring.datasource.url",
        url,
        "glasnost.retention",
        retention.toString());
  }

  /** Sign-ins are kept for a year, all else as delivered. */
  private static Path retention(Path data) {
    try {
      String delivered = Files.readString(Path.of("config/retention.yaml"));
      String kept = "\"no schedule approved: kept\"\n    keep: PERMANENT";
      return Files.writeString(
          data.resolve("retention.yaml"),
          delivered.replace(
              "id: SIGN_IN\n    authority: " + kept,
              "id: SIGN_IN\n    authority: \"" + SIGN_INS + "\"\n    keep: P1Y"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The application on that kind of database. */
  public static synchronized RunningGlasnost on(Databases database) {
    return RUNNING.computeIfAbsent(database, RunningGlasnost::new);
  }

  /** One that nobody else sees, for a test after which it is not to be used; closed by it. */
  static RunningGlasnost onItsOwn(Databases database) {
    return new RunningGlasnost(database);
  }

  /** One on its own, where whoever follows the journal may do so for hours. */
  static RunningGlasnost withLongStreams(Databases database) {
    return new RunningGlasnost(database, "5h");
  }

  /** Ends one that is on its own; the shared ones end with the suite. */
  @Override
  public void close() {
    if (RUNNING.containsValue(this)) {
      throw new IllegalStateException("other tests use it");
    }
    context.close();
  }

  /** Where it listens, without a slash at the end. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Where it keeps what it makes itself. */
  public Path data() {
    return data;
  }

  /** The address of its database. */
  public String url() {
    return url;
  }

  /** A part of the running application, for tests that speak to the domain directly. */
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** The web server of the running application. */
  public WebServer webServer() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
  }

  /** What requests have sent to the database since it was asked last. */
  List<String> statements() {
    return statements.taken();
  }

  /** A part of the running application that only its own room knows by type. */
  public Object named(String name) {
    return context.getBean(name);
  }

  /** A program that calls as one of the demonstration's people. */
  @Override
  public Caller as(String userName) {
    return new Caller(address(), userName, userName);
  }
}
