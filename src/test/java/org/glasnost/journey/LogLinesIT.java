package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Whatever a caller sends, no line of the log is of their writing. The demonstration's lines are
 * plain words without the escapes that lines of JSON have, so what holds there holds for both.
 */
class LogLinesIT {
  private static final String FORGED = "12:00:00 ERROR forged.by.a.caller";
  private static final List<String> BREAKS =
      List.of("\r\n", "\n", "\r", "\u2028", "\u0085", "%0d%0a", "%0a", "\\n");

  /** Lines of the container about requests that it cannot read quote them. */
  private static final List<String> QUOTING =
      List.of(
          "org.apache.coyote.http11.Http11Processor",
          "org.apache.tomcat.util.http.Parameters",
          "org.apache.tomcat.util.http.parser.Cookie");

  @Test
  void noLineIsOfACallersWriting() throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(Databases.H2);
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    OutputStreamAppender<ILoggingEvent> listening = new OutputStreamAppender<>();
    listening.setContext(root.getLoggerContext());
    listening.setEncoder(console(root).getEncoder());
    listening.setOutputStream(written);
    listening.start();
    root.addAppender(listening);
    try {
      for (String end : BREAKS) {
        asUserName(glasnost, "nobody" + end + FORGED);
        asTexts(glasnost, "x" + end + FORGED);
        asHeadOfRequests(glasnost, "x" + end + FORGED);
      }
    } finally {
      root.detachAppender(listening);
    }
    String log = written.toString(StandardCharsets.UTF_8);
    assertThat(log.lines()).as("lines of requests").anyMatch(line -> line.contains("request "));
    assertThat(log.split("\\R", -1)).noneMatch(line -> line.startsWith(FORGED.substring(0, 14)));
    assertThat(log).doesNotContain("forged.by.a.caller");
    for (String logger : QUOTING) {
      assertThat(LoggerFactory.getLogger(logger).isInfoEnabled()).as(logger).isFalse();
    }
  }

  private static void asUserName(RunningGlasnost glasnost, String name) {
    assertThat(new Caller(glasnost.address(), name, name).get("/api/me").status()).isEqualTo(401);
    new SignedInPages(glasnost).tries(name, name);
    Caller.bearing(glasnost.address(), "glasnost." + encoded(name)).get("/api/me");
  }

  private static void asTexts(RunningGlasnost glasnost, String words) {
    Caller intake = glasnost.as("intake.nara");
    for (String member : List.of("title", "originatingAgency", "documentDate", "recordStatus")) {
      Caller.Answer answer =
          intake.post("/api/documents", Map.of("text", "fictitious", member, words));
      assertThat(answer.status()).isLessThan(500);
    }
    assertThat(intake.post("/api/documents", "{\"text\":\"" + words).status()).isEqualTo(400);
    assertThat(intake.post("/api/documents", Map.of(words, words)).status()).isEqualTo(400);
    for (String parameter : List.of("q", "case", "after", "state", "limit")) {
      String path = "/api/documents?" + parameter + "=" + percent(words);
      assertThat(intake.get(path).status()).isLessThan(500);
    }
    intake.get("/api/documents/" + percent(words));
    intake.get("/api/" + percent(words) + "?" + percent(words) + "=1");
    new SignedInPages(glasnost).as("intake.nara").reads("/documents/" + percent(words));
  }

  /** In the line of the request and in headers, which no client of Java would send. */
  private static void asHeadOfRequests(RunningGlasnost glasnost, String words) throws IOException {
    String end = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    for (String request :
        List.of(
            "GET /api/" + words + end + "\r\n",
            "GET /api/me?" + words + end + "\r\n",
            "FORGED" + words + " /api/me" + end + "\r\n",
            "GET /api/me HTTP/1.1" + words + "\r\nHost: x\r\n\r\n",
            "GET /api/me" + end + "User-Agent: " + words + "\r\n\r\n",
            "GET /api/me" + end + "X-Request-Id: " + words + "\r\n\r\n",
            "GET /api/me" + end + "X-Folded: x\r\n " + words + "\r\n\r\n",
            "GET /api/me" + end + "Authorization : Basic " + words + "\r\n\r\n",
            "GET /api/me" + end + "Cookie: glasnost=\"" + words + "; a@b=" + words + "\r\n\r\n",
            "GET /api/me" + end + "Accept: " + words + "\r\n\r\n",
            "GET /api/me" + end + "traceparent: " + words + "\r\n\r\n",
            "GET /api/me" + end + "Transfer-Encoding: " + words + "\r\n\r\n",
            "POST /login"
                + end
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + ("%zz" + words).getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n%zz"
                + words)) {
      int port = URI.create(glasnost.address()).getPort();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (SocketException reset) {
        // What was sent after the end is answered so.
      }
    }
  }

  private static ConsoleAppender<ILoggingEvent> console(Logger root) {
    Iterator<Appender<ILoggingEvent>> appenders = root.iteratorForAppenders();
    while (appenders.hasNext()) {
      if (appenders.next() instanceof ConsoleAppender<ILoggingEvent> console) {
        return console;
      }
    }
    throw new AssertionError("nothing is written to the console");
  }

  private static String encoded(String words) {
    return Base64.getUrlEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
  }

  private static String percent(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
