package org.glasnost.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.process.worklist.GivingBackLapsed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has tasks given back whose holders lost the right to them by its date: before the first request,
 * within seconds of each midnight of the office, and every hour for what came about otherwise.
 *
 * <p>The day is asked for every few seconds rather than awaited, so that neither a machine that
 * slept nor a clock that was set passes a midnight over.
 */
@Component
class LapsedWorkSchedule implements SmartLifecycle {
  private static final Duration AT_LEAST = Duration.ofHours(1);

  private final Predicate<BooleanSupplier> givingBack;
  private final OfficeDay officeDay;
  private final Background background =
      new Background("lapsed-work", Duration.ofSeconds(5), this::look);
  private volatile @Nullable Look last;

  /** For Spring. */
  @Autowired
  LapsedWorkSchedule(GivingBackLapsed givingBack, OfficeDay officeDay, PolicyRelease policy) {
    this(
        goOn ->
            givingBack.giveBack(
                new Occasion(
                    Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id()),
                goOn),
        officeDay);
  }

  /**
   * @param givingBack told whether it may go on; says whether it left nothing
   * @param officeDay which day it is
   */
  LapsedWorkSchedule(Predicate<BooleanSupplier> givingBack, OfficeDay officeDay) {
    this.givingBack = givingBack;
    this.officeDay = officeDay;
  }

  /** The last look that left nothing: on which day, and when. */
  private record Look(LocalDate day, Instant at) {}

  @Override
  public synchronized void start() {
    if (!background.isRunning()) {
      background.start();
      background.once();
    }
  }

  @Override
  public void stop() {
    background.stop();
  }

  @Override
  public boolean isRunning() {
    return background.isRunning();
  }

  /** Before whatever takes requests, after the journal's sequencer; at the end the other way. */
  @Override
  public int getPhase() {
    return 2;
  }

  /** Has them given back, unless that was done this day and this hour. */
  void look() {
    LocalDate today = officeDay.today();
    Instant now = officeDay.now();
    Look before = last;
    if (before != null
        && before.day().equals(today)
        && Duration.between(before.at(), now).abs().compareTo(AT_LEAST) < 0) {
      return;
    }
    if (givingBack.test(background::goesOn)) {
      last = new Look(today, now);
    }
  }
}
