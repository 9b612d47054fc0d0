package org.glasnost.web.edge;

import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.glasnost.rule.Finding;
import org.glasnost.web.Problem;
import org.glasnost.web.transport.BareAnswers;
import org.glasnost.web.transport.SecureTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers in our own form where the container refuses a request before anything of ours has seen
 * it: a path with an encoded slash, a method that it does not know.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final JsonMapper json;
  private final DataSize mostOfHead;

  UnreadRequests(
      JsonMapper json, @Value("${server.max-http-request-header-size}") DataSize mostOfHead) {
    this.json = json;
    this.mostOfHead = mostOfHead;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Answer(json, mostOfHead)));
  }

  private static final class Answer extends ErrorReportValve {
    private final JsonMapper json;
    private final Finding unreadable;

    Answer(JsonMapper json, DataSize mostOfHead) {
      this.json = json;
      this.unreadable =
          Finding.error(
              "WEB-0304",
              "This cannot be read as a request: its path or a header is malformed, or its head is"
                  + " larger than "
                  + mostOfHead.toKilobytes()
                  + " KB.");
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
      Problem problem = problem(status, path == null ? "" : path);
      // An error that the container met has taken all headers away.
      SecureTransport.mark(request, response);
      BareAnswers.guard(response);
      try {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
        response.finishResponse();
      } catch (IOException gone) {
        container.getLogger().debug("nobody waits for the answer any more", gone);
      }
    }

    private Problem problem(@Nullable HttpStatus status, String path) {
      if (status == HttpStatus.BAD_REQUEST) {
        return Problem.of(status, unreadable.message(), path, List.of(unreadable));
      }
      return Problem.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, path);
    }
  }
}
