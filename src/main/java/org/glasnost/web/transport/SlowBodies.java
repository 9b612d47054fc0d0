package org.glasnost.web.transport;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.glasnost.web.BodyTooSlow;
import org.glasnost.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts off a body that comes too slowly to be meant: each one holds a thread while it is read, and
 * the container's own time counts from byte to byte. Counted is the time spent waiting for bytes,
 * never what the application takes.
 *
 * <p>What the application left unread of a body is read here, at the same pace: the container would
 * wait for it without one.
 */
final class SlowBodies extends ValveBase {
  private final JsonMapper json;
  private final Duration grace;
  private final int perSecond;

  SlowBodies(JsonMapper json, Duration grace, int perSecond) {
    super(true);
    this.json = json;
    this.grace = grace;
    this.perSecond = perSecond;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request read = request.getCoyoteRequest();
    InputBuffer own = read.getInputBuffer();
    Paced paced =
        new Paced(own, grace, perSecond, System::nanoTime, () -> BodyTooSlow.mark(request));
    read.setInputBuffer(paced);
    try {
      getNext().invoke(request, response);
      if (!request.isAsync()) {
        readRest(read);
      }
    } catch (IOException failed) {
      if (!paced.tooSlow()) {
        throw failed;
      }
    } finally {
      read.setInputBuffer(own);
    }
    if (paced.tooSlow()) {
      tell(request, response);
      read.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  private static void readRest(org.apache.coyote.Request read) throws IOException {
    if (read.hasExpectation() && read.getBytesRead() == 0) {
      // Whoever asked whether to send it was not told to.
      if (!read.isFinished()) {
        read.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
      return;
    }
    Passing passing = new Passing();
    while (!read.isFinished() && read.doRead(passing) >= 0) {
      passing.forget();
    }
  }

  private void tell(Request request, Response response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    String path = request.getRequestURI();
    response.setSuspended(false);
    response.reset();
    SecureTransport.mark(request, response);
    BareAnswers.guard(response);
    byte[] body =
        json.writeValueAsBytes(Problem.of(HttpStatus.REQUEST_TIMEOUT, path == null ? "" : path));
    response.setStatus(HttpStatus.REQUEST_TIMEOUT.value());
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** A body whose bytes are counted against the time that they took. */
  static final class Paced implements InputBuffer {
    private final InputBuffer body;
    private final long graceNanos;
    private final int perSecond;
    private final LongSupplier nanos;
    private final Runnable slowness;
    private long waited;
    private long came;
    private boolean tooSlow;

    Paced(InputBuffer body, Duration grace, int perSecond, LongSupplier nanos, Runnable slowness) {
      this.slowness = slowness;
      this.body = body;
      this.graceNanos = grace.toNanos();
      this.perSecond = perSecond;
      this.nanos = nanos;
    }

    boolean tooSlow() {
      return tooSlow;
    }

    @Override
    public int doRead(ApplicationBufferHandler into) throws IOException {
      if (tooSlow) {
        throw new BodyTooSlow();
      }
      long began = nanos.getAsLong();
      int read = body.doRead(into);
      waited += nanos.getAsLong() - began;
      came += Math.max(read, 0);
      if (read >= 0 && waited > graceNanos && came < waited / 1e9 * perSecond) {
        tooSlow = true;
        slowness.run();
        throw new BodyTooSlow();
      }
      return read;
    }

    @Override
    public int available() {
      return body.available();
    }
  }

  /** Takes what is read and keeps none of it. */
  private static final class Passing implements ApplicationBufferHandler {
    private ByteBuffer passed = ByteBuffer.allocate(0);

    void forget() {
      passed.position(passed.limit());
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      passed = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return passed;
    }

    @Override
    public void expand(int size) {}
  }
}
