package org.glasnost.web.markings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.PlacedReading;
import org.glasnost.reading.Proposal;
import org.glasnost.reading.Reading;
import org.glasnost.reading.Span;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A text that was read, as its page shows it.
 *
 * @param drawn the text with what was read drawn over it
 * @param legend the meanings that occur, each once
 * @param readings laid out, at most {@value #MOST_LAID_OUT}
 * @param left how many more there are
 * @param found how many markings were read
 * @param proposals what a page suggests for its registration
 * @param wholePage whether it was read as a page
 * @param onward what the other two calculators would be asked
 */
record TextShown(
    DrawnText drawn,
    List<Meaning> legend,
    List<ReadingShown> readings,
    int left,
    int found,
    List<Proposed> proposals,
    boolean wholePage,
    Onward onward) {
  /** More readings than a person looks through; the text shows every one. */
  static final int MOST_LAID_OUT = 200;

  TextShown {
    legend = List.copyOf(legend);
    readings = List.copyOf(readings);
    proposals = List.copyOf(proposals);
  }

  /** A value suggested. */
  record Proposed(String field, String found, String proposed, String reason) {}

  /**
   * What the other calculators are asked of the same text.
   *
   * @param portions its portion marks, one a line; empty where there are none
   * @param banner its first banner, or null
   * @param instruction its declassification instruction, or null
   * @param level its highest level, or null
   * @param date its date, or null
   */
  record Onward(
      String portions,
      @Nullable String banner,
      @Nullable String instruction,
      @Nullable StatedLevel level,
      @Nullable LocalDate date) {}

  /** Shows readings of one text. */
  static TextShown of(
      String text,
      List<PlacedReading> readings,
      List<Proposal> proposals,
      @Nullable LocalDate date,
      boolean wholePage) {
    List<DrawnText.Stretch> stretches = new ArrayList<>();
    List<DrawnText.Note> notes = new ArrayList<>();
    List<ReadingShown> shown = new ArrayList<>();
    Map<String, Meaning> legend = new LinkedHashMap<>();
    int number = 1;
    for (PlacedReading placed : readings) {
      Reading reading = placed.reading();
      boolean laidOut = shown.size() < MOST_LAID_OUT;
      if (laidOut) {
        shown.add(ReadingShown.of(placed, number));
      }
      for (Span span : reading.spans()) {
        Meaning meaning = Meaning.of(span.meaning());
        legend.putIfAbsent(meaning.words(), meaning);
        stretches.add(
            new DrawnText.Stretch(
                placed.from() + span.from(),
                placed.from() + span.to(),
                meaning,
                readAs(reading, span)));
      }
      for (Finding finding : reading.findings()) {
        Integer at = FindingShown.position(finding);
        if (at != null && laidOut) {
          notes.add(new DrawnText.Note(placed.from() + at, number));
        }
        number++;
      }
    }
    return new TextShown(
        DrawnText.of(text, stretches, notes),
        List.copyOf(legend.values()),
        shown,
        readings.size() - shown.size(),
        readings.size(),
        proposals.stream().map(TextShown::proposed).toList(),
        wholePage,
        onward(readings, date));
  }

  private static @Nullable String readAs(Reading reading, Span span) {
    return reading.findings().stream()
        .filter(Reading::isRepair)
        .filter(finding -> Objects.equals(FindingShown.position(finding), span.from()))
        .map(Finding::suggestion)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Signs::visible)
        .orElse(null);
  }

  private static Proposed proposed(Proposal proposal) {
    String words = proposal.field().replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    return new Proposed(
        Character.toUpperCase(words.charAt(0)) + words.substring(1),
        Signs.visible(proposal.found()),
        Signs.visible(proposal.proposed()),
        Signs.visible(proposal.reason()));
  }

  private static Onward onward(List<PlacedReading> readings, @Nullable LocalDate date) {
    List<String> portions = new ArrayList<>();
    String banner = null;
    String instruction = null;
    StatedLevel level = null;
    for (PlacedReading placed : readings) {
      Reading reading = placed.reading();
      String line = reading.text().strip();
      if (line.startsWith("(") && line.endsWith(")") && !line.contains("\n")) {
        portions.add(line);
      } else if (banner == null && line.contains("//") && !line.contains("\n")) {
        banner = line;
      }
      String says = reading.declassification().text();
      if (instruction == null && says != null) {
        instruction = says;
      }
      level = higher(level, reading.level());
    }
    return new Onward(String.join("\n", portions), banner, instruction, level, date);
  }

  private static @Nullable StatedLevel higher(
      @Nullable StatedLevel one, @Nullable StatedLevel other) {
    if (other == null || other.protection().isEmpty()) {
      return one;
    }
    if (one == null) {
      return other;
    }
    return one.protection().orElseThrow().dominates(other.protection().orElseThrow()) ? one : other;
  }
}
