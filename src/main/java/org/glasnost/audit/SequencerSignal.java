package org.glasnost.audit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Tells the sequencer of this node that something was committed. Never blocks the one who tells.
 */
@Component
public class SequencerSignal {
  /**
   * How long commits are gathered while nobody waits: under load, work for a transaction of many
   * leaves instead of one transaction a leaf, which the writers would pay for.
   */
  private static final Duration GATHERING = Duration.ofMillis(200);

  private final Semaphore committed = new Semaphore(0);
  private final Semaphore awaited = new Semaphore(0);

  /** For Spring. */
  public SequencerSignal() {}

  /** Something was committed that has no leaf yet. */
  public void committed() {
    committed.release();
  }

  /** Somebody waits for what was committed: it is placed at once. */
  void awaited() {
    awaited.release();
    committed.release();
  }

  /**
   * Waits until something was committed, at most so long, and then a moment for more, unless it is
   * awaited. Several commits count as one.
   */
  void await(Duration atMost) throws InterruptedException {
    if (committed.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      if (awaited.tryAcquire(GATHERING.toMillis(), TimeUnit.MILLISECONDS)) {
        awaited.drainPermits();
      }
      committed.drainPermits();
    }
  }
}
