package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
  @Test
  void fourAreFreeAndEachFurtherOneWaitsTwiceAsLongUpToAnHour() {
    assertThat(SignInAttempts.wait(1)).isZero();
    assertThat(SignInAttempts.wait(4)).isZero();
    assertThat(SignInAttempts.wait(5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(SignInAttempts.wait(6)).isEqualTo(Duration.ofMinutes(1));
    assertThat(SignInAttempts.wait(11)).isEqualTo(Duration.ofMinutes(32));
    assertThat(SignInAttempts.wait(12)).isEqualTo(Duration.ofHours(1));
    assertThat(SignInAttempts.wait(99)).isEqualTo(Duration.ofHours(1));
  }
}
