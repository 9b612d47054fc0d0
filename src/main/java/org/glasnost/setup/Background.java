package org.glasnost.setup;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one piece of work again and again on a thread of its own, and stops between two steps. What
 * failed once, of whatever kind, is told to the log and tried again the next time: work that ended
 * in silence would be missed by nobody.
 */
final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final Duration LONGEST_STEP = Duration.ofSeconds(30);

  private final String name;
  private final Duration every;
  private final Runnable work;
  private volatile boolean stopping;
  private volatile boolean failing;
  private @Nullable ScheduledExecutorService executor;

  /**
   * @param name of the thread
   * @param every how long it waits after each time, and before the first
   * @param work which asks {@link #goesOn} before each of its steps
   */
  Background(String name, Duration every, Runnable work) {
    this.name = name;
    this.every = every;
    this.work = work;
  }

  synchronized void start() {
    if (executor != null) {
      return;
    }
    stopping = false;
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            run -> {
              Thread thread = new Thread(run, name);
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        started.scheduleWithFixedDelay(
            this::once, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    executor = started;
  }

  /**
   * Does the work once, on the caller's thread.
   *
   * @return whether it came to its end
   */
  boolean once() {
    try {
      work.run();
      failing = false;
      return true;
    } catch (RuntimeException e) {
      if (failing) {
        LOG.error("\"{}\" failed again: {}", name, e.getMessage());
      } else {
        LOG.error("\"{}\" failed and will be tried again", name, e);
      }
      failing = true;
      return false;
    }
  }

  /**
   * Ends it after the step that is under way, which is rolled back or committed.
   *
   * @return false if that step took longer than is waited for
   */
  synchronized boolean stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    if (running == null) {
      return true;
    }
    stopping = true;
    running.shutdown();
    try {
      // Never interrupted: a thread interrupted while it writes closes H2's file for all.
      boolean ended = running.awaitTermination(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        LOG.warn("A step of \"{}\" is still under way; it is rolled back or committed.", name);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  synchronized boolean isRunning() {
    return executor != null;
  }

  boolean goesOn() {
    return !stopping;
  }
}
