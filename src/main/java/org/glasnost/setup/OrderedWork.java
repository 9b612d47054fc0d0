package org.glasnost.setup;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.glasnost.content.Rewrapping;
import org.glasnost.history.retention.CarryingOutLapse;
import org.glasnost.process.running.CarryingOutMigration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every other second whether something that people ordered is to be carried out, or was cut
 * off, and carries it out. Stops between two batches.
 */
final class OrderedWork implements SmartLifecycle {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Background background;

  /**
   * @param name of its thread
   * @param pass carries out what there is, and asks before each batch whether to go on
   */
  OrderedWork(String name, Consumer<BooleanSupplier> pass) {
    background = new Background(name, EVERY, () -> pass.accept(this::goesOn));
  }

  /** What people order and the application carries out by itself. */
  @Configuration(proxyBeanMethods = false)
  static class Orders {
    Orders() {}

    @Bean
    OrderedWork keyRotation(Rewrapping rewrapping) {
      return new OrderedWork("key-rotation", rewrapping::pass);
    }

    @Bean
    OrderedWork lapse(CarryingOutLapse lapse) {
      return new OrderedWork("lapse", lapse::pass);
    }

    @Bean
    OrderedWork migration(CarryingOutMigration migrations) {
      return new OrderedWork("migration", migrations::pass);
    }
  }

  private boolean goesOn() {
    return background.goesOn();
  }

  @Override
  public void start() {
    background.start();
  }

  @Override
  public void stop() {
    background.stop();
  }

  @Override
  public boolean isRunning() {
    return background.isRunning();
  }
}
