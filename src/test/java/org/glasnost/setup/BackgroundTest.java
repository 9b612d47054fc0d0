package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {

  @Test
  void workThatFailedIsTriedAgain() throws InterruptedException {
    CountDownLatch tries = new CountDownLatch(3);
    Background background =
        new Background(
            "trial",
            Duration.ofMillis(1),
            () -> {
              tries.countDown();
              throw new IllegalArgumentException("of whatever kind");
            });
    background.start();
    try {
      assertThat(tries.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(background.once()).isFalse();
    } finally {
      assertThat(background.stop()).isTrue();
    }
    assertThat(background.isRunning()).isFalse();
    assertThat(background.goesOn()).isFalse();
  }
}
