package org.glasnost.web.transport;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.glasnost.rule.Finding;
import org.glasnost.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what came over TLS, to us or to a proxy that is trusted and says so, and what came from
 * this machine itself. All else is refused before anything of it is read: no password is verified
 * that was sent in clear. Stands before the application, so that nothing passes beside it.
 *
 * <p>The refusal is a 403: no client repeats it by itself, as it may with a 421, and nothing is
 * wrong with the form of the request, as a 400 would say.
 */
public final class SecureTransport extends ValveBase {
  private static final Logger LOG = LoggerFactory.getLogger(SecureTransport.class);
  private static final String HSTS = "Strict-Transport-Security";

  /** A year, as RFC 6797 section 6.1.1 has in its examples and browsers ask for. */
  private static final String FOR_A_YEAR = "max-age=31536000; includeSubDomains";

  private static final String IN_CLEAR =
      "This came over plain HTTP, and nothing of it was done or verified. Call by https. If it held"
          + " a password, change it: others may have read it on the way.";
  private static final Finding PLAIN = Finding.error("WEB-0300", IN_CLEAR);

  private final JsonMapper json;

  SecureTransport(JsonMapper json) {
    super(true);
    this.json = json;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    mark(request, response);
    if (request.isSecure() || isFromThisMachine(request)) {
      getNext().invoke(request, response);
    } else {
      refuse(request, response);
    }
  }

  /** Has browsers come by TLS alone from now on; never said on plain HTTP (RFC 6797, 7.2). */
  public static void mark(HttpServletRequest request, HttpServletResponse response) {
    if (request.isSecure()) {
      response.setHeader(HSTS, FOR_A_YEAR);
    }
  }

  /** Whether the peer of the connection is a proxy that may speak for others. */
  public static boolean isByProxy(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
  }

  /** By the ends of the connection, whatever headers say; and not by a proxy for somebody else. */
  private static boolean isFromThisMachine(Request request) {
    boolean forSomebodyElse =
        isByProxy(request)
            && (request.getHeader(TrustedProxies.PROTOCOL) != null
                || !request.getRemoteAddr().equals(request.getPeerAddr()));
    return Addresses.isLoopback(request.getPeerAddr())
        && Addresses.isLoopback(request.getLocalAddr())
        && !forSomebodyElse;
  }

  private void refuse(Request request, Response response) throws IOException {
    LOG.atWarn().addKeyValue("peer", request.getPeerAddr()).log("refused over plain HTTP");
    String path = request.getRequestURI();
    byte[] body =
        json.writeValueAsBytes(
            Problem.of(HttpStatus.FORBIDDEN, IN_CLEAR, path == null ? "" : path, List.of(PLAIN)));
    // The container may have refused its form already; nothing of that is told over this line.
    response.setSuspended(false);
    BareAnswers.guard(response);
    response.setStatus(HttpStatus.FORBIDDEN.value());
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
