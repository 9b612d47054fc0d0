package org.glasnost.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which day it is in the office. Valid time is counted in whole days of the office's zone;
 * recording time in instants of UTC.
 */
public final class OfficeDay {
  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param clock gives the instants
   * @param zone the office's zone, by default America/New_York
   */
  public OfficeDay(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** Today, in the office. */
  public LocalDate today() {
    return dayOf(clock.instant());
  }

  /** Now, in UTC. */
  public Instant now() {
    return clock.instant();
  }

  /** The day of an instant, in the office. */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The instant at which a day begins, in the office. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
