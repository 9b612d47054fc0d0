package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.content.KeystoreFile;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.FurtherAccounts.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The application without a profile, as a process with an exit status and a log. */
class ProductionStartIT {
  /** Nothing a person was meant to read looks like this. */
  private static final String STACK_TRACE = "\tat ";

  private static final int ENDED_BY_SIGTERM = 143;
  private static final Person INTAKE =
      new Person("intake.nara", "INTAKE_OFFICER", "NARA", "SECRET");

  @TempDir Path directory;

  @Test
  void withNothingSetItSaysWhatToSetAndMakesNothing() throws Exception {
    try (GlasnostProcess glasnost = GlasnostProcess.start(directory, Map.of())) {
      assertThat(glasnost.ended()).isEqualTo(1);
      String said = String.join("\n", glasnost.log());
      assertThat(said)
          .contains(
              "glasnost.accreditation is not set",
              "glasnost.keystore.file is not set",
              "glasnost.keystore.password is not set",
              "glasnost.journal.key-file is not set",
              "production answers others by TLS alone")
          .doesNotContain(STACK_TRACE);
    }
    assertThat(directory.toFile().list()).containsExactly("log");
  }

  @Test
  void opensWithACodeOnceForTwoAdministratorsAndTwoSecurityOfficersAndNeverAsTheDemonstration()
      throws Exception {
    String url = Databases.POSTGRESQL.emptyUrl(directory);
    Map<String, String> settings = InProduction.settings(directory, url);
    try (GlasnostProcess glasnost = GlasnostProcess.start(directory, settings)) {
      glasnost.awaitReady();
      String code = FirstStartForm.code(glasnost.log());
      FirstStartForm form = new FirstStartForm(glasnost.address());

      theCodeIsValidForAnHour(url, form, code);
      whatIsWrongOpensNothing(url, form, code);
      theRightFormOpensFourAccountsOnce(glasnost, form, code);
      theHealthIsOpenAndTheRestIsForAdministrators(glasnost);

      run(url, FurtherAccounts.sql(List.of(INTAKE)));
      whatIsMarkedAboveTheAccreditationIsRefused(glasnost, url);
      aStopWaitsForTheRequestUnderWay(glasnost, url);
      everyRequestHasALineOfJsonWithoutContent(glasnost.log(), code);
    }

    withAnotherKeyStoreItSaysWhichOneItNeeds(settings);
    change(url, "update account set demo = true where user_name = 'a.security'");
    try (GlasnostProcess again = GlasnostProcess.start(directory, settings)) {
      assertThat(again.ended()).isEqualTo(1);
      assertThat(String.join("\n", again.log()))
          .contains("holds accounts of the demonstration")
          .doesNotContain(STACK_TRACE);
    }
  }

  /**
   * A key of the same name that opens nothing is told before the first request, not text by text.
   */
  private void withAnotherKeyStoreItSaysWhichOneItNeeds(Map<String, String> settings)
      throws Exception {
    Path other = directory.resolve("other.p12");
    String password = String.valueOf(settings.get("glasnost.keystore.password"));
    KeystoreFile.create(other, password.toCharArray());
    Map<String, String> wrong = new HashMap<>(settings);
    wrong.put("glasnost.keystore.file", other.toString());
    try (GlasnostProcess glasnost = GlasnostProcess.start(directory, wrong)) {
      assertThat(glasnost.ended()).isEqualTo(1);
      assertThat(String.join("\n", glasnost.log()))
          .contains(
              "The key store holds another key under the name content-1 than the one that opens"
                  + " content of this database")
          .doesNotContain(STACK_TRACE);
    }
  }

  private static void theCodeIsValidForAnHour(String url, FirstStartForm form, String code)
      throws SQLException {
    Instant expires = expiry(url);
    assertThat(expires)
        .isCloseTo(Instant.now().plus(1, ChronoUnit.HOURS), within(Duration.ofMinutes(5)));
    assertThat(form.opens().status()).isEqualTo(200);

    expire(url, Instant.now().minusSeconds(1));
    assertThat(form.opens().status()).isEqualTo(404);
    refused(url, form, FirstStartForm.filledIn(code), "its hour is over");
    expire(url, expires);
  }

  private static void whatIsWrongOpensNothing(String url, FirstStartForm form, String code)
      throws SQLException {
    refused(url, form, FirstStartForm.filledIn(code + "x"), "not the code of the last start");
    refused(url, form, FirstStartForm.filledIn(""), "not the code of the last start");
    for (String weak :
        List.of("fourteen chars", "B.Dministrator, my password", "aaaaaaaaaaaaaaaaaaaa")) {
      refused(url, form, with(code, "password1", weak), "A password");
    }
    refused(url, form, with(code, "userName3", "a.security"), "Another account has this user name");
    refused(url, form, with(code, "displayName3", " notional  PERSON 0"), "four different people");
    refused(
        url, form, with(code, "password3", FirstStartForm.password(0)), "password of their own");
    refused(url, form, with(code, "userName0", "A Dministrator"), "A user name is");
    refused(url, form, with(code, "displayName0", " "), "Between one and two hundred");
    refused(url, form, with(code, "agency", "NOWHERE"), "no agency of this id");
    assertThat(form.opens().status()).as("the code is not used up").isEqualTo(200);
  }

  private static void theRightFormOpensFourAccountsOnce(
      GlasnostProcess glasnost, FirstStartForm form, String code) {
    Caller.Answer opened = form.sends(FirstStartForm.filledIn(code));
    assertThat(opened.status()).as(opened.body()).isEqualTo(302);
    assertThat(opened.header("Location")).endsWith("/login");

    List<String> names = FirstStartForm.userNames();
    for (int i = 0; i < names.size(); i++) {
      JsonNode me = glasnost.as(names.get(i), FirstStartForm.password(i)).get("/api/me").json();
      assertThat(me.path("name").asString()).isEqualTo(names.get(i));
      assertThat(me.path("roles").toString())
          .isEqualTo(i < 2 ? "[\"ADMINISTRATOR\"]" : "[\"SECURITY_OFFICER\"]");
      assertThat(me.path("clearance").isNull()).isTrue();
    }

    assertThat(form.opens().status()).isEqualTo(404);
    assertThat(form.sends(FirstStartForm.filledIn(code)).status()).isEqualTo(404);
    assertThat(glasnost.as("admin").get("/api/me").status()).isEqualTo(401);
  }

  private static void theHealthIsOpenAndTheRestIsForAdministrators(GlasnostProcess glasnost) {
    Caller nobody = Caller.nobody(glasnost.address());
    Caller administrator =
        glasnost.as(FirstStartForm.userNames().get(0), FirstStartForm.password(0));
    Caller officer = glasnost.as(FirstStartForm.userNames().get(2), FirstStartForm.password(2));
    for (String group : List.of("", "/liveness", "/readiness")) {
      for (Caller caller : List.of(nobody, administrator)) {
        Caller.Answer health = caller.get("/actuator/health" + group);
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").asString()).isEqualTo("UP");
        assertThat(health.body()).doesNotContain("components", "details");
      }
    }
    for (String rest : List.of("/actuator/prometheus", "/actuator/metrics", "/actuator/info")) {
      assertThat(nobody.get(rest).status()).as(rest).isEqualTo(401);
      assertThat(officer.get(rest).status()).as(rest).isEqualTo(403);
      assertThat(administrator.get(rest).status()).as(rest).isEqualTo(200);
    }
    for (String unexposed : List.of("/actuator/env", "/actuator/heapdump", "/actuator/health/db")) {
      assertThat(nobody.get(unexposed).status()).as(unexposed).isNotEqualTo(200);
      assertThat(administrator.get(unexposed).status()).as(unexposed).isEqualTo(404);
    }
  }

  private static void whatIsMarkedAboveTheAccreditationIsRefused(
      GlasnostProcess glasnost, String url) throws SQLException {
    Caller intake = glasnost.as(INTAKE.userName());
    for (String above : List.of("TOP SECRET\n\n", "TOP SECRET//NOFORN\n\n", "SECRET\n\n(TS) ")) {
      Caller.Answer refused =
          intake.post(
              "/api/documents",
              Map.of("title", "Notional Person", "text", above + "A notional text.\n"));
      assertThat(refused.status()).as(refused.body()).isEqualTo(422);
      assertThat(refused.body()).contains("SECRET");
      assertThat(refused.rules()).isNotEmpty();
    }
    assertThat(rows(url, "document")).isZero();
  }

  /** A record is half sent when the application is asked to stop. */
  private static void aStopWaitsForTheRequestUnderWay(GlasnostProcess glasnost, String url)
      throws Exception {
    Caller administrator =
        glasnost.as(FirstStartForm.userNames().get(0), FirstStartForm.password(0));
    byte[] body =
        Caller.JSON.writeValueAsBytes(
            Map.of("title", "Notional Person", "text", "SECRET\n\nA notional text.\n"));
    int half = body.length / 2;
    try (Socket upload = new Socket(InetAddress.getLoopbackAddress(), glasnost.port())) {
      OutputStream sent = upload.getOutputStream();
      sent.write(head(INTAKE.userName(), body.length));
      sent.write(body, 0, half);
      sent.flush();
      while (posts(administrator) == 0) {
        Thread.sleep(50);
      }
      glasnost.terminate();
      glasnost.awaitLine("Commencing graceful shutdown");
      sent.write(body, half, body.length - half);
      sent.flush();
      String answer = new String(upload.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 201");
    }
    assertThat(glasnost.stopped()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(rows(url, "document")).isEqualTo(1);
  }

  /** What comes before the body of a registration. */
  private static byte[] head(String user, int length) {
    String credentials =
        Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    return ("POST /api/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            + "Authorization: Basic "
            + credentials
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** How many requests that may change something are under way. */
  private static int posts(Caller administrator) {
    Caller.Answer active =
        administrator.get("/actuator/metrics/http.server.requests.active?tag=method:POST");
    // There is no such measure while there is no such request.
    return active.status() == 404
        ? 0
        : active.json().path("measurements").path(0).path("value").asInt();
  }

  private static void everyRequestHasALineOfJsonWithoutContent(List<String> log, String code) {
    List<JsonNode> requests =
        log.stream()
            .map(Caller.JSON::readTree)
            .filter(line -> line.path("message").asString("").equals("request"))
            .toList();
    assertThat(requests).hasSizeGreaterThan(30);
    requests.forEach(
        request -> {
          assertThat(request.path("requestId").asString()).matches("[0-9a-f-]{36}");
          assertThat(request.path("method").asString()).matches("GET|POST");
          // 503 is what readiness said while it was not.
          assertThat(request.path("status").asInt()).isBetween(200, 503).isNotEqualTo(500);
          assertThat(request.path("durationMs").isNumber()).isTrue();
        });
    assertThat(requests.stream().map(r -> r.path("requestId").asString()).distinct())
        .hasSameSizeAs(requests);
    assertThat(log.stream().filter(line -> line.contains(code))).hasSize(1);
    assertThat(String.join("\n", log))
        .doesNotContain("notional words", "Notional Person", "dministrator");
  }

  private static void refused(
      String url, FirstStartForm form, Map<String, String> fields, String because)
      throws SQLException {
    Caller.Answer answer = form.sends(fields);
    assertThat(answer.status()).as(because).isEqualTo(422);
    assertThat(answer.body()).contains(because).doesNotContain("notional words");
    assertThat(rows(url, "account")).isZero();
  }

  private static Map<String, String> with(String code, String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>(FirstStartForm.filledIn(code));
    fields.put(field, value);
    return fields;
  }

  private static Instant expiry(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement query =
            connection.prepareStatement("select expires_at from first_start_code");
        ResultSet row = query.executeQuery()) {
      assertThat(row.next()).isTrue();
      return row.getTimestamp(1).toInstant();
    }
  }

  private static void expire(String url, Instant at) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement update =
            connection.prepareStatement("update first_start_code set expires_at = ?")) {
      update.setTimestamp(1, Timestamp.from(at));
      update.executeUpdate();
    }
  }

  private static void change(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement update = connection.prepareStatement(sql)) {
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int rows(String url, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select count(*) from " + table)) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
