package org.glasnost.declassification;

import java.time.LocalDate;
import java.time.MonthDay;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * A second evaluator, slow and obvious: it walks through the days one by one and asks of each what
 * the texts say, and shares nothing with the calculus but the calendar. The oracle of {@link
 * CalculusLaws}.
 */
final class SlowCalculus {
  private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

  private SlowCalculus() {}

  /** The level on a day under the General Declassification Schedule: full calendar years lived. */
  static ClassificationLevel generalScheduleOn(
      LocalDate day, LocalDate origin, ClassificationLevel from) {
    int ended = 0;
    for (int year = origin.getYear() + 1; year <= day.getYear(); year++) {
      if (!day.isBefore(LocalDate.of(year, 12, 31))) {
        ended++;
      }
    }
    return switch (from) {
      case TOP_SECRET ->
          ended >= 10
              ? ClassificationLevel.UNCLASSIFIED
              : ended >= 4
                  ? ClassificationLevel.CONFIDENTIAL
                  : ended >= 2 ? ClassificationLevel.SECRET : ClassificationLevel.TOP_SECRET;
      case SECRET ->
          ended >= 8
              ? ClassificationLevel.UNCLASSIFIED
              : ended >= 2 ? ClassificationLevel.CONFIDENTIAL : ClassificationLevel.SECRET;
      case CONFIDENTIAL ->
          ended >= 6 ? ClassificationLevel.UNCLASSIFIED : ClassificationLevel.CONFIDENTIAL;
      case UNCLASSIFIED -> ClassificationLevel.UNCLASSIFIED;
    };
  }

  /**
   * The level on a day under Group 3 or 4: one down at each interval, the end where there is one.
   */
  static ClassificationLevel groupOn(
      LocalDate day, LocalDate origin, ClassificationLevel from, int interval, int end) {
    int age = 0;
    while (!origin.plusYears(age + 1L).isAfter(day)) {
      age++;
    }
    if (end > 0 && age >= end) {
      return ClassificationLevel.UNCLASSIFIED;
    }
    ClassificationLevel level = from;
    for (int years = interval; years <= age; years += interval) {
      level =
          switch (level) {
            case TOP_SECRET -> ClassificationLevel.SECRET;
            case SECRET, CONFIDENTIAL -> ClassificationLevel.CONFIDENTIAL;
            case UNCLASSIFIED -> ClassificationLevel.UNCLASSIFIED;
          };
    }
    return level;
  }

  /** What delays section 3.3, and from which record its years are counted. */
  record Delays(
      LocalDate origin,
      LocalDate newest,
      @Nullable LocalDate scheduled,
      boolean media,
      @Nullable LocalDate discovered,
      @Nullable LocalDate notified,
      int yearsToAnswer) {}

  /** The first day on which section 3.3 has acted on a permanent record without exemption. */
  static LocalDate section33(Delays delays) {
    LocalDate day = LocalDate.of(1999, 12, 31);
    while (!hasActed(day, delays)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static boolean hasActed(LocalDate day, Delays delays) {
    LocalDate counted = delays.media() ? day.minusYears(5) : day;
    LocalDate scheduled = delays.scheduled();
    if (scheduled != null && scheduled.isAfter(delays.origin().plusYears(20))) {
      // The delay for media runs on from where scheduling lets section 3.3 begin.
      if (day.isBefore(scheduled.plusYears(5).plusYears(delays.media() ? 5 : 0))) {
        return false;
      }
    }
    boolean onset = !counted.isBefore(LocalDate.of(2006, 12, 31));
    boolean aged =
        counted.getYear() - delays.newest().getYear() > 25
            || (counted.getYear() - delays.newest().getYear() == 25
                && MonthDay.from(counted).equals(LAST_OF_YEAR));
    boolean found = delays.discovered() == null || !day.isBefore(delays.discovered().plusYears(3));
    boolean answered =
        delays.notified() == null
            || !day.isBefore(delays.notified().plusYears(delays.yearsToAnswer()));
    return onset && aged && found && answered;
  }
}
