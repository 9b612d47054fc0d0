package org.glasnost.setup;

import java.time.Duration;
import org.glasnost.content.Rewrapping;
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

  private final Rewrapping rewrapping;
  private final Background background =
      new Background("key-rotation", Duration.ofSeconds(2), this::look);

  RewrappingSchedule(Rewrapping rewrapping) {
    this.rewrapping = rewrapping;
  }

  @Override
  public void start() {
    background.start();
  }

  @Override
  public void stop() {
    if (!background.stop()) {
      LOG.warn("A batch of content keys is still under way; it is rolled back or committed.");
    }
  }

  @Override
  public boolean isRunning() {
    return background.isRunning();
  }

  private void look() {
    try {
      rewrapping.pass(background::goesOn);
    } catch (IllegalStateException e) {
      LOG.error("The wrapping key cannot be rotated: {}", e.getMessage());
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The rotation of the wrapping key will be tried again: {}", e.getMessage());
    }
  }
}
