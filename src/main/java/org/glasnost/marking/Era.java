package org.glasnost.marking;

import java.time.LocalDate;
import java.util.List;

/**
 * The order on national security information that governed on a day. The names are those of {@code
 * governingOrder} in the HTTP contract.
 *
 * <p>Sources of the days: 32 CFR 2001 preambles and the notices that put each order into effect;
 * the day of E.O. 10290 and the amendment by E.O. 10964 were not read.
 */
public enum Era {
  /** Departmental practice before the first order on the subject. */
  PRE_EO_10290(LocalDate.MIN),
  /** Four levels, RESTRICTED among them. */
  EO_10290(LocalDate.of(1951, 10, 27)),
  /** Exactly three levels. */
  EO_10501(LocalDate.of(1953, 12, 15)),
  /** Groups 1 to 4. */
  EO_10964(LocalDate.of(1961, 9, 20)),
  /** General Declassification Schedule. */
  EO_11652(LocalDate.of(1972, 6, 1)),
  /** Six years, and review dates. */
  EO_12065(LocalDate.of(1978, 12, 1)),
  /** Originating Agency's Determination Required. */
  EO_12356(LocalDate.of(1982, 8, 1)),
  /** Ten years, and exemptions X1 to X8. */
  EO_12958(LocalDate.of(1995, 10, 14)),
  /** No exemption codes X1 to X8; its marking rules began on 22 September 2003. */
  EO_13292(LocalDate.of(2003, 3, 25)),
  /** The order of today; its directive began on 25 June 2010. */
  EO_13526(LocalDate.of(2010, 6, 25));

  private static final List<Era> ALL = List.of(values());

  private final LocalDate effective;

  Era(LocalDate effective) {
    this.effective = effective;
  }

  /** The first day of the order; {@link LocalDate#MIN} for what went before. */
  public LocalDate effective() {
    return effective;
  }

  /** Whether this order came after the other. */
  public boolean isAfter(Era other) {
    return effective.isAfter(other.effective);
  }

  /** The order that governed on the day. */
  public static Era on(LocalDate day) {
    Era governing = PRE_EO_10290;
    for (Era era : ALL) {
      if (!day.isBefore(era.effective) && !governing.isAfter(era)) {
        governing = era;
      }
    }
    return governing;
  }
}
