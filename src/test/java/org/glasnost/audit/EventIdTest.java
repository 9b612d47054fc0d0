package org.glasnost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** RFC 9562 5.7: what the bits of an id say, read from its text. */
class EventIdTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long MICROS_TO_2200 = 7_258_118_400_000_000L;

  /** The instant of RFC 9562 A.6: 0x017F22E279B0 milliseconds. */
  @Test
  void anIdBeginsWithTheMillisecond() {
    String id = EventId.of(Instant.parse("2022-02-22T19:22:22Z"), RANDOM).toString();
    assertThat(id).startsWith("017f22e2-79b0-7000-").matches(".{19}[89ab].{16}");
  }

  @Property
  void itIsOfVersionSevenAndTellsItsMillisecond(
      @ForAll @LongRange(max = MICROS_TO_2200) long micros) {
    UUID id = EventId.of(at(micros), RANDOM);
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(micros / 1000);
  }

  /** In the order of their texts, which is that of their bytes and of both databases. */
  @Property
  void idsAreInTheOrderOfTheirMicroseconds(
      @ForAll @LongRange(max = MICROS_TO_2200) long micros,
      @ForAll @LongRange(min = 1) long later) {
    String first = EventId.of(at(micros), RANDOM).toString();
    String second = EventId.of(at(micros + later % MICROS_TO_2200 + 1), RANDOM).toString();
    assertThat(first).isLessThan(second);
  }

  @Test
  void noTwoOfAnInstantAreTheSame() {
    Instant one = Instant.parse("2026-11-29T12:00:00.123456Z");
    List<UUID> ids = IntStream.range(0, 10_000).mapToObj(i -> EventId.of(one, RANDOM)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().map(id -> id.getLeastSignificantBits() & 0x3fff_ffff_ffff_ffffL))
        .as("the random part fills its bits")
        .anyMatch(rest -> rest > 0x3f00_0000_0000_0000L)
        .anyMatch(rest -> rest < 0x0100_0000_0000_0000L)
        .anyMatch(rest -> rest % 2 == 1);
  }

  private static Instant at(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
