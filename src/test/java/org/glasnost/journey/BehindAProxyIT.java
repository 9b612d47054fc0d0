package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.FurtherAccounts.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Production behind a proxy with TLS on the same machine, which this test plays: over loopback it
 * is the proxy, over the machine's own address it is anybody.
 */
class BehindAProxyIT {
  private static final String HSTS = "Strict-Transport-Security";
  private static final String FOR_A_YEAR = "max-age=31536000; includeSubDomains";
  private static final Person AUDITOR = new Person("auditor", "AUDITOR", "NARA", "SECRET");
  private static final String[] BY_TLS = {
    "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9"
  };

  @TempDir static Path directory;
  private static GlasnostProcess glasnost;

  @BeforeAll
  static void start() throws Exception {
    String url = Databases.POSTGRESQL.emptyUrl(directory);
    Map<String, String> settings = InProduction.settings(directory, url);
    settings.put("server.address", "0.0.0.0");
    settings.put("glasnost.web.trusted-proxies", "127.0.0.1,::1");
    glasnost = GlasnostProcess.start(directory, settings).awaitReady();
    InProduction.run(url, FurtherAccounts.sql(List.of(AUDITOR)));
  }

  @AfterAll
  static void stop() {
    glasnost.close();
  }

  @Test
  void whatCameByTlsToTheProxyIsSecureWithEveryAnswer() throws Exception {
    Caller auditor = glasnost.as("auditor").with(BY_TLS);

    Caller.Answer me = auditor.get("/api/me");
    assertThat(me.status()).as(me.body()).isEqualTo(200);
    Caller.Answer login = Caller.nobody(glasnost.address()).with(BY_TLS).get("/login", "text/html");
    assertThat(login.raw().headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-glasnost=")
                    .contains("; Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                    .doesNotContain("Domain"));
    for (String path :
        List.of(
            "/api/me",
            "/api/nowhere",
            "/actuator/health",
            "/engine-rest/version",
            "/engine-rest/task",
            "/login",
            "/css/glasnost.css",
            "/nowhere")) {
      assertThat(auditor.get(path).raw().headers().allValues(HSTS))
          .as(path)
          .containsExactly(FOR_A_YEAR);
    }
    String refusedByTheContainer =
        raw(
            InetAddress.getLoopbackAddress(),
            "GET /a%2Fb HTTP/1.1\r\nHost: x\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");
    assertThat(refusedByTheContainer).startsWith("HTTP/1.1 400").contains(HSTS + ": " + FOR_A_YEAR);
  }

  @Test
  void aSessionThatANeighbouringHostPlantedIsNotTakenUp() throws Exception {
    Caller byTls = Caller.nobody(glasnost.address()).with(BY_TLS);
    Tab own = new Tab(glasnost.address(), BY_TLS);
    own.signsIn("auditor");
    String name = "__Host-glasnost=";

    assertThat(whoIs(byTls.with(with(BY_TLS, name + own.cookie())))).isEqualTo(200);
    assertThat(whoIs(byTls.with(with(BY_TLS, "glasnost=" + own.cookie()))))
        .as("the very session, by a name that a neighbour can plant")
        .isEqualTo(401);
    assertThat(whoIs(byTls.with(with(BY_TLS, "glasnost=x; " + name + own.cookie()))))
        .as("beside one that was planted")
        .isEqualTo(200);
  }

  private static int whoIs(Caller caller) {
    return caller.get("/api/me").status();
  }

  private static String[] with(String[] headers, String cookie) {
    return Stream.concat(Arrays.stream(headers), Stream.of("Cookie", cookie))
        .toArray(String[]::new);
  }

  @Test
  void theProxyIsBelievedOfNothingElse() {
    Caller.Answer sentOn =
        Caller.nobody(glasnost.address())
            .with(
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "elsewhere.example",
                "X-Forwarded-Prefix",
                "/prefix",
                "Forwarded",
                "host=elsewhere.example;proto=http")
            .get("/tasks", "text/html");

    assertThat(sentOn.status()).isEqualTo(302);
    assertThat(sentOn.header("Location")).endsWith("/login").doesNotContain("elsewhere", "prefix");
  }

  @Test
  void whatCameToTheProxyInClearIsRefused() {
    for (String[] told :
        List.of(
            new String[] {"X-Forwarded-Proto", "http", "X-Forwarded-For", "203.0.113.9"},
            new String[] {"X-Forwarded-For", "203.0.113.9"},
            new String[] {"X-Forwarded-Proto", "http"})) {
      refused(glasnost.as("auditor").with(told));
    }
  }

  @Test
  void theMachineItselfMayCallInClearAndIsToldNothingOfHsts() {
    Caller.Answer health = Caller.nobody(glasnost.address()).get("/actuator/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.header(HSTS)).isNull();
    assertThat(glasnost.as("auditor").get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void whoIsNoProxyIsRefusedInClearWhateverTheySay() throws Exception {
    InetAddress own = addressOfThisMachine();
    String address = "http://" + own.getHostAddress() + ":" + glasnost.port();
    Caller auditor = glasnost.as("auditor");
    int before = refusals(auditor);

    for (String[] told :
        List.of(
            new String[] {"X-Nothing", "told"},
            BY_TLS,
            new String[] {"X-Forwarded-For", "127.0.0.1", "Forwarded", "for=127.0.0.1;proto=https"},
            new String[] {"X-Forwarded-Proto", "https", "X-Forwarded-Ssl", "on"})) {
      refused(new Caller(address, "auditor", "auditor").with(told));
      refused(new Caller(address, "auditor", "not the password").with(told));
    }
    Caller.Answer health = Caller.nobody(address).get("/actuator/health");
    assertThat(health.status()).isEqualTo(403);
    assertThat(refusals(auditor)).as("no password was verified").isEqualTo(before);
    assertThat(raw(own, "GET /a%2Fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("WEB-0300", "nosniff", "default-src 'none'", "no-store");
  }

  private static void refused(Caller caller) {
    Caller.Answer answer = caller.get("/api/me");
    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    assertThat(answer.rules()).containsExactly("WEB-0300");
    assertThat(answer.header(HSTS)).isNull();
    assertThat(answer.header("Set-Cookie")).isNull();
  }

  private static int refusals(Caller auditor) {
    return auditor
        .get("/api/journal/events?kind=SIGN_IN_REFUSED&limit=200")
        .json()
        .path("items")
        .size();
  }

  private static String raw(InetAddress to, String request) throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(to, glasnost.port()));
      OutputStream sent = socket.getOutputStream();
      sent.write(request.getBytes(StandardCharsets.US_ASCII));
      sent.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InetAddress addressOfThisMachine() throws SocketException {
    List<InetAddress> found = new ArrayList<>();
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .forEach(found::add);
    assertThat(found)
        .as("this machine's addresses besides loopback, without which nothing is shown")
        .isNotEmpty();
    return found.get(0);
  }
}
