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
  private final Semaphore committed = new Semaphore(0);

  /** For Spring. */
  public SequencerSignal() {}

  /** Something was committed that has no leaf yet. */
  public void committed() {
    committed.release();
  }

  /** Waits until something was committed, at most so long. Several commits count as one. */
  void await(Duration atMost) throws InterruptedException {
    if (committed.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      committed.drainPermits();
    }
  }
}
