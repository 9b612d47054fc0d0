package org.glasnost.review;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.policy.FederalCalendar;
import org.glasnost.rule.Citation;

/**
 * The statutory clocks of a review. They run from the day a request was received; where nobody has
 * said when that was, no clock is invented.
 */
public final class Clocks {
  private static final int FOIA_WORKING_DAYS = 20;

  private Clocks() {}

  /**
   * One clock.
   *
   * @param name what must have happened by then
   * @param startedOn the day from which it runs
   * @param dueOn the last day
   * @param cites what sets it
   * @param paused whether it stands still
   */
  public record Clock(
      String name, LocalDate startedOn, LocalDate dueOn, List<Citation> cites, boolean paused) {
    /** Copies the citations. */
    public Clock {
      cites = List.copyOf(cites);
    }
  }

  /** The clocks of a review. */
  public static List<Clock> of(Review review) {
    LocalDate received = review.receivedOn();
    if (received == null) {
      return List.of();
    }
    return switch (review.kind()) {
      case MANDATORY ->
          List.of(
              new Clock(
                  "MDR_DECISION",
                  received,
                  received.plusYears(1),
                  List.of(Citation.of("32 CFR 2001.33(a)(2)")),
                  false));
      case FOIA ->
          List.of(
              new Clock(
                  "FOIA_DECISION",
                  received,
                  FederalCalendar.plusWorkingDays(received, FOIA_WORKING_DAYS),
                  List.of(Citation.of("36 CFR 1250.26")),
                  false));
      case OADR, AUTOMATIC, SYSTEMATIC, DISCRETIONARY -> List.of();
    };
  }
}
