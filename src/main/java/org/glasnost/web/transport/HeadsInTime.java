package org.glasnost.web.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 as Tomcat speaks it, which ends connections whose handshake or whose request's head does
 * not come in time. Tomcat's own time counts from byte to byte, so that one byte now and then would
 * hold a connection for hours.
 */
public final class HeadsInTime extends Http11NioProtocol {
  private static final Logger LOG = LoggerFactory.getLogger(HeadsInTime.class);

  private final Map<SocketWrapperBase<NioChannel>, Long> shaking = new WeakHashMap<>();
  private long patience = Duration.ofSeconds(20).toNanos();
  private @Nullable ScheduledFuture<?> sweeps;

  /** For Tomcat. */
  public HeadsInTime() {}

  void within(Duration time) {
    this.patience = time.toNanos();
  }

  @Override
  public void start() throws Exception {
    super.start();
    sweeps = getUtilityExecutor().scheduleWithFixedDelay(() -> sweep(), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
    super.stop();
  }

  private void sweep() {
    long now = System.nanoTime();
    Set<SocketWrapperBase<NioChannel>> open = getEndpoint().getConnections();
    for (SocketWrapperBase<NioChannel> connection : open) {
      try {
        if (!connection.isClosed() && isLate(connection, now)) {
          getEndpoint().processSocket(connection, SocketEvent.ERROR, true);
        }
      } catch (RuntimeException closing) {
        // It may be closed while it is looked at. The others are looked at all the same.
        LOG.debug("a connection could not be looked at", closing);
      }
    }
  }

  private boolean isLate(SocketWrapperBase<NioChannel> connection, long now) {
    if (!connection.getSocket().isHandshakeComplete()) {
      return now - shaking.computeIfAbsent(connection, first -> now) > patience;
    }
    shaking.remove(connection);
    if (connection.getCurrentProcessor() instanceof AbstractProcessor processor) {
      Request request = processor.getRequest();
      int stage = request.getRequestProcessor().getStage();
      long began = request.getStartTimeNanos();
      // Between two parts of a head no thread has it, and Tomcat calls that the end of its work;
      // a request that was answered has no beginning any more.
      return (stage == Constants.STAGE_PARSE || stage == Constants.STAGE_ENDED)
          && !processor.isAsync()
          && began >= 0
          && now - began > patience;
    }
    return false;
  }
}
