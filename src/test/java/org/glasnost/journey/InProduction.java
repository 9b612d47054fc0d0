package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.glasnost.command.CommandLine;

/** An installation in production, as its operators set it up. */
final class InProduction {
  private InProduction() {}

  /** Makes its keys, and names them; it answers on this machine alone. */
  static Map<String, String> settings(Path directory, String url) throws IOException {
    Path keys = directory.resolve("keys");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int made =
        CommandLine.run(
            new String[] {"keys", keys.toString()}, property -> Optional.empty(), out, out);
    assertThat(made).as(said.toString(StandardCharsets.UTF_8)).isZero();
    Map<String, String> settings = new HashMap<>();
    settings.put("server.address", "127.0.0.1");
    settings.put("spring.datasource.url", url);
    settings.put("glasnost.data", directory.resolve("data").toString());
    settings.put("glasnost.accreditation", "SECRET");
    settings.put("glasnost.keystore.file", keys.resolve("content-keys.p12").toString());
    settings.put(
        "glasnost.keystore.password", Files.readString(keys.resolve("content-keys.password")));
    settings.put("glasnost.journal.key-file", keys.resolve("journal-key.pem").toString());
    return settings;
  }

  /** Changes its database beside it. */
  static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
