package org.glasnost.command;

import java.io.PrintStream;
import java.util.List;

/**
 * The commands of {@code java -jar glasnost.jar}. With other arguments, or none, the application
 * starts.
 */
public final class CommandLine {
  private static final String JOURNAL = "journal";

  private CommandLine() {}

  /** Whether the arguments ask for a command; if not, they are the application's. */
  public static boolean handles(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals(JOURNAL);
  }

  /**
   * Runs a command.
   *
   * @param arguments for which {@link #handles} holds
   * @param out for results
   * @param err for what is wrong with the call
   * @return the exit status of the process, see {@link ExitStatus}
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    List<String> words = List.of(arguments);
    if (words.size() >= 2 && words.get(0).equals(JOURNAL) && words.get(1).equals("verify")) {
      return JournalVerify.run(words.subList(2, words.size()), out, err).code();
    }
    err.println(JournalVerify.USAGE);
    return ExitStatus.MISUSED.code();
  }
}
