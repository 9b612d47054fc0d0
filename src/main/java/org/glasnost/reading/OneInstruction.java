package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.jspecify.annotations.Nullable;

/**
 * One value only stands on a document. Where its lines bear different instructions, none is taken
 * and each line says so, as where they stand on one line: which of them holds a person must say.
 */
final class OneInstruction {
  /** No instruction names a later day; a year of two digits is one of these. */
  private static final int LONGEST = 99;

  private OneInstruction() {}

  /** The readings of a document, those with an instruction changed where these differ. */
  static List<PlacedReading> of(List<PlacedReading> readings, @Nullable LocalDate date) {
    Map<String, String> different = new LinkedHashMap<>();
    for (PlacedReading placed : readings) {
      DeclassificationText said = placed.reading().declassification();
      if (said.instruction() != null && said.text() != null) {
        different.putIfAbsent(key(said.instruction(), said.text(), date), said.text());
      }
    }
    if (different.size() < 2) {
      return readings;
    }
    String names = String.join(" and ", different.values());
    List<PlacedReading> open = new ArrayList<>();
    for (PlacedReading placed : readings) {
      open.add(
          placed.reading().declassification().instruction() == null
              ? placed
              : new PlacedReading(placed.from(), placed.to(), open(placed.reading(), names)));
    }
    return open;
  }

  /** What tells one instruction from another: its name, and its day where it has one. */
  private static String key(String name, String text, @Nullable LocalDate date) {
    return switch (name) {
      case "DATE", "REVIEW_ON" -> {
        Matcher written = WrittenDate.ANY.matcher(text);
        LocalDate last = date == null ? LocalDate.of(2100, 1, 1) : date.plusYears(LONGEST);
        LocalDate day = written.find() ? WrittenDate.day(written, date, last) : null;
        yield name + " " + (day == null ? text.replaceAll("\\s+", " ") : day);
      }
      case "EVENT" -> name + " " + Draft.upper(text).replaceAll("\\W+", " ");
      default -> name;
    };
  }

  private static Reading open(Reading reading, String names) {
    String text = String.valueOf(reading.declassification().text());
    int at = Math.max(0, reading.text().indexOf(text));
    List<Finding> findings = new ArrayList<>(reading.findings());
    findings.add(
        ReadingRule.TWO_INSTRUCTIONS
            .of(text, "Several instructions stand on this document: " + names + ".")
            .at(reading.text().codePointCount(0, at)));
    findings.sort(Comparator.comparingInt(OneInstruction::position));
    return new Reading(
        reading.text(),
        reading.marking(),
        reading.precedence(),
        DeclassificationText.NONE,
        reading.spans(),
        reading.stamps(),
        reading.caseNumbers(),
        reading.todaysForm(),
        reading.era(),
        reading.confidence(),
        true,
        findings);
  }

  private static int position(Finding finding) {
    Place place = finding.at();
    return place == null || place.position() == null ? 0 : place.position();
  }
}
