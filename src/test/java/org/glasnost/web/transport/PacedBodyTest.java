package org.glasnost.web.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.glasnost.web.BodyTooSlow;
import org.glasnost.web.transport.SlowBodies.Paced;
import org.junit.jupiter.api.Test;

/** How slowly a body may come, by a clock that only the test moves. */
class PacedBodyTest {
  private final AtomicLong now = new AtomicLong();

  @Test
  void aByteASecondIsWaitedForUntilTheGraceIsOver() throws IOException {
    Paced body = paced(1, Duration.ofSeconds(1));
    for (int second = 0; second < 5; second++) {
      assertThat(body.doRead(new Nowhere())).isEqualTo(1);
    }
    assertThatThrownBy(() -> body.doRead(new Nowhere())).isInstanceOf(BodyTooSlow.class);
    assertThat(body.tooSlow()).isTrue();
    assertThatThrownBy(() -> body.doRead(new Nowhere())).isInstanceOf(BodyTooSlow.class);
  }

  @Test
  void aSlowLineIsEnough() throws IOException {
    Paced body = paced(100, Duration.ofSeconds(1));
    for (int second = 0; second < 600; second++) {
      assertThat(body.doRead(new Nowhere())).isEqualTo(100);
    }
    assertThat(body.tooSlow()).isFalse();
  }

  @Test
  void whatTheApplicationTakesIsNotTheCallersTime() throws IOException {
    Paced body = paced(1, Duration.ofMillis(1));
    for (int read = 0; read < 100; read++) {
      assertThat(body.doRead(new Nowhere())).isEqualTo(1);
      now.addAndGet(Duration.ofMinutes(1).toNanos());
    }
    assertThat(body.tooSlow()).isFalse();
  }

  private Paced paced(int bytes, Duration each) {
    InputBuffer body =
        new InputBuffer() {
          @Override
          public int doRead(ApplicationBufferHandler into) {
            now.addAndGet(each.toNanos());
            return bytes;
          }

          @Override
          public int available() {
            return 0;
          }
        };
    return new Paced(body, Duration.ofSeconds(5), 100, now::get, () -> {});
  }

  private static final class Nowhere implements ApplicationBufferHandler {
    @Override
    public void setByteBuffer(ByteBuffer buffer) {}

    @Override
    public ByteBuffer getByteBuffer() {
      return ByteBuffer.allocate(0);
    }

    @Override
    public void expand(int size) {}
  }
}
