package org.glasnost.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.audit.verifier.Flaw;
import org.glasnost.audit.verifier.Report;
import org.glasnost.audit.verifier.TileVerification;
import org.glasnost.audit.verifier.Verification;

/** {@code journal verify}: checks an export of the journal, offline. */
final class JournalVerify {
  static final String USAGE =
      """
      java -jar glasnost.jar journal verify FILE [--checkpoint FILE]... [--key FILE]...
        FILE          an export of the journal, NDJSON or CSV, or a directory with a copy of its
                      tiles, as the command journal mirror makes it
        --checkpoint  a checkpoint kept outside the database
        --key         verifier keys held independently, one on a line, and behind a blank each
                      the first size of tree that it signs, and the last where it has ended;
                      without it those in FILE are believed
      Exit status: 0 verified, 1 not verified, 2 wrong call or unreadable file,
      3 verified, but some current markings depend on sealed events""";

  private JournalVerify() {}

  static ExitStatus run(List<String> arguments, PrintStream out, PrintStream err) {
    List<Path> exports = new ArrayList<>();
    List<String> checkpoints = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    try {
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        boolean option = argument.startsWith("--");
        if (option && i + 1 == arguments.size()) {
          err.println(USAGE);
          return ExitStatus.MISUSED;
        }
        if (!option) {
          exports.add(Path.of(argument));
        } else if (argument.equals("--checkpoint")) {
          checkpoints.add(held(arguments.get(++i), "checkpoint"));
        } else if (argument.equals("--key")) {
          held(arguments.get(++i), "key")
              .lines()
              .filter(line -> !line.isBlank())
              .forEach(keys::add);
        } else {
          err.println(USAGE);
          return ExitStatus.MISUSED;
        }
      }
      if (exports.size() != 1) {
        err.println(USAGE);
        return ExitStatus.MISUSED;
      }
      if (Files.isDirectory(exports.get(0))) {
        return tell(
            TileVerification.of(exports.get(0), checkpoints, keys), checkpoints.size(), out);
      }
      try (InputStream export = Files.newInputStream(exports.get(0))) {
        return tell(Verification.of(export, checkpoints, keys), checkpoints.size(), out);
      }
    } catch (IOException | InvalidPathException e) {
      err.println("cannot be read: " + e.getMessage());
      return ExitStatus.MISUSED;
    }
  }

  /**
   * What is held independently. A file in which nothing stands is none: without it what is checked
   * would be believed on its own word, and told as if it had been compared.
   */
  private static String held(String file, String what) throws IOException {
    String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new IOException(file + ": there is no " + what + " in it");
    }
    return text;
  }

  static ExitStatus tell(Report report, int checkpoints, PrintStream out) {
    for (Flaw flaw : report.flaws()) {
      out.println(flaw);
    }
    out.printf(
        "%s: %s, %d leaves, root %s%n",
        report.verified() ? "verified" : "NOT VERIFIED",
        report.origin(),
        report.leaves(),
        report.root());
    out.printf(
        "events %d (sealed %d), checkpoints from elsewhere %d, current markings %d (not decided %d)%n",
        report.events(), report.sealed(), checkpoints, report.markings(), report.undecided());
    for (String key : report.keys()) {
      out.printf(
          "key %s%s%n",
          key,
          report.keysHeld()
              ? ""
              : " (from what was checked itself: compare it with the one you hold)");
    }
    if (!report.verified()) {
      return ExitStatus.NOT_VERIFIED;
    }
    return report.undecided() > 0 ? ExitStatus.VERIFIED_AS_FAR_AS_READABLE : ExitStatus.VERIFIED;
  }
}
