package org.glasnost.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The commands of {@code java -jar glasnost.jar}. With other arguments, or none, the application
 * starts.
 */
public final class CommandLine {
  private static final String JOURNAL = "journal";
  private static final String BACKUP = "backup";
  private static final String RESTORE = "restore";
  private static final String KEYS = "keys";
  private static final String MARKING = "marking";
  private static final Set<String> COMMANDS = Set.of(JOURNAL, BACKUP, RESTORE, KEYS, MARKING);

  private CommandLine() {}

  /** Whether the arguments ask for a command; if not, they are the application's. */
  public static boolean handles(String[] arguments) {
    return arguments.length > 0 && COMMANDS.contains(arguments[0]);
  }

  /** Whether the command reads markings, by the registers that are in force. */
  public static boolean readsMarkings(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals(MARKING);
  }

  /**
   * Runs a command on the standard input.
   *
   * @param arguments for which {@link #handles} holds
   * @param settings of the application
   * @param out for results
   * @param err for what is wrong with the call
   * @return the exit status of the process, see {@link ExitStatus}
   */
  public static int run(String[] arguments, Settings settings, PrintStream out, PrintStream err) {
    return run(arguments, settings, System.in, out, err);
  }

  /**
   * Runs a command.
   *
   * @param arguments for which {@link #handles} holds
   * @param settings of the application
   * @param in what a command reads that takes lines
   * @param out for results
   * @param err for what is wrong with the call
   * @return the exit status of the process, see {@link ExitStatus}
   */
  public static int run(
      String[] arguments, Settings settings, InputStream in, PrintStream out, PrintStream err) {
    List<String> words = List.of(arguments);
    if (words.get(0).equals(MARKING)) {
      return MarkingCommand.run(words.subList(1, words.size()), settings, in, out, err).code();
    }
    if (words.size() >= 2 && words.get(0).equals(JOURNAL) && words.get(1).equals("verify")) {
      return JournalVerify.run(words.subList(2, words.size()), out, err).code();
    }
    if (words.size() == 3 && words.get(0).equals(JOURNAL) && words.get(1).equals("mirror")) {
      return JournalMirror.run(words.get(2), settings, out, err).code();
    }
    if (words.equals(List.of(KEYS, KeyFiles.ADD))) {
      return answered(() -> KeyFiles.add(settings, out), err).code();
    }
    if (words.size() == 2 && !words.get(0).equals(JOURNAL)) {
      return onFile(words.get(0), words.get(1), settings, out, err).code();
    }
    for (String usage :
        List.of(
            JournalVerify.USAGE,
            JournalMirror.USAGE,
            Backup.USAGE,
            Restore.USAGE,
            KeyFiles.USAGE,
            MarkingCommand.USAGE)) {
      err.println(usage);
    }
    return ExitStatus.MISUSED.code();
  }

  private static ExitStatus onFile(
      String command, String file, Settings settings, PrintStream out, PrintStream err) {
    return answered(
        () -> {
          Path path = Path.of(file);
          if (command.equals(BACKUP)) {
            Backup.make(path, settings, out);
          } else if (command.equals(RESTORE)) {
            Restore.from(path, settings, Clock.systemUTC(), out);
          } else if (command.equals(KEYS)) {
            KeyFiles.make(path, out);
          } else {
            throw new IllegalArgumentException("no command: " + command);
          }
        },
        err);
  }

  /** What a command does. */
  private interface Work {
    void run() throws CommandFailed;
  }

  private static ExitStatus answered(Work work, PrintStream err) {
    try {
      work.run();
      return ExitStatus.VERIFIED;
    } catch (CommandFailed | InvalidPathException e) {
      err.println(e.getMessage());
      return ExitStatus.MISUSED;
    }
  }
}
