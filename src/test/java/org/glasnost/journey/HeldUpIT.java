package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks too much of the server is held up, and the others are served. */
class HeldUpIT {
  private static final int SLOW = 50;

  @TempDir static Path directory;
  private static GlasnostProcess glasnost;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> low = new HashMap<>();
    low.put("glasnost.web.limits.caller.per-second", "1");
    low.put("glasnost.web.limits.caller.burst", "20");
    low.put("glasnost.web.limits.calls.loopback.per-second", "20");
    low.put("glasnost.web.limits.calls.loopback.burst", "30");
    low.put("glasnost.web.limits.sign-ins.loopback.per-second", "1");
    low.put("glasnost.web.limits.sign-ins.loopback.burst", "5");
    low.put("glasnost.web.patience.head", "3s");
    low.put("glasnost.web.patience.body-grace", "3s");
    glasnost =
        GlasnostProcess.demonstration(directory, Databases.H2.emptyUrl(directory), low)
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    glasnost.close();
  }

  @Test
  void aCallerWhoCallsTooOftenIsToldWhenToCallAgainAndOthersGoOn() throws Exception {
    Caller often = glasnost.as("reviewer.cia");
    Caller.Answer held = untilHeldUp(() -> often.get("/api/me"));

    assertThat(held.rules()).containsExactly("WEB-0301");
    assertThat(taken(() -> glasnost.as("reviewer.nsc").get("/api/me")).status()).isEqualTo(200);
    assertThat(taken(() -> often.get("/api/me")).status()).isEqualTo(200);
  }

  @Test
  void anAddressThatTriesTooManyPasswordsIsHeldUpBeforeOneIsVerified() throws Exception {
    Caller guessing = new Caller(glasnost.address(), "auditor", "not the password");
    Caller.Answer held = untilHeldUp(() -> guessing.get("/api/me"));

    assertThat(held.rules()).containsExactly("WEB-0303");
    assertThat(held.header("WWW-Authenticate")).isNull();
    assertThat(taken(() -> glasnost.as("auditor").get("/api/me")).status()).isEqualTo(200);
  }

  @Test
  void anAddressThatTriesTooManyTokensIsHeldUpLikeOneThatTriesPasswords() throws Exception {
    String guessed = "glasnost." + "0".repeat(32) + ".";
    int[] tried = {0};
    Caller.Answer held =
        untilHeldUp(
            () -> {
              String token = guessed + String.format("%043d", tried[0]++);
              return Caller.bearing(glasnost.address(), token).get("/api/me");
            });

    assertThat(held.rules()).containsExactly("WEB-0303");
    assertThat(taken(() -> glasnost.as("auditor").get("/api/me")).status()).isEqualTo(200);
  }

  @Test
  void anAddressThatCallsTooOftenAsNobodyIsHeldUp() throws Exception {
    Caller nobody = Caller.nobody(glasnost.address());
    Caller.Answer held = untilHeldUp(() -> nobody.get("/actuator/health"));
    assertThat(held.rules()).containsExactly("WEB-0302");

    Caller.Answer page = untilHeldUp(() -> nobody.get("/login", "text/html"));
    assertThat(page.body()).contains("more often than is taken", "call again in");
    assertThat(taken(() -> nobody.get("/login", "text/html")).status()).isEqualTo(200);
  }

  @Test
  void credentialsThatNobodyLooksAtAndAnotherSpellingHelpNobody() throws Exception {
    Caller pretending = Caller.nobody(glasnost.address()).with("Authorization", "x");
    for (String open : List.of("/actuator/health", "/login", "/css/glasnost.css")) {
      Caller.Answer held = untilHeldUp(() -> pretending.get(open, "text/html, */*"));
      assertThat(held.status()).as(open).isEqualTo(429);
      taken(() -> pretending.get(open, "text/html, */*"));
    }
    for (int i = 0; i < 60; i++) {
      Caller.Answer right = taken(() -> glasnost.as("intake.nara").get("/actuator/health"));
      assertThat(right.status()).as("right ones, where nobody asks").isEqualTo(200);
    }
    for (String other : List.of("/%6cogin", "/%61pi/me", "/api/m%65", "/%7Elogin", "/login%2Dx")) {
      Caller.Answer answer = taken(() -> Caller.nobody(glasnost.address()).get(other));
      assertThat(answer.status()).as(other).isEqualTo(400);
      assertThat(answer.rules()).as(other).containsExactly("WEB-0305");
    }
  }

  @Test
  void aHeadTooLargeIsAnsweredInWords() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), glasnost.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /api/me HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(100_000) + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "16 KB", "WEB-0304");
    }
  }

  @Test
  void whoSendsAByteASecondKeepsNobodyWaitingAndIsCutOff() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), glasnost.port());
        socket.getOutputStream().write(beginning(i % 3).getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(60_000);
        slow.add(socket);
      }
      Thread drip = new Thread(() -> drip(slow));
      drip.setDaemon(true);
      drip.start();

      Caller other = glasnost.as("classifier.state");
      for (int i = 0; i < 5; i++) {
        assertThat(taken(() -> other.get("/api/me")).status()).isEqualTo(200);
      }
      for (int i = 0; i < SLOW; i++) {
        String answer = all(slow.get(i));
        if (i % 3 == 0) {
          assertThat(answer).as("a head is not waited for").isEmpty();
        } else {
          assertThat(answer).startsWith("HTTP/1.1 408").contains("too slowly");
        }
      }
      drip.join();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** The head by itself; a body that is read; a body that nobody reads. */
  private static String beginning(int kind) {
    String credentials =
        Base64.getEncoder()
            .encodeToString("intake.nara:intake.nara".getBytes(StandardCharsets.UTF_8));
    String body = "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{";
    return switch (kind) {
      case 0 -> "GET /api/me HTTP/1.1\r\nHost: x\r\nX-Slow: ";
      case 1 ->
          "POST /api/markings/parse HTTP/1.1\r\nHost: x\r\nAuthorization: Basic "
              + credentials
              + "\r\n"
              + body;
      default -> "GET /actuator/health HTTP/1.1\r\nHost: x\r\n" + body;
    };
  }

  /** A byte a second to each, until none of them takes any more. */
  private static void drip(List<Socket> slow) {
    List<Socket> open = new ArrayList<>(slow);
    while (!open.isEmpty()) {
      open.removeIf(
          socket -> {
            try {
              socket.getOutputStream().write(' ');
              return false;
            } catch (IOException cutOff) {
              return true;
            }
          });
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Whatever comes until the connection ends, in either way. */
  private static String all(Socket socket) throws IOException {
    StringBuilder came = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] part = new byte[4096];
    try {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        came.append(new String(part, 0, read, StandardCharsets.UTF_8));
      }
    } catch (SocketTimeoutException never) {
      throw new AssertionError("not cut off, and told: " + came, never);
    } catch (IOException reset) {
      // What was sent after the end is answered so.
    }
    return came.toString();
  }

  private static Caller.Answer untilHeldUp(Supplier<Caller.Answer> call) {
    Caller.Answer answer = call.get();
    for (int i = 0; i < 1000 && answer.status() != 429; i++) {
      answer = call.get();
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(answer.raw().headers().allValues("X-Content-Type-Options"))
        .containsExactly("nosniff");
    assertThat(answer.raw().headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.raw().headers().allValues("Content-Security-Policy"))
        .hasSize(1)
        .allMatch(policy -> policy.contains("default-src 'none'"));
    return answer;
  }

  /** Calls again when it was told to. */
  private static Caller.Answer taken(Supplier<Caller.Answer> call) throws InterruptedException {
    Caller.Answer answer = call.get();
    for (int i = 0; i < 20 && answer.status() == 429; i++) {
      Thread.sleep(1000L * Long.parseLong(String.valueOf(answer.header("Retry-After"))));
      answer = call.get();
    }
    return answer;
  }
}
