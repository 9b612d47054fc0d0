package org.glasnost.content;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every other second whether a rotation of the wrapping key was ordered or was cut off, and
 * carries it out. Stops between two batches.
 */
@Component
class RewrappingSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RewrappingSchedule.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);

  private final Rewrapping rewrapping;
  private volatile boolean stopping;
  private @Nullable ScheduledExecutorService executor;

  RewrappingSchedule(Rewrapping rewrapping) {
    this.rewrapping = rewrapping;
  }

  @Override
  public synchronized void start() {
    if (executor == null) {
      stopping = false;
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread thread = new Thread(work, "key-rotation");
                thread.setDaemon(true);
                return thread;
              });
      var unused =
          started.scheduleWithFixedDelay(
              this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
      executor = started;
    }
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    if (running != null) {
      stopping = true;
      running.shutdown();
      try {
        // Never interrupted: a thread interrupted while it writes closes H2's file for all.
        if (!running.awaitTermination(LONGEST_BATCH.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("A batch of content keys is still under way; it is rolled back or committed.");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }

  private void look() {
    try {
      rewrapping.pass(() -> !stopping);
    } catch (IllegalStateException e) {
      LOG.error("The wrapping key cannot be rotated: {}", e.getMessage());
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The rotation of the wrapping key will be tried again: {}", e.getMessage());
    }
  }
}
