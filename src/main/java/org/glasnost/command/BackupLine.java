package org.glasnost.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * The line in the database that says that a copy of it was made, so that it is known which copies
 * hold the keys of what is destroyed later. A database of a release that kept no such lines gets
 * none.
 */
final class BackupLine {
  private BackupLine() {}

  static void write(Path file, Instant madeAt, DatabaseAddress database) throws CommandFailed {
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      write(file, madeAt, connection);
    } catch (SQLException e) {
      throw new CommandFailed("The database takes no line about the copy: " + e.getMessage(), e);
    }
  }

  static void write(Path file, Instant madeAt, Connection connection) throws SQLException {
    if (!kept(connection)) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into backup_made (id, file, made_at) values (?, ?, ?)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, String.valueOf(file.getFileName()));
      insert.setTimestamp(3, Timestamp.from(madeAt));
      insert.executeUpdate();
    }
  }

  private static boolean kept(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "select count(*) from information_schema.tables where lower(table_name) ="
                    + " 'backup_made'")) {
      return row.next() && row.getInt(1) > 0;
    }
  }
}
