package org.glasnost.marking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnost.rule.Citation;

/**
 * The order on national security information that governed on a day: the one place where the first
 * days of the orders stand, each with its source. The names are those of {@code governingOrder} in
 * the HTTP contract.
 */
public enum Era {
  /** Departmental practice under E.O. 8381 and 10104, before the first order on the subject. */
  PRE_EO_10290(LocalDate.MIN, Citation.unverified("E.O. 8381; E.O. 10104")),
  /** Four levels, RESTRICTED among them; in force 30 days after its publication. */
  EO_10290(LocalDate.of(1951, 10, 27), Citation.unverified("E.O. 10290, 16 FR 9795")),
  /** Exactly three levels. */
  EO_10501(LocalDate.of(1953, 12, 15), Citation.of("CIA notice of 27 November 1953 on E.O. 10501")),
  /** Groups 1 to 4. */
  EO_10964(LocalDate.of(1961, 9, 20), Citation.unverified("E.O. 10964, 26 FR 8932")),
  /** General Declassification Schedule. */
  EO_11652(LocalDate.of(1972, 6, 1), Citation.of("18 CFR 3a.22 (E.O. 11652)")),
  /** Six years, and review dates. */
  EO_12065(LocalDate.of(1978, 12, 1), Citation.of("STATE 296107 (1978)")),
  /** Originating Agency's Determination Required. */
  EO_12356(LocalDate.of(1982, 8, 1), Citation.of("ISOO Directive No. 1 (1982)")),
  /** Ten years, and exemptions X1 to X8. */
  EO_12958(LocalDate.of(1995, 10, 14), Citation.of("60 FR 53492")),
  /** Amends E.O. 12958; its marking rules began on 22 September 2003. */
  EO_13292(LocalDate.of(2003, 3, 25), Citation.of("ISOO Notice 2003")),
  /**
   * The order of today, in force 180 days after its signature on 29 December 2009; its directive
   * began two days before.
   */
  EO_13526(LocalDate.of(2010, 6, 27), Citation.unverified("E.O. 13526 section 6.3"));

  private static final List<Era> ALL = List.of(values());

  /** Sections 1.7, 3.3 and 3.7 of E.O. 13526 were in force at once: E.O. 13526 section 6.3. */
  private static final LocalDate EO_13526_SIGNED = LocalDate.of(2009, 12, 29);

  private final LocalDate effective;
  private final String number;
  private final String source;
  private final Citation.Standing standing;

  Era(LocalDate effective, Citation source) {
    this.effective = effective;
    this.number = name().substring(name().lastIndexOf('_') + 1);
    this.source = source.text();
    this.standing = source.standing();
  }

  /** The first day of the order; {@link LocalDate#MIN} for what went before. */
  public LocalDate effective() {
    return effective;
  }

  /** What the day rests on. */
  public Citation source() {
    return new Citation(source, standing);
  }

  /** The first day on which something could be done under the order, or a part of it. */
  public LocalDate firstActs() {
    return this == EO_13526 ? EO_13526_SIGNED : effective;
  }

  /** As it is spoken of, such as {@code E.O. 12356}. */
  public String title() {
    return this == PRE_EO_10290 ? "before E.O. 10290" : "E.O. " + number;
  }

  /** The order with that number; empty where no order on the subject has it. */
  public static Optional<Era> ofNumber(String number) {
    return ALL.stream().filter(era -> era != PRE_EO_10290 && era.number.equals(number)).findFirst();
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
