package org.glasnost.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads dates and instants as ISO 8601 writes them, of the years 1 to 9999 and no others. */
public final class IsoTimes {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant AFTER = Instant.parse("+10000-01-01T00:00:00Z");

  private IsoTimes() {}

  /**
   * A date such as 1985-03-25.
   *
   * @throws DateTimeParseException if it is none
   */
  public static LocalDate day(String text) {
    if (!DATE.matcher(text).matches() || text.startsWith("0000")) {
      throw new DateTimeParseException("not a date", text, 0);
    }
    return LocalDate.parse(text);
  }

  /**
   * An instant such as 2026-01-01T12:00:00Z.
   *
   * @throws DateTimeParseException if it is none
   */
  public static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(FIRST) || !instant.isBefore(AFTER)) {
      throw new DateTimeParseException("not an instant that is taken here", text, 0);
    }
    return instant;
  }
}
