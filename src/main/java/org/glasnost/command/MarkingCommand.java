package org.glasnost.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.glasnost.contract.Calculators;
import org.glasnost.contract.JsonFindings;
import org.glasnost.contract.StrictJson;
import org.glasnost.reading.MarkingReader;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code marking parse|rollup|date}: the calculators of the contract, a line at a time. Keeps
 * nothing and starts no application.
 */
final class MarkingCommand {
  static final String USAGE =
      """
      java -jar glasnost.jar marking parse|rollup|date [OPTION VALUE]... < LINES > ANSWERS
        (marking --help tells the options)""";

  private static final String HELP =
      """
      java -jar glasnost.jar marking parse|rollup|date [OPTION VALUE]... < LINES > ANSWERS
      Reads lines (UTF-8) from standard input and writes one line of JSON for each answer, as soon
      as it is there. A line that begins with { is a request as the HTTP API takes it, and its
      answer is that of the API; options do not apply to it. Any other line is plain:

      parse   a marking to read; the answer is one reading. A request is {"lines":[…]}, answered
              with {"readings":[…]}, or one line of it, {"text":…}, answered with its reading.
        --kind BANNER|PORTION|AUTHORITY_BLOCK|SOURCE_NOTE|SCAN|AUTO
        --document-date YYYY-MM-DD
      rollup  a portion mark; those up to an empty line are rolled up together.
        --banner TEXT                   gives the list that a bare (S//REL) bears
        --document-date YYYY-MM-DD
        --context IC_PRODUCT|OTHER      IC_PRODUCT: release markings are required
      date    a declassification instruction as written; an empty line: there is none.
        --purpose READ|DECIDE|DERIVE    --frame TODAY|AS_ISSUED
        --as-of, --origin-date, --decision-date, --event-occurred-on YYYY-MM-DD
        --level LEVEL                   --agency NAME
        --permanent, --human-source, --wmd-design, --exemption-approved true|false

      --plain   every line is plain, one that begins with { too
      A line that cannot be answered gives {"error":{"detail":…,"findings":[…],"line":n}}; the rest
      is answered all the same. Nothing is stored.
      Exit status: 0 every line was answered, 1 a line was not, 2 wrong call or unreadable input""";

  private static final Set<String> NONE = Set.of();

  private MarkingCommand() {}

  static ExitStatus run(
      List<String> words, Settings settings, InputStream in, PrintStream out, PrintStream err) {
    if (words.contains("--help")) {
      out.println(HELP);
      return ExitStatus.VERIFIED;
    }
    JsonMapper json = StrictJson.mapper();
    AnswerLines answers = new AnswerLines(json, out);
    try {
      return answer(asking(words, settings, json, answers), in, answers);
    } catch (CommandFailed e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return ExitStatus.MISUSED;
    } catch (JacksonException e) {
      JsonFindings.refusal(e).findings().forEach(f -> err.println(f.at() + ": " + f.message()));
      return ExitStatus.MISUSED;
    } catch (IOException e) {
      err.println("The input cannot be read: " + e.getMessage());
      return ExitStatus.MISUSED;
    }
  }

  /** The command named, with its options read, so that a wrong one is told before any line. */
  private static Asking asking(
      List<String> words, Settings settings, JsonMapper json, AnswerLines answers)
      throws CommandFailed {
    String name = words.isEmpty() ? "" : words.get(0);
    List<String> options = words.isEmpty() ? List.of() : words.subList(1, words.size());
    Clock clock = Clock.system(ZoneId.of(settings.of("glasnost.zone").orElse("America/New_York")));
    Calculators calculators =
        new Calculators(
            MarkingReader.standard(() -> LocalDate.now(clock)), () -> LocalDate.now(clock));
    if (name.equals("parse")) {
      return new ParseLines(
          MarkingOptions.of(options, Set.of("kind", "documentDate"), NONE),
          json,
          calculators,
          answers);
    }
    if (name.equals("rollup")) {
      return new RollUpLines(
          MarkingOptions.of(options, Set.of("banner", "documentDate", "context"), NONE),
          json,
          calculators,
          answers);
    }
    if (name.equals("date")) {
      return new DateLines(
          MarkingOptions.of(options, DateLines.TEXTS, DateLines.FLAGS), json, calculators, answers);
    }
    throw new CommandFailed("Say parse, rollup or date.");
  }

  private static ExitStatus answer(Asking asking, InputStream in, AnswerLines answers)
      throws IOException {
    InputLines lines = new InputLines(in);
    boolean more = true;
    while (more && !answers.isClosed()) {
      try {
        String line = next(asking, lines);
        more = line != null;
        take(asking, line, lines.number());
      } catch (Refused refused) {
        answers.refuse(refused, lines.number());
      } catch (JacksonException notTheJsonAskedFor) {
        answers.refuse(JsonFindings.refusal(notTheJsonAskedFor), lines.number());
      }
    }
    return answers.refusedAny() || more ? ExitStatus.NOT_VERIFIED : ExitStatus.VERIFIED;
  }

  private static @Nullable String next(Asking asking, InputLines lines) throws IOException {
    try {
      return lines.next();
    } catch (Refused unread) {
      asking.unread(lines.number());
      throw unread;
    }
  }

  private static void take(Asking asking, @Nullable String line, long number) {
    if (line == null) {
      asking.end();
    } else if (line.startsWith("{") && !asking.plain()) {
      asking.request(line);
    } else {
      asking.line(line, number);
    }
  }

  /** What one of the commands makes of its lines. */
  interface Asking {
    /** Whether every line is plain. */
    boolean plain();

    /**
     * A request of the contract.
     *
     * @throws Refused if a rule refuses it
     * @throws JacksonException if it is not the JSON asked for
     */
    void request(String line);

    /** A plain line. */
    void line(String line, long number);

    /** A line that is no text, so that nothing can be said of it. */
    void unread(long number);

    /** No line is left. */
    void end();
  }
}
