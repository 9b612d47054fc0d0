package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.glasnost.fixtures.Databases;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Everything that the running application keeps, or lets out of itself, from a moment on. */
final class Kept implements AutoCloseable {
  private static final long LARGEST_FILE = 512L * 1024 * 1024;

  private final RunningGlasnost glasnost;
  private final Databases database;
  private final Instant since = Instant.now();
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final AppenderBase<ILoggingEvent> listening =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(
              event.getFormattedMessage()
                  + " "
                  + Arrays.toString(event.getArgumentArray())
                  + " "
                  + event.getKeyValuePairs()
                  + " "
                  + event.getMDCPropertyMap()
                  + " "
                  + (event.getThrowableProxy() == null
                      ? ""
                      : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
      };

  Kept(RunningGlasnost glasnost, Databases database) {
    this.glasnost = glasnost;
    this.database = database;
    listening.start();
    root().addAppender(listening);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** What was logged. */
  byte[] log() {
    synchronized (lines) {
      assertThat(lines).as("lines of requests").anyMatch(line -> line.startsWith("request "));
      return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The attributes of every session, opened, as they would be written down. */
  byte[] sessions() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    FindByIndexNameSessionRepository<?> stored =
        glasnost.part(FindByIndexNameSessionRepository.class);
    int sessions = 0;
    for (String id :
        glasnost
            .part(JdbcClient.class)
            .sql("select session_id from user_session")
            .query(String.class)
            .list()) {
      Session session = stored.findById(id);
      if (session == null) {
        continue; // Ended meanwhile.
      }
      sessions++;
      for (String name : session.getAttributeNames()) {
        all.write(name.getBytes(StandardCharsets.UTF_8));
        all.write(written(session.getRequiredAttribute(name)));
      }
    }
    assertThat(sessions).as("sessions looked into").isPositive();
    return all.toByteArray();
  }

  private static byte[] written(Object attribute) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(String.valueOf(attribute).getBytes(StandardCharsets.UTF_8));
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(attribute);
    } catch (NotSerializableException onlyInMemory) {
      // Its text stands above.
    }
    return bytes.toByteArray();
  }

  /** Every table of the database, ours and the engine's, as the database itself writes it out. */
  byte[] database() throws Exception {
    return switch (database) {
      case H2 ->
          String.join(
                  "\n", glasnost.part(JdbcClient.class).sql("script").query(String.class).list())
              .getBytes(StandardCharsets.UTF_8);
      case POSTGRESQL -> copied();
    };
  }

  private byte[] copied() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<String> tables =
        glasnost
            .part(JdbcClient.class)
            .sql(
                "select quote_ident(table_schema) || '.' || quote_ident(table_name) from"
                    + " information_schema.tables where table_type = 'BASE TABLE' and table_schema"
                    + " not in ('pg_catalog', 'information_schema')")
            .query(String.class)
            .list();
    try (Connection connection = glasnost.part(DataSource.class).getConnection()) {
      for (String table : tables) {
        all.write((table + "\n").getBytes(StandardCharsets.UTF_8));
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout", all);
      }
    }
    return all.toByteArray();
  }

  /**
   * The files written since, in the directory for temporary ones (Tomcat's among them, and those of
   * an embedded PostgreSQL) and in the application's own, in which words lie.
   */
  List<String> filesWith(Traces words) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path directory : List.of(Path.of(System.getProperty("java.io.tmpdir")), glasnost.data())) {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
              if (is.isRegularFile()
                  && is.size() <= LARGEST_FILE
                  && !is.lastModifiedTime().toInstant().isBefore(since.minusSeconds(2))) {
                words.in(bytes(file)).ifPresent(form -> found.add(file + " as " + form));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return found;
  }

  /** The bytes of a file; none of one that others have removed meanwhile. */
  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      return new byte[0];
    }
  }

  @Override
  public void close() {
    root().detachAppender(listening);
    listening.stop();
  }
}
