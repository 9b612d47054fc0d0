package org.glasnost.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/**
 * Working days of the federal government: every day but Saturdays, Sundays and the legal public
 * holidays of 5 U.S.C. 6103(a). A holiday on a Saturday is kept on the Friday before, one on a
 * Sunday on the Monday after (5 U.S.C. 6103(b); Executive Order 11582).
 */
public final class FederalCalendar {
  private static final int JUNETEENTH_SINCE = 2021;

  private FederalCalendar() {}

  /** The day that lies so many working days after the given one, which is not counted. */
  public static LocalDate plusWorkingDays(LocalDate day, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("working days count forward: " + days);
    }
    LocalDate reached = day;
    int left = days;
    while (left > 0) {
      reached = reached.plusDays(1);
      if (isWorkingDay(reached)) {
        left--;
      }
    }
    return reached;
  }

  /** Whether offices are open. */
  public static boolean isWorkingDay(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && !holidays(day.getYear()).contains(day)
        // New Year's Day on a Saturday is kept in the year before.
        && !holidays(day.getYear() + 1).contains(day);
  }

  private static Set<LocalDate> holidays(int year) {
    Set<LocalDate> days = new HashSet<>();
    days.add(kept(LocalDate.of(year, Month.JANUARY, 1)));
    days.add(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY));
    days.add(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY));
    days.add(
        LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    if (year >= JUNETEENTH_SINCE) {
      days.add(kept(LocalDate.of(year, Month.JUNE, 19)));
    }
    days.add(kept(LocalDate.of(year, Month.JULY, 4)));
    days.add(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY));
    days.add(nth(year, Month.OCTOBER, 2, DayOfWeek.MONDAY));
    days.add(kept(LocalDate.of(year, Month.NOVEMBER, 11)));
    days.add(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY));
    days.add(kept(LocalDate.of(year, Month.DECEMBER, 25)));
    return days;
  }

  private static LocalDate nth(int year, Month month, int which, DayOfWeek weekday) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
  }

  private static LocalDate kept(LocalDate holiday) {
    DayOfWeek weekday = holiday.getDayOfWeek();
    if (weekday == DayOfWeek.SATURDAY) {
      return holiday.minusDays(1);
    }
    return weekday == DayOfWeek.SUNDAY ? holiday.plusDays(1) : holiday;
  }
}
