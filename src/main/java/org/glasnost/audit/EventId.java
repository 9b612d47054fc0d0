package org.glasnost.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;

/**
 * Ids of events: UUIDs of version 7 (RFC 9562 5.7), which begin with the instant. Events that are
 * recorded one after the other so lie side by side in every index of their ids, and a line costs no
 * more in a journal of millions. The JDK has none of these; and that of a library has the time of
 * the machine, not the instant that the event bears.
 */
final class EventId {
  private static final int MICROS_TO_A_MILLI = 1000;

  private EventId() {}

  /**
   * An id that was never given before.
   *
   * @param at the instant of the event, to the microsecond: 48 bits of milliseconds since 1970, and
   *     what is left of it in the next 12 bits, as a fraction of 4096 (RFC 9562 6.2, method 3)
   * @param random for the 62 bits behind
   */
  static UUID of(Instant at, SecureRandom random) {
    int micros = at.get(ChronoField.MICRO_OF_SECOND) % MICROS_TO_A_MILLI;
    long fraction = micros * 4096L / MICROS_TO_A_MILLI;
    long instant = at.toEpochMilli() << 16 | 0x7000 | fraction;
    long rest = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(instant, rest);
  }
}
