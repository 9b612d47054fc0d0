package org.glasnost.web.edge;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.glasnost.web.Problem;
import org.glasnost.web.transport.SecureTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers in our own form where the container refuses a request before anything of ours has seen
 * it: a path with an encoded slash, a method that it does not know.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final JsonMapper json;

  UnreadRequests(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Answer(json)));
  }

  private static final class Answer extends ErrorReportValve {
    private final JsonMapper json;

    Answer(JsonMapper json) {
      this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      HttpStatus status = HttpStatus.resolve(response.getStatus());
      String path = request.getRequestURI();
      Problem problem =
          Problem.of(
              status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, path == null ? "" : path);
      // An error that the container met has taken all headers away.
      SecureTransport.mark(request, response);
      try {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
        response.finishResponse();
      } catch (IOException gone) {
        container.getLogger().debug("nobody waits for the answer any more", gone);
      }
    }
  }
}
