package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.Optional;
import org.glasnost.marking.Era;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * What governs the classification of a document: the order of its day ({@link Era}, where the days
 * stand), or beside every order the Atomic Energy Act.
 */
public enum GoverningOrder {
  /** Departmental rules, before E.O. 10290. */
  PRE_EO_10290(Era.PRE_EO_10290),
  /** Four levels. */
  EO_10290(Era.EO_10290),
  /** Three levels. */
  EO_10501(Era.EO_10501),
  /** Amends section 4 of E.O. 10501: the four groups. */
  EO_10964(Era.EO_10964),
  /** The General Declassification Schedule. */
  EO_11652(Era.EO_11652),
  /** Six years, or a date of review. */
  EO_12065(Era.EO_12065),
  /** The originating agency's determination. */
  EO_12356(Era.EO_12356),
  /** Ten years, or an exemption X1 to X8. */
  EO_12958(Era.EO_12958),
  /** Amends E.O. 12958. */
  EO_13292(Era.EO_13292),
  /** The order of today. */
  EO_13526(Era.EO_13526),
  /** Restricted Data and Formerly Restricted Data, beside every order. */
  ATOMIC_ENERGY_ACT(null);

  private static final Citation ACT = Citation.of("10 CFR 1045");

  private final @Nullable Era era;

  GoverningOrder(@Nullable Era era) {
    this.era = era;
  }

  /**
   * The first day on which the order governed; empty for what came before the first, and the Act.
   */
  public Optional<LocalDate> effective() {
    return Optional.ofNullable(era).filter(e -> e != Era.PRE_EO_10290).map(Era::effective);
  }

  /** As it is spoken of. */
  public String title() {
    return era == null ? "the Atomic Energy Act of 1954" : era.title();
  }

  /** What the day rests on. */
  public Citation source() {
    return era == null ? ACT : era.source();
  }

  /** The order of an era. */
  static GoverningOrder of(Era era) {
    return switch (era) {
      case PRE_EO_10290 -> PRE_EO_10290;
      case EO_10290 -> EO_10290;
      case EO_10501 -> EO_10501;
      case EO_10964 -> EO_10964;
      case EO_11652 -> EO_11652;
      case EO_12065 -> EO_12065;
      case EO_12356 -> EO_12356;
      case EO_12958 -> EO_12958;
      case EO_13292 -> EO_13292;
      case EO_13526 -> EO_13526;
    };
  }

  /** The order that governed original classification on that day. */
  public static GoverningOrder on(LocalDate day) {
    return of(Era.on(day));
  }
}
