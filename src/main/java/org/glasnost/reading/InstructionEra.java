package org.glasnost.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days between which an instruction might be written. */
enum InstructionEra {
  GROUPS(LocalDate.of(1961, 9, 20), LocalDate.of(1972, 5, 31), "E.O. 10964"),
  EXEMPTIONS_OF_SCHEDULE(LocalDate.of(1972, 6, 1), LocalDate.of(1978, 11, 30), "E.O. 11652"),
  SCHEDULE(LocalDate.of(1972, 6, 1), LocalDate.of(1982, 7, 31), "E.O. 11652"),
  REVIEW(LocalDate.of(1978, 12, 1), LocalDate.of(1982, 7, 31), "E.O. 12065"),
  AGENCY_DETERMINATION(LocalDate.of(1982, 8, 1), LocalDate.of(1995, 10, 13), "E.O. 12356"),
  X_CODES(LocalDate.of(1995, 10, 14), LocalDate.of(2003, 9, 21), "E.O. 12958"),
  ANY(LocalDate.MIN, LocalDate.MAX, "every order");

  private final LocalDate from;
  private final LocalDate to;
  private final String order;

  InstructionEra(LocalDate from, LocalDate to, String order) {
    this.from = from;
    this.to = to;
    this.order = order;
  }

  static InstructionEra of(String name) {
    if (name.startsWith("GROUP_")) {
      return GROUPS;
    }
    if (name.startsWith("XGDS") || name.equals("ADS")) {
      return EXEMPTIONS_OF_SCHEDULE;
    }
    if (name.startsWith("X")) {
      return X_CODES;
    }
    return switch (name) {
      case "GDS" -> SCHEDULE;
      case "RDS", "REVIEW_ON" -> REVIEW;
      case "OADR" -> AGENCY_DETERMINATION;
      default -> ANY;
    };
  }

  @Nullable String reasonAgainst(@Nullable LocalDate day) {
    if (day == null) {
      return to.equals(LocalDate.MAX)
          ? null
          : "This instruction of " + order + " may not be written today.";
    }
    return day.isBefore(from) || day.isAfter(to)
        ? "This instruction of " + order + " might be written from " + from + " to " + to + "."
        : null;
  }
}
