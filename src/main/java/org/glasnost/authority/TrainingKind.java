package org.glasnost.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.rule.Citation;

/**
 * The trainings that a duty rests on. For two of them the law says when they lapse; the others are
 * this office's own policy and say so. {@link TrainingRules} asks for them.
 */
public enum TrainingKind {
  /**
   * Of original classification authorities: once in each calendar year, the authority is suspended
   * otherwise. Source: E.O. 13526 section 1.3(d); 32 CFR 2001.71(c)(3).
   */
  ORIGINAL_CLASSIFICATION(Lapse.CALENDAR_YEAR, "32 CFR 2001.71(c)(3)", "E.O. 13526 section 1.3(d)"),
  /**
   * Of those who mark derivatively: once in two years, they may not apply markings otherwise.
   * Source: E.O. 13526 section 2.1(d); 32 CFR 2001.71(d)(3).
   */
  DERIVATIVE_CLASSIFICATION(Lapse.TWO_YEARS, "32 CFR 2001.71(d)(3)", "E.O. 13526 section 2.1(d)"),
  /** Of those who review, sign and redact: policy of this office, once in two years. */
  DECLASSIFICATION(Lapse.TWO_YEARS);

  private enum Lapse {
    CALENDAR_YEAR,
    TWO_YEARS
  }

  private final Lapse lapse;

  @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
  private final List<Citation> cites;

  TrainingKind(Lapse lapse, String... cites) {
    this.lapse = lapse;
    this.cites = Stream.of(cites).map(Citation::of).toList();
  }

  /** Whether it is the law that asks for it; policy of this office otherwise. */
  public boolean isLaw() {
    return !cites.isEmpty();
  }

  /** What asks for it; empty where it is policy. */
  public List<Citation> cites() {
    return cites;
  }

  /** The last day on which a training completed on that day still counts, in the office's zone. */
  public LocalDate countsUntil(LocalDate completedOn) {
    return switch (lapse) {
      // Once within a calendar year: next year's may be done as late as its last day.
      case CALENDAR_YEAR -> LocalDate.of(completedOn.getYear() + 1, 12, 31);
      case TWO_YEARS -> completedOn.plusYears(2);
    };
  }
}
