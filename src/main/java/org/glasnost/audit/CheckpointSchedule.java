package org.glasnost.audit;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Signs the tree whenever it has grown, so that what is lost afterwards can be found. */
@Component
public class CheckpointSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Checkpoints checkpoints;
  private @Nullable ScheduledExecutorService executor;
  private @Nullable Future<?> schedule;

  /**
   * @param checkpoints which sign
   */
  public CheckpointSchedule(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public synchronized void start() {
    if (executor == null) {
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread thread = new Thread(work, "journal-checkpoints");
                thread.setDaemon(true);
                return thread;
              });
      schedule =
          started.scheduleWithFixedDelay(
              this::sign, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
      executor = started;
    }
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    Future<?> scheduled = schedule;
    schedule = null;
    if (running != null && scheduled != null) {
      scheduled.cancel(false);
      running.shutdown();
      sign();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }

  /** After the sequencer at the start, before it at the end. */
  @Override
  public int getPhase() {
    return 1;
  }

  private void sign() {
    try {
      checkpoints.current();
    } catch (Refused e) {
      Finding why = e.findings().get(0);
      LOG.error("{}: {}", why.rule(), why.message());
    } catch (IllegalStateException | UncheckedIOException e) {
      LOG.error("The journal cannot be signed: {}", e.getMessage());
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The journal's next checkpoint will be tried again: {}", e.getMessage());
    }
  }
}
