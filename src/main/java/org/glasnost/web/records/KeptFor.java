package org.glasnost.web.records;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.policy.RetentionSchedules;

/** How long a schedule keeps, for a person to read. */
final class KeptFor {
  private KeptFor() {}

  /**
   * In words: {@code P3D} is "3 days".
   *
   * @param written as the file of schedules has it: a period of ISO 8601, or that it is for ever
   */
  static String words(String written) {
    if (written.equals(RetentionSchedules.PERMANENT)) {
      return "for ever";
    }
    Period period = Period.parse(written);
    List<String> parts = new ArrayList<>();
    add(parts, period.getYears(), "year");
    add(parts, period.getMonths(), "month");
    add(parts, period.getDays(), "day");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int number, String unit) {
    if (number != 0) {
      parts.add(number + " " + unit + (number == 1 ? "" : "s"));
    }
  }
}
