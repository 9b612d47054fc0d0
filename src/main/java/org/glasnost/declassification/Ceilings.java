package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far each exemption reaches, from the date of origin. */
final class Ceilings {
  private Ceilings() {}

  /** The latest date that may stand beside the exemption; empty where only the Panel sets it. */
  static Optional<LocalDate> dateCeiling(Exemption exemption, LocalDate origin) {
    return switch (exemption.term()) {
      case AT_25 ->
          Optional.of(exemption.suffix() == null ? origin.plusYears(50) : yearEnd(origin, 75));
      case AT_50 -> Optional.of(yearEnd(origin, 75));
      case AT_75 -> Optional.of(LocalDate.of(2999, 12, 31));
    };
  }

  /** The furthest of several; empty where there is none. */
  static Optional<LocalDate> dateCeiling(List<Exemption> exemptions, LocalDate origin) {
    return exemptions.stream()
        .flatMap(e -> dateCeiling(e, origin).stream())
        .max(Comparator.naturalOrder());
  }

  /** The 31 December of the year that is so many years from origin. */
  static LocalDate yearEnd(LocalDate origin, int years) {
    return LocalDate.of(origin.getYear() + years, 12, 31);
  }
}
