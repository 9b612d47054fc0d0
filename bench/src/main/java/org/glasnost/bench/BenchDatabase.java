package org.glasnost.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A new database on the disk, as careful with what is committed as in production. */
final class BenchDatabase implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final HikariDataSource pool;

  private final Path postmaster;

  private BenchDatabase(EmbeddedPostgres server, Path postmaster, HikariDataSource pool) {
    this.server = server;
    this.postmaster = postmaster;
    this.pool = pool;
  }

  /**
   * Makes one with all tables of the product.
   *
   * @param kind POSTGRESQL or H2
   */
  static BenchDatabase in(Path directory, String kind) throws IOException {
    boolean h2 = kind.equals("H2");
    EmbeddedPostgres server = null;
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(24);
    config.setAutoCommit(true);
    if (h2) {
      config.setJdbcUrl("jdbc:h2:file:" + directory.resolve("bench") + ";WRITE_DELAY=0");
      config.setUsername("sa");
    } else {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory.resolve("postgresql"))
              .setCleanDataDirectory(true)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("shared_buffers", "512MB")
              .setServerConfig("max_wal_size", "2GB")
              .start();
      config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
      config.setUsername("postgres");
    }
    HikariDataSource pool = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration", "classpath:db/" + (h2 ? "h2" : "postgresql"))
        .load()
        .migrate();
    return new BenchDatabase(
        server, h2 ? null : directory.resolve("postgresql/postmaster.pid"), pool);
  }

  /** The time that processors have spent on this process and on the database's. */
  Duration processorTime() throws IOException {
    Stream<ProcessHandle> all = Stream.of(ProcessHandle.current());
    if (postmaster != null) {
      long pid = Long.parseLong(Files.readAllLines(postmaster).get(0).trim());
      ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
      all = Stream.concat(all, Stream.concat(Stream.of(server), server.descendants()));
    }
    return all.map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** As it is after each stop of the product, which compacts the file of H2. */
  void settle() throws SQLException {
    if (server == null) {
      // Of its own: a pool does not expect that the database is gone when a connection comes back.
      try (Connection connection =
              DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), "");
          Statement statement = connection.createStatement()) {
        statement.execute("shutdown compact");
      }
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  HikariDataSource pool() {
    return pool;
  }

  @Override
  public void close() throws IOException {
    pool.close();
    if (server != null) {
      server.close();
    }
  }
}
