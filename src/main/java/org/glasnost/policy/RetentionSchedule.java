package org.glasnost.policy;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long the bodies of some kinds of events are kept, and by what authority.
 *
 * @param id its name in the file
 * @param authority the disposition authority, one line of at most 200 characters
 * @param keep for how long, counted from the day in the office's zone on which an event was
 *     recorded; its last day belongs to it. Null: permanently
 */
public record RetentionSchedule(String id, String authority, @Nullable Period keep) {

  /** The period as it is written, or {@code PERMANENT}. */
  public String written() {
    return keep == null ? RetentionSchedules.PERMANENT : keep.toString();
  }

  /**
   * The first day on which an event of a day may lapse.
   *
   * @throws IllegalStateException if it never may
   */
  public LocalDate lapsesFrom(LocalDate recordedOn) {
    return recordedOn.plus(period()).plusDays(1);
  }

  /**
   * The first day whose events may not lapse on a day: those of every day before it may. Days run
   * into one another where a month is shorter, never past one another, so that there is one such
   * day.
   *
   * @throws IllegalStateException if none ever may
   */
  public LocalDate keptFrom(LocalDate today) {
    LocalDate first = today.minus(period());
    while (!lapsesFrom(first).isAfter(today)) {
      first = first.plusDays(1);
    }
    while (lapsesFrom(first.minusDays(1)).isAfter(today)) {
      first = first.minusDays(1);
    }
    return first;
  }

  private Period period() {
    if (keep == null) {
      throw new IllegalStateException("what is kept permanently never lapses");
    }
    return keep;
  }
}
