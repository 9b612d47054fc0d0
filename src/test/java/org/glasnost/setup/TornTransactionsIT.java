package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded database of a process that was killed among its writers holds whole transactions
 * only, and its indexes name the rows that are there (ADR 0020).
 */
@Tag("long")
class TornTransactionsIT {
  private static final String OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  private static final Random MOMENT = new Random();

  @TempDir Path directory;

  @RepeatedTest(60)
  void holdsWholeTransactionsAfterKill() throws Exception {
    String url = "jdbc:h2:file:" + directory.resolve("written") + OPTIONS;
    kill(url);
    List<Long> counts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (int n = 0; n < ManyWriters.TABLES; n++) {
        counts.add(count(statement, "select count(v) from t" + n + " where k = 1"));
        counts.add(count(statement, "select count(v) from t" + n + " where v like 'v%'"));
      }
    }
    assertThat(counts).allMatch(count -> count > 0 && count.equals(counts.get(0)));
  }

  private void kill(String url) throws IOException, InterruptedException {
    Path said = directory.resolve("said");
    Process writers =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ManyWriters.class.getName(),
                url)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      while (writers.isAlive() && !Files.readString(said).contains("ready")) {
        Thread.sleep(20);
      }
      assertThat(writers.isAlive()).as(Files.readString(said)).isTrue();
      Thread.sleep(200 + MOMENT.nextInt(700));
    } finally {
      writers.destroyForcibly().waitFor();
    }
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
