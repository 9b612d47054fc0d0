package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.glasnost.marking.Era;
import org.glasnost.marking.Marking;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.Successors;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;

/** What has been understood of one text so far. Used by one thread, then finished. */
final class Draft {
  private static final int LAST_YEAR = 9_999;
  private static final Comparator<Span> IN_ORDER =
      Comparator.comparingInt(Span::from).thenComparingInt(Span::to);
  private static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(Draft::position);

  private final SourceText source;
  private final String upper;
  private final @Nullable LocalDate date;
  private final boolean judged;
  private final LocalDate today;
  private final BitSet taken = new BitSet();
  private final List<Span> spans = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Levels levels = new Levels();
  private @Nullable Map<Lexicon, Map<String, Repair>> repairs;
  private double confidence = 1.0;
  private boolean review;
  private boolean leftToPerson;
  private boolean historic;
  private long steps;

  final WordSet controls = new WordSet();
  final List<String> recipients = new ArrayList<>();
  final WordSet codewords = new WordSet();
  final WordSet sci = new WordSet();
  final WordSet sap = new WordSet();
  final WordSet aea = new WordSet();
  final WordSet fgi = new WordSet();
  final List<String> joint = new ArrayList<>();
  final List<String> relTo = new ArrayList<>();
  final List<String> displayOnlyTo = new ArrayList<>();
  final WordSet cui = new WordSet();
  final WordSet precedence = new WordSet();
  final List<Stamp> stamps = new ArrayList<>();
  final WordSet caseNumbers = new WordSet();
  @Nullable String nonUs;
  DeclassificationText declassification = DeclassificationText.NONE;

  /**
   * @param text the text
   * @param date the document's day, or null
   * @param judged whether a broken rule is an error; otherwise at most a warning
   * @param today the day of the reading: no stamp is younger
   */
  Draft(String text, @Nullable LocalDate date, boolean judged, LocalDate today) {
    this.source = new SourceText(text);
    this.upper = upper(text);
    // The years that a date can be written with, and computed from.
    this.date = date == null || date.getYear() < 1 || date.getYear() > LAST_YEAR ? null : date;
    this.judged = judged;
    this.today = today;
  }

  /** Upper case, every character in its place. */
  static String upper(String text) {
    int lower = 0;
    while (lower < text.length() && isUpper(text.charAt(lower))) {
      lower++;
    }
    if (lower == text.length()) {
      return text;
    }
    char[] characters = text.toCharArray();
    for (int i = lower; i < characters.length; i++) {
      characters[i] = Character.toUpperCase(characters[i]);
    }
    return new String(characters);
  }

  private static boolean isUpper(char c) {
    return c < 0x80 ? c < 'a' || c > 'z' : Character.toUpperCase(c) == c;
  }

  /** Whether a broken rule is an error. */
  boolean isJudged() {
    return judged;
  }

  /** Whether the words are those of an earlier era. */
  boolean isHistoric() {
    return historic || Successors.isHistoric(date);
  }

  /** Whether a U.S. level and another owner's classification stand side by side. */
  boolean isOfTwoOwners() {
    return nonUs != null && holds(Span.Meaning.LEVEL) && holds(Span.Meaning.NON_US);
  }

  /** The text is written in the manner of earlier eras. */
  void writtenOfOld() {
    historic = true;
  }

  String text() {
    return source.text();
  }

  String upper() {
    return upper;
  }

  @Nullable LocalDate date() {
    return date;
  }

  /** The day of the reading. */
  LocalDate today() {
    return today;
  }

  /** Whether what was put on the document later may be of that day. */
  boolean mayBeStamped(LocalDate day) {
    return !day.isAfter(today) && (date == null || !day.isBefore(date));
  }

  /** Whether some part of the text says something; the precedence of a telegram says nothing. */
  boolean saysAnything() {
    return spans.stream().anyMatch(Span::saysSomething);
  }

  /** The stretches taken so far, which further readings add to: a view. */
  List<Span> spans() {
    return Collections.unmodifiableList(spans);
  }

  /** The index in Java's units of a place in code points. */
  int index(int place) {
    return text().offsetByCodePoints(0, place);
  }

  /** Whether some word of a marking was not understood. */
  boolean hasUnknown() {
    return holds(Span.Meaning.UNKNOWN);
  }

  /** Whether some word was taken for that. */
  boolean holds(Span.Meaning meaning) {
    for (Span span : spans) {
      if (span.meaning() == meaning) {
        return true;
      }
    }
    return false;
  }

  /** The named list as it stands in the text, for what today's syntax cannot hold. */
  private String recipientText() {
    if (!holds(Span.Meaning.RECIPIENT)) {
      return "";
    }
    return spans.stream()
        .filter(span -> span.meaning() == Span.Meaning.RECIPIENT)
        .map(span -> span.text().replaceAll("\\s+", " "))
        .collect(Collectors.joining(", "));
  }

  boolean isTaken(int index) {
    return taken.get(index);
  }

  boolean isTaken(int from, int to) {
    int next = taken.nextSetBit(from);
    return next >= 0 && next < to;
  }

  void take(int from, int to) {
    taken.set(from, to);
  }

  void span(int from, int to, Span.Meaning meaning) {
    span(text().substring(from, to), from, to, meaning);
  }

  /** Takes a stretch whose text is at hand. */
  void span(String written, int from, int to, Span.Meaning meaning) {
    spans.add(new Span(source.place(from), source.place(to), written, meaning));
    take(from, to);
  }

  /** An atomic energy marking; CNWDI is one of RD and joins it. */
  void atomic(String word) {
    if (word.equals("CNWDI")) {
      aea.remove("RD");
      aea.add("RD-CNWDI");
    } else if (!(word.equals("RD") && aea.contains("RD-CNWDI"))) {
      aea.add(word);
    }
  }

  /** What damaged letters may be, asked once in a text. */
  Repair repair(Lexicon lexicon, String letters, Supplier<Repair> search) {
    if (repairs == null) {
      repairs = new HashMap<>();
    }
    Map<String, Repair> known = repairs.computeIfAbsent(lexicon, key -> new HashMap<>());
    Repair repair = known.get(letters);
    if (repair == null) {
      repair = search.get();
      known.put(letters, repair);
    }
    return repair;
  }

  /** Counts work done; see {@link #steps}. */
  void step(long more) {
    steps += more;
  }

  /**
   * How many characters were looked at, each time one was: at most 40 for each of the text, counted
   * as sixteen where it is shorter, since looking for a damaged word has a cost of its own.
   */
  long steps() {
    return steps;
  }

  void level(StatedLevel level) {
    levels.state(level);
  }

  /** What is said of the level. */
  Levels levels() {
    return levels;
  }

  /** Whether the level stands in the text. */
  boolean states(StatedLevel level) {
    return levels.states(level);
  }

  /** What stands in front of a level makes another one of it. */
  void raise(StatedLevel read, StatedLevel meant, int from, int to) {
    levels.raise(read, meant);
    span(from, to, Span.Meaning.LEVEL);
  }

  boolean hasLevel() {
    return levels.isAny();
  }

  /** The level is something that only a person can say. */
  void openLevel() {
    levels.open();
    review = true;
  }

  boolean isForReview() {
    return review;
  }

  void needReview() {
    review = true;
  }

  /** What was in order at its date has no form of today that could be computed. */
  void leaveToPerson() {
    leftToPerson = true;
    review = true;
  }

  boolean isLeftToPerson() {
    return leftToPerson;
  }

  /** Lowers the confidence to at most this. */
  void doubt(double atMost) {
    confidence = Math.min(confidence, atMost);
  }

  void find(Finding finding, int index) {
    Severity severity =
        !judged && finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity();
    findings.add(
        new Finding(
            finding.rule(),
            severity,
            finding.message(),
            Place.at(source.place(index)),
            finding.token(),
            finding.suggestion(),
            finding.cites()));
  }

  boolean hasFinding(Predicate<Finding> wanted) {
    for (Finding finding : findings) {
      if (wanted.test(finding)) {
        return true;
      }
    }
    return false;
  }

  /** Gives the wanted findings a way out. */
  void mend(Predicate<Finding> wanted, String instead) {
    findings.replaceAll(f -> wanted.test(f) ? f.suggesting(instead) : f);
  }

  /** Another owner's caveat stands here: whose the level is, if there is one, stays open. */
  void foreignCaveat() {
    levels.foreignCaveat();
  }

  /** The level as the text states it; null where it is open. */
  @Nullable StatedLevel statedLevel() {
    return levels.value();
  }

  /** Whether what follows belongs to a portion mark of a longer text. */
  void inPortion(boolean is) {
    levels.inPortion(is);
  }

  Marking marking() {
    return new Marking(
        statedLevel(),
        controls.list(),
        recipients,
        codewords.list(),
        sci.list(),
        sap.list(),
        aea.list(),
        fgi.list(),
        nonUs,
        joint,
        relTo,
        displayOnlyTo,
        cui.list());
  }

  /**
   * The reading, finished.
   *
   * @param hasTodaysForm whether nothing in the text forbids to compute a form of today
   */
  Reading finish(boolean hasTodaysForm) {
    Marking marking = marking();
    TodaysForm todaysForm =
        hasTodaysForm ? new TodaysForm(recipientText(), date, isHistoric()) : null;
    if (marking.level() == null && !levels.isOpen()) {
      find(
          ReadingRule.TWO_LEVELS.of(text().strip().lines().findFirst().orElse(""), levels.reason()),
          0);
      review = true;
    }
    spans.sort(IN_ORDER);
    if (findings.size() > 1) {
      findings.sort(BY_PLACE);
    }
    return new Reading(
        text(),
        marking,
        precedence.list(),
        declassification,
        spans,
        stamps,
        caseNumbers.list(),
        todaysForm,
        date == null ? null : Era.on(date),
        confidence,
        review,
        findings);
  }

  private static int position(Finding finding) {
    Place place = finding.at();
    return place == null || place.position() == null ? 0 : place.position();
  }
}
