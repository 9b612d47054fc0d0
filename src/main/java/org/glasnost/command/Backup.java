package org.glasnost.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.h2.api.ErrorCode;

/** {@code backup}: one file from which the database can be had again. Holds no key. */
final class Backup {
  static final String USAGE =
      """
      java -jar glasnost.jar backup FILE
        FILE  is made; must not be there yet
        A running Glasnost on H2 is asked for it: GLASNOST_USER and GLASNOST_PASSWORD name one of its
        administrators, GLASNOST_URL its address, http://127.0.0.1:8080 where it is not set""";

  private static final String FILE_HEADER = "Glasnost-Backup";

  private Backup() {}

  static void make(Path file, Settings settings, PrintStream out) throws CommandFailed {
    DatabaseAddress database = DatabaseAddress.in(settings);
    if (Files.exists(file)) {
      throw new CommandFailed("There is a file " + file + " already.");
    }
    try {
      ownersAlone(file);
      write(file, database, settings);
    } catch (IOException e) {
      throw new CommandFailed("The file " + file + " cannot be written: " + e.getMessage(), e);
    } catch (CommandFailed e) {
      leaveNothing(file);
      throw e;
    }
    out.println("The database is in " + file + ".");
    KeyFiles.name(settings, out);
  }

  private static void write(Path file, DatabaseAddress database, Settings settings)
      throws CommandFailed {
    if (database.isH2()) {
      h2(file, database, settings);
    } else {
      List<String> call = new ArrayList<>(List.of("pg_dump", "--format=custom", "--no-owner"));
      call.add("--file=" + file);
      call.addAll(database.postgresqlArguments());
      Instant begun = Instant.now();
      PostgresqlProgram.run(call, database);
      BackupLine.write(file, begun, database);
    }
  }

  /**
   * Titles and markings stand in a backup in clear: its file is its owner's alone from the start.
   */
  private static void ownersAlone(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void leaveNothing(Path file) throws CommandFailed {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CommandFailed("Part of a backup is left in " + file + ": delete it.", e);
    }
  }

  private static void h2(Path file, DatabaseAddress database, Settings settings)
      throws CommandFailed {
    if (!Files.exists(database.h2File())) {
      throw new CommandFailed("There is no database " + database.h2File() + ".");
    }
    try (Connection connection =
            DriverManager.getConnection(
                database.url() + ";IFEXISTS=TRUE", database.user(), database.password());
        PreparedStatement statement = connection.prepareStatement("backup to ?")) {
      Instant begun = Instant.now();
      statement.setString(1, file.toAbsolutePath().toString());
      statement.execute();
      BackupLine.write(file, begun, connection);
    } catch (SQLException e) {
      if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new CommandFailed("The database cannot be copied: " + e.getMessage(), e);
      }
      askTheRunning(file, settings);
    }
  }

  private static void askTheRunning(Path file, Settings settings) throws CommandFailed {
    String user = required(settings, "glasnost.user");
    String password = required(settings, "glasnost.password");
    URI address =
        URI.create(
            settings.of("glasnost.url").orElse("http://127.0.0.1:8080") + "/api/operations/backup");
    String pair = user + ":" + password;
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new CommandFailed(
            "The running Glasnost made no backup: " + answer.statusCode() + " " + answer.body());
      }
      String name = answer.headers().firstValue(FILE_HEADER).orElse("");
      if (!name.matches("[A-Za-z0-9-]+\\.zip")) {
        throw new CommandFailed("The running Glasnost does not name the file it made.");
      }
      Files.move(
          Path.of(settings.of("glasnost.data").orElse("data"), "backups", name),
          file,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CommandFailed.unanswered("The running Glasnost", address.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Interrupted.", e);
    }
  }

  private static String required(Settings settings, String property) throws CommandFailed {
    return settings
        .of(property)
        .orElseThrow(
            () ->
                new CommandFailed(
                    "A running Glasnost holds the database. Name one of its administrators in"
                        + " GLASNOST_USER and GLASNOST_PASSWORD, and it makes the backup."));
  }
}
