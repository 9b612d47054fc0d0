package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a request leaves open where it ends, the server takes none after it: what a proxy took for
 * the one's body is never another's request.
 */
class SmuggledRequestsIT {
  private static final int PATIENCE_MILLIS = 60_000;

  /** Stands behind what is wrong, as if it were the next request; answered, it tells of itself. */
  private static final String SECOND =
      "GET /actuator/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  private static final String POST = "POST /api/markings/parse HTTP/1.1\r\nHost: x\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "Content-Length: 5, 6\r\n\r\nhello",
        "Content-Length: +5\r\n\r\nhello",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 0x5\r\n\r\nhello",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}}}\r\n0\r\n\r\n",
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n{}\r\n"
      })
  void whatIsAmbiguousIsRefusedAndEndsTheConnection(String rest) throws Exception {
    String answers = sent(POST + rest + SECOND);
    assertThat(answers).doesNotContain("\"UP\"");
    assertThat(answered(answers)).as(answers).isLessThanOrEqualTo(1);
    assertThat(answers).doesNotContain("HTTP/1.1 200");
  }

  /** RFC 9112 lets the chunks count, as long as nothing is taken from the connection after. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"
      })
  void ofALengthBesideChunksNothingComesAfter(String rest) throws Exception {
    String answers = sent(POST + rest + SECOND);
    assertThat(answers).doesNotContain("\"UP\"");
    assertThat(answered(answers)).as(answers).isEqualTo(1);
  }

  /** The tests above could not tell anything if no second request were answered at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\n\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
      })
  void whatIsClearIsFollowedByTheNext(String rest) throws Exception {
    String answers = sent(POST + rest + SECOND);
    assertThat(answers).contains("\"UP\"");
    assertThat(answered(answers)).isEqualTo(2);
  }

  private static int answered(String answers) {
    return List.of(answers.split("HTTP/1\\.1 ", -1)).size() - 1;
  }

  /** Everything that comes until the server closes the connection. */
  private static String sent(String bytes) throws IOException {
    int port = URI.create(RunningGlasnost.on(Databases.H2).address()).getPort();
    StringBuilder came = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      byte[] part = new byte[4096];
      for (int read = socket.getInputStream().read(part);
          read >= 0;
          read = socket.getInputStream().read(part)) {
        came.append(new String(part, 0, read, StandardCharsets.UTF_8));
      }
    } catch (SocketException reset) {
      // What was sent after the end is answered so.
    }
    return came.toString();
  }
}
