package org.glasnost.setup;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does one piece of work again and again on a thread of its own, and stops between two steps. */
final class Background {
  private static final Duration LONGEST_STEP = Duration.ofSeconds(30);

  private final String name;
  private final Duration every;
  private final Runnable work;
  private volatile boolean stopping;
  private @Nullable ScheduledExecutorService executor;

  /**
   * @param name of the thread
   * @param every how long it waits after each time, and before the first
   * @param work which asks {@link #goesOn} before each of its steps, and throws nothing
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
            work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    executor = started;
  }

  /** Whether all of it has come to its end; false while a step is still under way. */
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
      return running.awaitTermination(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS);
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
