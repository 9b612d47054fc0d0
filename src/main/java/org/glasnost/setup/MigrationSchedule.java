package org.glasnost.setup;

import java.time.Duration;
import org.glasnost.process.running.CarryingOutMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every other second whether instances of a process are to move to another version, or
 * whether moving them was cut off, and moves them. Stops between two batches.
 */
@Component
class MigrationSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MigrationSchedule.class);

  private final CarryingOutMigration migrations;
  private final Background background =
      new Background("migration", Duration.ofSeconds(2), this::look);

  MigrationSchedule(CarryingOutMigration migrations) {
    this.migrations = migrations;
  }

  @Override
  public void start() {
    background.start();
  }

  @Override
  public void stop() {
    if (!background.stop()) {
      LOG.warn("A batch of instances is still moving; that is rolled back or committed.");
    }
  }

  @Override
  public boolean isRunning() {
    return background.isRunning();
  }

  private void look() {
    try {
      migrations.pass(background::goesOn);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("Instances of a process will be moved again later: {}", e.getMessage());
    }
  }
}
