package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.glasnost.policy.OfficeDay;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** When lapsed work is looked for: by the office's day, whatever the clock does. */
class LapsedWorkScheduleTest {
  private static final ZoneId OFFICE = ZoneId.of("America/New_York");
  private static final Instant MIDNIGHT = LocalDate.of(2026, 3, 9).atStartOfDay(OFFICE).toInstant();

  private Instant now = MIDNIGHT.minus(Duration.ofMinutes(10));
  private int looks;
  private boolean leavesNothing = true;
  private boolean answers = true;

  private final LapsedWorkSchedule schedule =
      new LapsedWorkSchedule(
          goOn -> {
            looks++;
            if (!answers) {
              throw new QueryTimeoutException("the database does not answer");
            }
            return goOn.getAsBoolean() && leavesNothing;
          },
          new OfficeDay(new Moved(), OFFICE));

  /** A clock that the test sets. */
  private final class Moved extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void looksOnceWithinTheHourOfADay() {
    looked(1);
    now = now.plusSeconds(5);
    looked(1);
  }

  @Test
  void looksAtMidnightOfTheOffice() {
    looked(1);
    now = MIDNIGHT.minusNanos(1);
    looked(1);
    now = MIDNIGHT;
    looked(2);
    now = MIDNIGHT.plusSeconds(5);
    looked(2);
  }

  @Test
  void looksEveryHour() {
    now = MIDNIGHT;
    looked(1);
    now = MIDNIGHT.plusSeconds(3599);
    looked(1);
    now = MIDNIGHT.plusSeconds(3600);
    looked(2);
  }

  @Test
  void looksAgainSoonWhereSomethingWasLeftOrTheDatabaseDidNotAnswer() {
    answers = false;
    assertThatThrownBy(schedule::look).isInstanceOf(QueryTimeoutException.class);
    assertThat(looks).isEqualTo(1);
    answers = true;
    leavesNothing = false;
    looked(2);
    leavesNothing = true;
    looked(3);
    looked(3);
  }

  @Test
  void looksAtOnceWhereTheClockWasSetBack() {
    looked(1);
    now = now.minus(Duration.ofDays(1));
    looked(2);
  }

  @Test
  void looksBeforeItHasStartedAndNoMoreAfterItStopped() {
    schedule.start();
    assertThat(looks).isEqualTo(1);
    assertThat(schedule.isRunning()).isTrue();
    schedule.stop();
    assertThat(schedule.isRunning()).isFalse();
  }

  private void looked(int times) {
    schedule.look();
    assertThat(looks).isEqualTo(times);
  }
}
