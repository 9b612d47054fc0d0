package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of pages: where they are kept, what they are known by, and how they end. */
class SessionsIT {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A browser that does with cookies what the test says. */
  private static final class Tab {
    private final String address;
    private String cookie = "";
    private String attributes = "";
    private String token = "";

    Tab(RunningGlasnost glasnost) {
      this.address = glasnost.address();
    }

    HttpResponse<String> reads(String path) throws IOException, InterruptedException {
      return sends(to(path).GET());
    }

    HttpResponse<String> sends(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
      fields.forEach((name, value) -> body.append('&').append(name).append('=').append(value));
      return sends(
          to(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder to(String path) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Accept", path.equals("/session") ? "application/json" : "text/html");
      return cookie.isEmpty() ? request : request.header("Cookie", "glasnost=" + cookie);
    }

    private HttpResponse<String> sends(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      for (String set : answer.headers().allValues("Set-Cookie")) {
        cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
        attributes = set.substring(set.indexOf(';'));
      }
      Matcher found = TOKEN.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
      }
      return answer;
    }

    Tab signsIn(String userName) throws IOException, InterruptedException {
      reads("/login");
      HttpResponse<String> answer =
          sends("/login", Map.of("username", userName, "password", userName));
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
      return this;
    }

    boolean isSignedIn() throws IOException, InterruptedException {
      return reads("/account").statusCode() == 200;
    }

    /** The id as the database has it, without what the cookie bears beside it. */
    String id() {
      String value = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
      return value.substring(0, value.indexOf('.'));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isAnotherAfterTheSignInAndItsCookieIsForNoScript(Databases database) throws Exception {
    Tab tab = new Tab(RunningGlasnost.on(database));
    tab.reads("/login");
    String before = tab.cookie;
    tab.signsIn("redactor.nara");
    assertThat(tab.cookie).isNotEqualTo(before).isNotEmpty();
    assertThat(tab.attributes)
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
    assertThat(tab.isSignedIn()).isTrue();

    Tab fixed = new Tab(RunningGlasnost.on(database));
    fixed.cookie = before;
    assertThat(fixed.isSignedIn()).as("the id from before").isFalse();
    Tab chosen = new Tab(RunningGlasnost.on(database));
    chosen.cookie = encodedCookie("chosen-by-somebody-else.AAAA");
    chosen.signsIn("redactor.nara");
    assertThat(chosen.id()).isNotEqualTo("chosen-by-somebody-else");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void isNotToBeHadFromTheDatabase(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Tab tab = new Tab(glasnost).signsIn("redactor2.nara");
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    List<String> ids =
        jdbc.sql("select session_id from user_session where principal_name = 'redactor2.nara'")
            .query(String.class)
            .list();
    assertThat(ids).contains(tab.id());
    assertThat(
            jdbc.sql(
                    "select attribute_bytes from user_session_attributes join user_session on"
                        + " session_primary_id = primary_id where session_id = ?")
                .param(tab.id())
                .query(byte[].class)
                .list())
        .isNotEmpty()
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain("redactor", "glasnost", "springframework"));

    Tab thief = new Tab(glasnost);
    for (String value :
        List.of(tab.id(), tab.id() + ".", tab.id() + ".AAAA", "." + tab.id(), "x", ".")) {
      thief.cookie = encodedCookie(value);
      assertThat(thief.isSignedIn()).as(value).isFalse();
    }
    thief.cookie = tab.cookie;
    assertThat(thief.isSignedIn()).as("the cookie itself").isTrue();

    // What was not sealed here is nothing; whoever it was signs in again.
    jdbc.sql(
            "update user_session_attributes set attribute_bytes = ? where session_primary_id ="
                + " (select primary_id from user_session where session_id = ?)")
        .params(
            "something else, long enough to be sealed".getBytes(StandardCharsets.UTF_8), tab.id())
        .update();
    assertThat(tab.isSignedIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void endsWhenNothingIsAskedAndWhenItHasLastedItsTime(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Tab idle = new Tab(glasnost).signsIn("reviewer.cia");
    AgedSessions.idleFor(glasnost, "reviewer.cia", Duration.ofMinutes(29));
    assertThat(idle.isSignedIn()).isTrue();
    AgedSessions.idleFor(glasnost, "reviewer.cia", Duration.ofMinutes(31));
    assertThat(idle.isSignedIn()).isFalse();

    Tab longest = new Tab(glasnost).signsIn("reviewer.cia");
    AgedSessions.signedInAgo(glasnost, "reviewer.cia", Duration.ofHours(11));
    assertThat(longest.isSignedIn()).isTrue();
    AgedSessions.signedInAgo(glasnost, "reviewer.cia", Duration.ofHours(13));
    assertThat(longest.isSignedIn()).isFalse();
    HttpResponse<String> led = longest.reads("/tasks");
    assertThat(led.statusCode()).isEqualTo(302);
    assertThat(led.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void doesNotLastLongerForBeingAskedHowLong(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Tab tab = new Tab(glasnost).signsIn("coordinator.nara");
    AgedSessions.idleFor(glasnost, "coordinator.nara", Duration.ofMinutes(29));
    for (int i = 0; i < 3; i++) {
      String body = tab.reads("/session").body();
      Matcher left = Pattern.compile("\"idleSeconds\":(\\d+)").matcher(body);
      assertThat(left.find()).as(body).isTrue();
      assertThat(Integer.parseInt(left.group(1))).isLessThanOrEqualTo(60);
    }
    assertThat(new Tab(glasnost).reads("/session").body())
        .isEqualTo("{\"userName\":\"\",\"idleSeconds\":0,\"endsInSeconds\":0}");
    assertThat(new Tab(glasnost).reads("/session").headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void endsEverywhereAtOnce(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Tab here = new Tab(glasnost).signsIn("supervisor.state");
    Tab there = new Tab(glasnost).signsIn("supervisor.state");
    Tab another = new Tab(glasnost).signsIn("senior.state");
    assertThat(here.reads("/account").body()).contains("This one", "Sign out everywhere");

    HttpResponse<String> out = here.sends("/account/sign-out-everywhere", Map.of());
    assertThat(out.statusCode()).isEqualTo(302);
    assertThat(here.isSignedIn()).isFalse();
    assertThat(there.isSignedIn()).isFalse();
    assertThat(another.isSignedIn()).as("somebody else").isTrue();
    assertThat(
            glasnost
                .as("auditor")
                .get("/api/journal/events?kind=SIGNED_OUT&order=desc&limit=20")
                .body())
        .contains("EVERYWHERE");

    Tab once = new Tab(glasnost).signsIn("supervisor.state");
    assertThat(
            Objects.requireNonNull(glasnost.as("supervisor.state").post("/api/me/sign-ins/end"))
                .status())
        .isEqualTo(204);
    assertThat(once.isSignedIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void leadsNowhereElseAfterTheSignIn(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    for (String asked :
        List.of(
            "//elsewhere.example/",
            "/%2f%2felsewhere.example",
            "/login?continue=https://elsewhere.example",
            "/\\elsewhere.example",
            "/tasks%0d%0aSet-Cookie:%20x=y")) {
      Tab tab = new Tab(glasnost);
      if (!asked.contains("\\")) {
        tab.reads(asked);
      }
      tab.reads("/login?url=https://elsewhere.example&redirect=//elsewhere.example");
      HttpResponse<String> in =
          tab.sends("/login", Map.of("username", "auditor", "password", "auditor"));
      String location = in.headers().firstValue("Location").orElse("");
      assertThat(location).as(asked).startsWith(glasnost.address() + "/");
      assertThat(location.substring(glasnost.address().length()))
          .doesNotStartWith("//")
          .doesNotContain("elsewhere.example");
      assertThat(in.headers().map()).doesNotContainKey("x");
    }
  }

  private static String encodedCookie(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
