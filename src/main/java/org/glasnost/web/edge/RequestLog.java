package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.glasnost.web.Callers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request an id and writes one line about it when it is done: method, pattern of the
 * path, status, duration, account. Never the path itself, the query, a header or the body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final String REQUEST_ID = "requestId";

  RequestLog() {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = UUID.randomUUID().toString();
    long started = System.nanoTime();
    int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
    MDC.put(REQUEST_ID, id);
    response.setHeader("X-Request-Id", id);
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } catch (InvalidParameterException unreadable) {
      // A form that is broken or too large: the container answers so when we have passed it on.
      status = unreadable.getErrorCode();
      throw unreadable;
    } finally {
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      LOG.atInfo()
          .addKeyValue("method", request.getMethod())
          .addKeyValue("path", pattern == null ? "-" : pattern.toString())
          .addKeyValue("status", status)
          .addKeyValue("durationMs", Duration.ofNanos(System.nanoTime() - started).toMillis())
          .addKeyValue("actor", Callers.knownIn(request).map(p -> p.id().toString()).orElse("-"))
          .log("request");
      MDC.remove(REQUEST_ID);
    }
  }
}
