package org.glasnost.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.content.Tombstones;
import org.h2.message.DbException;

/** {@code restore}: the database from a file that {@code backup} made, where there is none. */
final class Restore {
  static final String USAGE =
      """
      java -jar glasnost.jar restore FILE
        FILE  made by backup; the database must not be there (H2) or be empty (PostgreSQL)""";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Restore() {}

  static void from(Path file, Settings settings, Clock clock, PrintStream out)
      throws CommandFailed {
    DatabaseAddress database = DatabaseAddress.in(settings);
    if (!Files.isReadable(file)) {
      throw new CommandFailed("There is no file " + file + " that can be read.");
    }
    if (database.isH2()) {
      h2(file, database);
    } else {
      List<String> call =
          new ArrayList<>(
              List.of(
                  "pg_restore",
                  "--no-owner",
                  // The next start gives the run-time role its rights, by the name it has there.
                  "--no-privileges",
                  "--exit-on-error",
                  "--single-transaction"));
      call.addAll(database.postgresqlArguments());
      call.add(file.toString());
      PostgresqlProgram.run(call, database);
    }
    out.println("The database is as it was when " + file + " was made.");
    Path data = Path.of(settings.of("glasnost.data").orElse("data"));
    setCheckpointsAside(data, clock, out);
    tellOfDestroyed(data.resolve("destroyed"), out);
    tellOfLapsed(data.resolve("lapsed"), out);
    KeyFiles.name(settings, out);
  }

  private static void h2(Path file, DatabaseAddress database) throws CommandFailed {
    Path target = database.h2File();
    if (Files.exists(target)) {
      throw new CommandFailed(
          "There is a database " + target + " already: stop Glasnost and move it aside first.");
    }
    Path directory = target.resolveSibling("");
    try {
      Files.createDirectories(directory);
      org.h2.tools.Restore.execute(
          file.toString(), directory.toString(), database.h2Path().getFileName().toString());
    } catch (IOException | DbException e) {
      throw new CommandFailed("The database cannot be written: " + e.getMessage(), e);
    }
    if (!Files.exists(target)) {
      throw new CommandFailed(file + " holds no H2 database.");
    }
  }

  /** Keys that the copy brings back are destroyed again, by the list that lies beside. */
  private static void tellOfDestroyed(Path directory, PrintStream out) {
    int destroyed = new Tombstones(directory).owners().size();
    out.println(
        destroyed == 0
            ? "No list of destroyed documents is in "
                + directory
                + ": if documents were destroyed since the copy was made, put that directory there"
                + " before the start."
            : "Of the documents listed in "
                + directory
                + " ("
                + destroyed
                + "), those that the copy brings back are destroyed again at the start.");
  }

  /** Bodies of events that the copy brings back lapse again, by the lists that lie beside. */
  private static void tellOfLapsed(Path directory, PrintStream out) throws CommandFailed {
    long lists = 0;
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        // What is being written ends otherwise.
        lists = files.filter(file -> !file.toString().endsWith(".tmp")).count();
      } catch (IOException e) {
        throw new CommandFailed("What lapsed cannot be read from " + directory + ".", e);
      }
    }
    out.println(
        lists == 0
            ? "No list of lapsed events is in "
                + directory
                + ": if bodies of the journal lapsed since the copy was made, put that directory"
                + " there before the start."
            : "Of the events in the lists of "
                + directory
                + " ("
                + lists
                + "), the bodies that the copy brings back lapse again at the start.");
  }

  /**
   * A restored journal may be shorter than what was signed. The application signs nothing beside
   * such checkpoints (JRN-0002), and rightly: only who restores knows that it was meant.
   */
  private static void setCheckpointsAside(Path data, Clock clock, PrintStream out)
      throws CommandFailed {
    Path checkpoints = data.resolve("checkpoints");
    if (!Files.exists(checkpoints)) {
      return;
    }
    Path aside = data.resolve("checkpoints.before-restore-" + STAMP.format(clock.instant()));
    try {
      Files.move(checkpoints, aside);
    } catch (IOException e) {
      throw new CommandFailed("The checkpoints cannot be moved to " + aside + ".", e);
    }
    out.println(
        "The checkpoints signed before are in "
            + aside
            + ": keep them, and tell whoever holds copies what was lost.");
  }
}
