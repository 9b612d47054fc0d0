package org.glasnost.reading;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.jspecify.annotations.Nullable;

/** What must hold of the reading of any text whatever. */
final class ReadingOracle {
  private static final int MOST_STEPS = 40;

  /**
   * A shorter text may take the steps of so long a one: the search for a damaged word has its own.
   */
  private static final int SHORT = 16;

  private static final MarkingReader READER = Readers.marking();
  private static final DocumentReader DOCUMENTS = new DocumentReader(READER);
  private static final Set<Span.Meaning> STATE_A_LEVEL =
      EnumSet.of(Span.Meaning.LEVEL, Span.Meaning.NON_US, Span.Meaning.JOINT, Span.Meaning.CUI);

  private ReadingOracle() {}

  /**
   * Reads a text and looks at what came of it.
   *
   * @throws AssertionError if something does not hold
   */
  static void check(String text, LineKind kind, @Nullable LocalDate day) {
    Reading reading = READER.read(text, kind, day);
    holds(reading.text().equals(text), "the text is kept");
    holds(reading.equals(READER.read(text, kind, day)), "read twice, read the same");
    holds(
        READER.steps(text, kind) < (long) MOST_STEPS * Math.max(SHORT, text.length()),
        "fewer than 40 steps a character");
    spans(reading);
    findings(reading, kind, day);
    level(reading);
    Canonical canonical = reading.canonical();
    if (canonical != null) {
      canonical(canonical);
    }
  }

  /**
   * Reads a text as a document.
   *
   * @throws AssertionError if something does not hold
   */
  static void checkDocument(String text, @Nullable LocalDate day) {
    DocumentReading document = DOCUMENTS.read(text, day);
    int next = 0;
    for (TextPortion portion : document.portions()) {
      holds(portion.from() == next && portion.to() > next, "portions cover the text");
      next = portion.to();
    }
    holds(next == text.codePointCount(0, text.length()), "portions cover the text to its end");
    for (PlacedReading placed : document.readings()) {
      holds(
          placed.reading().text().equals(stretch(text, placed.from(), placed.to())),
          "a reading is of the words where it is placed");
    }
    for (Proposal proposal : document.proposals()) {
      holds(
          proposal.found().equals(stretch(text, proposal.from(), proposal.to())),
          "a proposal stands in the text");
      holds(proposal.confidence() > 0 && proposal.confidence() <= 1, "confidence");
    }
  }

  private static void spans(Reading reading) {
    int from = 0;
    for (Span span : reading.spans()) {
      holds(span.from() >= from && span.from() < span.to(), "spans are in order, none is empty");
      holds(
          span.text().equals(stretch(reading.text(), span.from(), span.to())),
          "a span's words stand where it says: " + span);
      from = span.from();
    }
  }

  private static void findings(Reading reading, LineKind kind, @Nullable LocalDate day) {
    String text = reading.text();
    int length = text.codePointCount(0, text.length());
    boolean judged =
        day != null
            || switch (kind) {
              case BANNER, PORTION, AUTHORITY_BLOCK, AUTO -> true;
              case SOURCE_NOTE, SCAN -> false;
            };
    int before = 0;
    for (Finding finding : reading.findings()) {
      Place place = finding.at();
      holds(place != null && place.position() != null, "a finding has its place: " + finding);
      int at = place == null || place.position() == null ? 0 : place.position();
      holds(at >= before && at <= length, "findings lie in the text, in order: " + finding);
      holds(judged || !finding.isError(), "without a day, a note or a scan is not judged");
      holds(!finding.message().isBlank(), "a finding speaks");
      before = at;
      if (finding.rule().equals(ReadingRule.REPAIRED.id())) {
        holds(reading.confidence() < 1, "a repair lowers the confidence");
      }
    }
  }

  private static void level(Reading reading) {
    StatedLevel level = reading.level();
    holds(reading.confidence() > 0 && reading.confidence() <= 1, "confidence lies in (0, 1]");
    holds(level != null || reading.needsReview(), "an open level needs a person");
    holds(level != null || reading.canonical() == null, "an open level has no form of today");
    boolean stated =
        reading.spans().stream().anyMatch(span -> STATE_A_LEVEL.contains(span.meaning()))
            // A level that holds while something is attached stands within its condition.
            || reading.findings().stream()
                .anyMatch(finding -> finding.rule().equals(ReadingRule.CONDITIONAL.id()));
    holds(
        level == null || level == StatedLevel.NONE || stated,
        "a level stands somewhere in the text: " + level);
    List<Span> unknown =
        reading.spans().stream().filter(s -> s.meaning() == Span.Meaning.UNKNOWN).toList();
    holds(unknown.isEmpty() || reading.needsReview(), "an unknown word needs a person");
    holds(unknown.isEmpty() || !reading.findings().isEmpty(), "an unknown word has a finding");
  }

  /** What is written today reads back without error, as itself. */
  private static void canonical(Canonical canonical) {
    Reading banner = READER.read(canonical.banner(), LineKind.BANNER, null);
    holds(!banner.hasError(), "today's banner keeps today's rules: " + shown(banner));
    holds(
        banner.canonical() != null && banner.canonical().banner().equals(canonical.banner()),
        "today's banner is its own form: " + shown(banner));
    Reading portion = READER.read(canonical.portion(), LineKind.PORTION, null);
    holds(!portion.hasError(), "today's portion mark keeps today's rules: " + shown(portion));
    holds(
        portion.canonical() != null && portion.canonical().portion().equals(canonical.portion()),
        "today's portion mark is its own form: " + shown(portion));
  }

  private static String shown(Reading reading) {
    return reading.text() + " -> " + reading.canonical() + " " + reading.findings();
  }

  private static String stretch(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  static void holds(boolean condition, String law) {
    if (!condition) {
      throw new AssertionError("does not hold: " + law);
    }
  }
}
