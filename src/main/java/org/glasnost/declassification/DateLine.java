package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** The text of a "Declassify On" line: one value, dates as {@code YYYYMMDD}. */
final class DateLine {
  private DateLine() {}

  /** A date. */
  static String of(LocalDate day) {
    return "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** A designator with its date. */
  static String of(Exemption exemption, LocalDate day) {
    return exemption.designator() + ", " + of(day);
  }

  /** The line of a document with portions that no order declassifies. */
  static String notApplicable(Collection<SpecialContent> contents) {
    Set<SpecialContent> all = Set.copyOf(contents);
    String energy = "";
    if (all.contains(SpecialContent.RD) || all.contains(SpecialContent.FRD)) {
      energy = all.contains(SpecialContent.TFNI) ? "RD/FRD/TFNI" : "RD/FRD";
    } else if (all.contains(SpecialContent.TFNI)) {
      energy = "TFNI";
    }
    String what =
        all.contains(SpecialContent.NATO)
            ? energy.isEmpty() ? "NATO" : energy + " and NATO"
            : energy;
    return "N/A to " + what + " portions. See source list for NSI portions.";
  }
}
