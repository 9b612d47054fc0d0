package org.glasnost.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.glasnost.declassification.Contradictions;
import org.glasnost.declassification.DateCalculus;
import org.glasnost.declassification.Question;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Reading;
import org.glasnost.reading.RollingUpPortions;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The calculators in the words of the contract: whoever asks, over HTTP or on the command line,
 * gets the same answer. They store nothing and log nothing of what they are given. Immutable; safe
 * for any number of threads.
 */
public final class Calculators {
  /** How many lines or portions are taken in one call. */
  public static final int MOST = 1000;

  private final MarkingReader reader;
  private final RollingUpPortions rollingUp;
  private final Supplier<LocalDate> today;

  /**
   * @param reader reads by the registers that are in force
   * @param today in the office's zone: the current date where a question names none
   */
  public Calculators(MarkingReader reader, Supplier<LocalDate> today) {
    this.reader = reader;
    this.rollingUp = new RollingUpPortions(reader);
    this.today = today;
  }

  /**
   * Reads lines.
   *
   * @throws Refused by rule, where a text is missing or there are too many lines
   */
  public ParseAnswer parse(ParseRequest request) {
    return ParseAnswer.of(readings(request));
  }

  /**
   * What lines say, one reading for each, in order.
   *
   * @throws Refused by rule, where a text is missing or there are too many lines
   */
  public List<Reading> readings(ParseRequest request) {
    List<@Nullable LineRequest> lines = required(request.lines(), "/lines");
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LineRequest line = lines.get(i);
      if (line == null) {
        throw missing("/lines/" + i + "/text");
      }
      readings.add(read(line, "/lines/" + i + "/text"));
    }
    return readings;
  }

  /**
   * Reads one line.
   *
   * @throws Refused by rule, where its text is missing
   */
  public ReadingView parse(LineRequest line) {
    return ReadingView.of(read(line, "/text"));
  }

  /**
   * Rolls portion marks up.
   *
   * @throws Refused by rule, where a portion is missing or there are too many
   */
  public RollUpAnswer rollUp(RollUpRequest request) {
    List<@Nullable String> portions = required(request.portions(), "/portions");
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < portions.size(); i++) {
      String text = portions.get(i);
      if (text == null) {
        throw missing("/portions/" + i);
      }
      marks.add(text);
    }
    RollUp.Context context = request.context();
    return RollUpAnswer.of(
        rollingUp.of(
            marks,
            request.banner(),
            request.documentDate(),
            context == null ? RollUp.Context.OTHER : context));
  }

  /**
   * Answers one question about one record or document.
   *
   * @throws Refused by rule, where the question contradicts itself; as malformed, where a
   *     designator is none
   */
  public DeclassificationAnswer compute(DeclassificationQuestion asked) {
    Question question = asked.on(today.get());
    Refused.ifAnyError(Contradictions.in(question));
    return DeclassificationAnswer.of(DateCalculus.compute(question));
  }

  private Reading read(LineRequest line, String pointer) {
    String text = line.text();
    if (text == null) {
      throw missing(pointer);
    }
    LineKind kind = line.kind();
    return reader.read(text, kind == null ? LineKind.AUTO : kind, line.documentDate());
  }

  private static <T extends @Nullable Object> List<T> required(
      @Nullable List<T> list, String member) {
    if (list == null) {
      throw missing(member);
    }
    if (list.size() > MOST) {
      throw new Refused(Refused.Ground.RULE, tooMany().atMember(member));
    }
    return list;
  }

  /** What is said where more is given than one call takes. */
  public static Finding tooMany() {
    return Finding.error("MRK-0901", "At most " + MOST + " are taken in one call.");
  }

  private static Refused missing(String member) {
    return new Refused(
        Refused.Ground.RULE, Finding.error("MRK-0902", "This is required.").atMember(member));
  }
}
