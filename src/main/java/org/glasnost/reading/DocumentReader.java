package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole text: its markings line by line, what it suggests for the registration, and its
 * portions. Immutable; safe for any number of threads; looks at each line once.
 */
public final class DocumentReader {
  private static final int LONGEST_LINE = 400;
  private static final int HEAD = 40;
  private static final int SHORT_LINE = 12;

  private static final Pattern SEEN =
      Pattern.compile("(?<![A-Z])[A-Z]{2,4} {1,2}[A-Z]{2,4} {1,2}SEEN\\s*$");
  private static final Pattern FULL_DATE =
      Pattern.compile(
          "^(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}, \\d{4}|\\d{1,2} [A-Z][a-z]{2,8}\\.? \\d{4})$");

  /** How often every text is gone through: places, lines, signs, blocks. */
  private static final long PASSES = 7;

  private final MarkingReader reader;

  /**
   * @param reader reads the single lines
   */
  public DocumentReader(MarkingReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a text. Never throws, whatever the text.
   *
   * @param text the text
   * @param documentDate the day of the document where a person has given it, or null
   */
  public DocumentReading read(String text, @Nullable LocalDate documentDate) {
    SourceText source = new SourceText(text);
    List<Piece> lines = RunningLines.lines(text);
    List<Proposal> proposals = new ArrayList<>();
    LocalDate written = headDate(source, lines, documentDate == null ? proposals : null);
    LocalDate date = documentDate != null ? documentDate : written;
    List<PlacedReading> readings = new ArrayList<>();
    List<Piece> marked = new ArrayList<>();
    MarkNeighbours beside = new MarkNeighbours(text);
    for (Piece line : RunningLines.ofDocument(text, lines, reader.lexicon())) {
      DamagedMark damaged = damaged(text, line, beside);
      List<Piece> pieces = damaged == null ? pieces(line) : behind(line, damaged);
      boolean readWhole = false;
      for (Piece piece : pieces) {
        boolean asked = isAsked(piece);
        Reading reading =
            damaged != null && piece.from() == damaged.from()
                ? reader.readDamaged(piece.text(), damaged.movedBy(-piece.from()), date)
                : asked ? reading(piece, date) : null;
        if (reading != null) {
          int from = source.place(piece.from());
          readings.add(new PlacedReading(from, source.place(piece.to()), reading));
          if ((!piece.text().startsWith("(") || piece.to() == line.to()) && mayMark(piece)) {
            marked.add(piece);
          }
          propose(source, piece, date, proposals);
        }
        readWhole = asked && pieces.size() == 1 && piece.length() == line.length();
      }
      if (!readWhole) {
        addDamaged(source, line, damaged, beside, date, readings);
      }
    }
    return new DocumentReading(
        OneInstruction.of(readings, date), proposals, Portions.of(source, marked));
  }

  /** Reads the damaged marks behind the head of a line, in their places among its readings. */
  private void addDamaged(
      SourceText source,
      Piece line,
      @Nullable DamagedMark head,
      MarkNeighbours beside,
      @Nullable LocalDate date,
      List<PlacedReading> readings) {
    String text = source.text();
    int from = head == null ? line.from() : head.to();
    for (DamagedMark mark : DamagedInText.in(text, from, line.to(), beside)) {
      String written = text.substring(mark.from(), mark.to());
      int place = source.place(mark.from());
      int at = readings.size();
      while (at > 0 && readings.get(at - 1).from() > place) {
        at--;
      }
      readings.add(
          at,
          new PlacedReading(
              place,
              source.place(mark.to()),
              reader.readDamaged(written, mark.movedBy(-mark.from()), date)));
    }
  }

  private static @Nullable LocalDate headDate(
      SourceText source, List<Piece> lines, @Nullable List<Proposal> proposals) {
    for (Piece line : lines.subList(0, Math.min(HEAD, lines.size()))) {
      if (FULL_DATE.matcher(line.text()).matches()) {
        Matcher found = WrittenDate.ANY.matcher(line.text());
        LocalDate day = found.matches() ? WrittenDate.day(found, null, LocalDate.MAX) : null;
        if (day != null) {
          if (proposals != null) {
            proposals.add(
                proposal(
                    source,
                    "documentDate",
                    line,
                    day.toString(),
                    0.95,
                    "The date stands by itself at the head of the document."));
          }
          return day;
        }
      }
    }
    return null;
  }

  private static @Nullable DamagedMark damaged(String text, Piece line, MarkNeighbours beside) {
    DamagedMark damaged = DamagedMark.at(text, line.from(), line.to(), beside);
    return damaged == null || PortionMark.leading(line.text()).lookingAt() ? null : damaged;
  }

  /** A damaged portion mark and the marks that stand further on. */
  private static List<Piece> behind(Piece line, DamagedMark damaged) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(line.inner(damaged.from() - line.from(), damaged.to() - line.from()));
    addMarks(pieces, line, damaged.to() - line.from(), true);
    return pieces;
  }

  /** A line, or a banner and the stamp that recognition has run together. */
  private static List<Piece> pieces(Piece line) {
    if (line.text().length() > LONGEST_LINE) {
      Matcher mark = PortionMark.leading(line.text());
      if (mark.lookingAt()) {
        return marked(line, mark);
      }
      List<Piece> within = within(line);
      Sentence itself = OwnSentence.in(line.text());
      return itself == null
          ? within
          : Stream.concat(Stream.of(line.inner(itself.from(), itself.to())), within.stream())
              .sorted(Comparator.comparingInt(Piece::from))
              .toList();
    }
    if (line.signs().hasCapitals() && line.text().contains("SEEN")) {
      Matcher seen = SEEN.matcher(line.text());
      if (seen.find() && seen.start() > 0) {
        return List.of(line.inner(0, seen.start()), line.inner(seen.start(), line.text().length()));
      }
    }
    if (PortionMark.mayLead(line.text())) {
      Matcher mark = PortionMark.leading(line.text());
      if (mark.lookingAt() && mark.end() < line.text().length()) {
        return marked(line, mark);
      }
    }
    return List.of(line);
  }

  /**
   * A portion mark in front of its text, with the words behind it where it is part of a sentence,
   * and the marks that stand further on.
   */
  private static List<Piece> marked(Piece line, Matcher mark) {
    boolean sentence = PortionMark.isDoubtful(line.text(), mark.group(1), mark.end());
    int end = sentence ? Math.min(line.text().length(), mark.end() + HEAD) : mark.end();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(line.inner(mark.start(1), end));
    addMarks(pieces, line, end, true);
    return pieces;
  }

  /** The marks of a line too long to be read whole. */
  private static List<Piece> within(Piece line) {
    if (!InlineMarks.mayStand(line.text())) {
      return List.of();
    }
    List<Piece> pieces = new ArrayList<>();
    addMarks(pieces, line, 0, false);
    return pieces;
  }

  /** Each mark by itself, or with the words around it where it stands in a sentence. */
  private static void addMarks(List<Piece> pieces, Piece line, int from, boolean marked) {
    String text = line.text();
    int last = from;
    for (InlineMarks.Mark mark : InlineMarks.in(text, from, text.length(), marked)) {
      switch (mark.role()) {
        case PORTION, TITLE -> {
          pieces.add(line.inner(mark.from(), mark.to()));
          last = mark.to();
        }
        case IN_SENTENCE -> {
          int start = Math.max(last, mark.from() - HEAD);
          last = Math.min(text.length(), mark.to() + HEAD);
          pieces.add(line.inner(start, last));
        }
        case NUMBER -> {}
      }
    }
  }

  /** How many steps the reading of a text takes; see {@link Draft#steps}. */
  long steps(String text) {
    long steps = PASSES * text.length();
    List<Piece> lines = RunningLines.lines(text);
    MarkNeighbours beside = new MarkNeighbours(text);
    for (Piece line : RunningLines.ofDocument(text, lines, reader.lexicon())) {
      DamagedMark damaged = damaged(text, line, beside);
      for (Piece piece : damaged == null ? pieces(line) : behind(line, damaged)) {
        steps += isAsked(piece) ? reader.steps(piece.text(), LineKind.SCAN) : 0;
      }
    }
    return steps;
  }

  private @Nullable Reading reading(Piece piece, @Nullable LocalDate date) {
    Reading reading = reader.read(piece.text(), LineKind.SCAN, date);
    boolean saysSomething =
        reading.level() != StatedLevel.NONE
            || reading.mayStateLevel()
            || reading.spans().stream().anyMatch(s -> s.meaning() != Span.Meaning.UNKNOWN);
    return saysSomething ? reading : null;
  }

  /** Cheap test that leaves out running text in which no portion mark stands. */
  private boolean isAsked(Piece line) {
    return mayMark(line) || InlineMarks.mayStand(line.text());
  }

  /** Cheap test that leaves out running text. */
  private boolean mayMark(Piece piece) {
    String line = piece.text();
    LineSigns signs = piece.signs();
    if (signs.hasNumberSign() || !signs.hasLower()) {
      return signs.hasLetters() || line.length() <= SHORT_LINE;
    }
    if (line.charAt(0) == '('
        || signs.isMostlyCapitals()
        || signs.hasKeyword()
        || OwnSentence.begins(piece)
        || (signs.hasCapitals() && isUnderCondition(piece))
        || (LineSigns.mayBeEntireText(line) && EntireText.stands(line))) {
      return true;
    }
    int end = 0;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    return Character.isUpperCase(line.charAt(0))
        && reader.lexicon().mayBegin(line, line.substring(0, end));
  }

  private static boolean isUnderCondition(Piece piece) {
    String line = piece.text();
    return (line.contains("CLASSIFIED") || line.contains("SECRET") || line.contains("CONFIDENTIAL"))
        && Conditional.mayStand(piece.upper());
  }

  private static void propose(
      SourceText source, Piece piece, @Nullable LocalDate date, List<Proposal> proposals) {
    StampLine.LogNumber log = StampLine.logNumber(piece.text());
    if (log != null) {
      proposals.add(
          proposal(
              source,
              "controlNumber",
              piece,
              log.written(),
              log.repaired() ? 0.8 : 0.95,
              "The log number of the National Security Council stands by itself"
                  + (log.repaired() ? "; a digit of it is damaged." : ".")));
    }
    for (CaseNumber number : CaseNumber.in(piece.text(), StampLine.LAST_YEAR).cases()) {
      int length = number.by() == null ? number.found().length() : withoutBy(number);
      Piece found = piece.inner(number.from(), number.from() + length);
      proposals.add(
          proposal(
              source,
              "caseNumber",
              found,
              number.canonical(),
              number.repairs() == 0 ? 0.95 : Math.max(0.5, 0.9 - 0.1 * number.repairs()),
              reason(number, date)));
    }
  }

  private static int withoutBy(CaseNumber number) {
    String found = number.found();
    String by = number.by();
    return by == null
        ? found.length()
        : found.substring(0, found.lastIndexOf(by)).stripTrailing().length();
  }

  private static String reason(CaseNumber number, @Nullable LocalDate date) {
    String form = "It has the form of a library's case and item number.";
    if (number.repairs() == 0) {
      return form;
    }
    String test =
        " Year test: a request for these records cannot be older than "
            + CaseNumber.FIRST_YEAR
            + " (36 CFR 1270.38)";
    String own = date == null ? "" : ", and the document is of " + date.getYear();
    return form
        + test
        + own
        + ". Recognition takes characters for each other, such as 7 for F and l for 1; only "
        + number.canonical()
        + " is left. A person must confirm it.";
  }

  private static Proposal proposal(
      SourceText source, String field, Piece at, String value, double confidence, String reason) {
    return new Proposal(
        field,
        at.text(),
        source.place(at.from()),
        source.place(at.to()),
        value,
        confidence,
        reason);
  }
}
