package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the container answers by itself, before our filters or beside them, sent byte by byte as no
 * client sends it.
 *
 * <p>Three answers have no head, or nothing to put into it: HTTP/0.9, which has none; words that do
 * not even name a version, answered as if by HTTP/0.9; and {@code OPTIONS *}, which has no body.
 */
class ContainerAnswersIT {
  private static final String REST = "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
  private static final String SHOWS_NOTHING =
      "content-security-policy: default-src 'none'; frame-ancestors 'none'";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a%2Fb HTTP/1.1",
        "GET /a\\b HTTP/1.1",
        "GET /%00 HTTP/1.1",
        "GET /a b HTTP/1.1",
        "GET /../../x HTTP/1.1",
        "GET http://elsewhere.example/login HTTP/1.1",
        "G@T /login HTTP/1.1",
        "CONNECT 127.0.0.1:1 HTTP/1.1",
        "GET /login HTTP/2.0",
        "GET /login HTTP/9.9",
        "GET /login HTTP/1.1\r\nHost: another.example",
        "GET /login HTTP/1.1\r\nNo colon here",
        "GET /login HTTP/1.1\r\nX-Control: a\u0001b",
        "POST /login HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
        "POST /login HTTP/1.1\r\nContent-Length: -1",
        "POST /login HTTP/1.1\r\nTransfer-Encoding: something",
        "POST /login HTTP/1.1\r\nExpect: something"
      })
  void whatTheContainerRefusesIsAProblemThatShowsNothing(String head) throws IOException {
    refusedInOurForm(head + REST);
  }

  @Test
  void soIsWhatIsTooLargeHasNoHostOrIsNoHttpAtAll() throws IOException {
    refusedInOurForm("GET /login HTTP/1.1\r\nX-Large: " + "a".repeat(100_000) + REST);
    refusedInOurForm("GET /" + "a".repeat(100_000) + " HTTP/1.1" + REST);
    refusedInOurForm("GET /login HTTP/1.1\r\nConnection: close\r\n\r\n");
    refusedInOurForm("\u0000\u0001\u0002\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BREW /login HTTP/1.1",
        "TRACE /login HTTP/1.1",
        "GET /login?a=%zz HTTP/1.1",
        "GET /login?a=%e0%80 HTTP/1.1",
        "GET /api/me?a=%zz HTTP/1.1",
        "GET /api/openapi?a=%zz HTTP/1.1"
      })
  void whatOurOwnSideCannotReadIsNotOursToBlameAndBearsTheHeaders(String head) throws IOException {
    String answer = answer(head + REST);
    assertThat(answer).startsWith("http/1.1 4");
    bearsHeaders(answer, "content-security-policy: default-src 'none'; ");
  }

  @Test
  void aBodyInPartsThatAreNoneIsRefusedInAnAnswerWithTheHeaders() throws IOException {
    String answer =
        answer(
            "POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Transfer-Encoding: chunked"
                + REST
                + "zz\r\nab\r\n");
    assertThat(answer).startsWith("http/1.1 400");
    bearsHeaders(answer, "content-security-policy: default-src 'none'; ");
  }

  private static void refusedInOurForm(String request) throws IOException {
    String answer = answer(request);
    assertThat(answer)
        .containsPattern("^http/1.1 (400|417|501|505)")
        .contains("content-type: application/problem+json", "\"title\"");
    bearsHeaders(answer, SHOWS_NOTHING + "\r\n");
  }

  private static void bearsHeaders(String answer, String policy) {
    String head = answer.substring(0, answer.indexOf("\r\n\r\n") + 2);
    assertThat(head).contains(policy, "x-content-type-options: nosniff\r\n", "no-store");
    for (String name : List.of("content-security-policy", "x-content-type-options")) {
      assertThat(head.split(name + ":", -1)).as("%s, once", name).hasSize(2);
    }
    assertThat(answer).doesNotContain("tomcat", "apache", "\tat ", "exception", "server:");
  }

  private static String answer(String request) throws IOException {
    URI address = URI.create(RunningGlasnost.on(Databases.H2).address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .toLowerCase(Locale.ROOT);
    }
  }
}
