package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * The register of the orders that have governed classification, with the day each took effect. The
 * Atomic Energy Act governs beside them, whatever the day.
 */
public enum GoverningOrder {
  /** Departmental rules and E.O. 8381 and 10104, before E.O. 10290. */
  PRE_EO_10290(null, "before E.O. 10290", Citation.unverified("E.O. 8381; E.O. 10104")),
  /** 24 September 1951, in force 30 days after its publication on 27 September. */
  EO_10290(LocalDate.of(1951, 10, 27), "E.O. 10290", Citation.unverified("E.O. 10290, 16 FR 9795")),
  /** 5 November 1953; RESTRICTED ends. */
  EO_10501(
      LocalDate.of(1953, 12, 15),
      "E.O. 10501",
      Citation.of("CIA notice of 27 November 1953 on E.O. 10501")),
  /** Amends section 4 of E.O. 10501: the four groups. */
  EO_10964(LocalDate.of(1961, 9, 20), "E.O. 10964", Citation.unverified("E.O. 10964, 26 FR 8932")),
  /** The General Declassification Schedule. */
  EO_11652(LocalDate.of(1972, 6, 1), "E.O. 11652", Citation.of("18 CFR 3a.22 (E.O. 11652)")),
  /** Six years, or a date of review. */
  EO_12065(LocalDate.of(1978, 12, 1), "E.O. 12065", Citation.of("STATE 296107 (1978)")),
  /** The originating agency's determination. */
  EO_12356(LocalDate.of(1982, 8, 1), "E.O. 12356", Citation.of("ISOO Directive No. 1 (1982)")),
  /** Ten years, or an exemption X1 to X8. */
  EO_12958(LocalDate.of(1995, 10, 14), "E.O. 12958", Citation.of("60 FR 53492")),
  /** Amends E.O. 12958. */
  EO_13292(LocalDate.of(2003, 3, 25), "E.O. 13292", Citation.of("ISOO Notice 2003")),
  /** In force 180 days after its signature on 29 December 2009. */
  EO_13526(LocalDate.of(2010, 6, 27), "E.O. 13526", Citation.unverified("E.O. 13526 section 6.3")),
  /** Restricted Data and Formerly Restricted Data, beside every order. */
  ATOMIC_ENERGY_ACT(null, "the Atomic Energy Act of 1954", Citation.of("10 CFR 1045"));

  private final @Nullable LocalDate effective;
  private final String title;
  private final String source;
  private final Citation.Standing standing;

  GoverningOrder(@Nullable LocalDate effective, String title, Citation source) {
    this.effective = effective;
    this.title = title;
    this.source = source.text();
    this.standing = source.standing();
  }

  /**
   * The first day on which the order governed; empty for what came before the first, and the Act.
   */
  public Optional<LocalDate> effective() {
    return Optional.ofNullable(effective);
  }

  /** As it is spoken of. */
  public String title() {
    return title;
  }

  /** What the day rests on. */
  public Citation source() {
    return new Citation(source, standing);
  }

  /** The order that governed original classification on that day. */
  public static GoverningOrder on(LocalDate day) {
    return Arrays.stream(values())
        .filter(o -> o.effective != null && !day.isBefore(o.effective))
        .max(Comparator.comparing(o -> o.effective().orElseThrow()))
        .orElse(PRE_EO_10290);
  }
}
