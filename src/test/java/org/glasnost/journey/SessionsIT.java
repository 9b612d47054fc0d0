package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  @ParameterizedTest
  @EnumSource(Databases.class)
  void isAnotherAfterTheSignInAndItsCookieIsForNoScript(Databases database) throws Exception {
    Tab tab = new Tab(RunningGlasnost.on(database));
    tab.reads("/login");
    String before = tab.cookie();
    tab.signsIn("redactor.nara");
    assertThat(tab.cookie()).isNotEqualTo(before).isNotEmpty();
    assertThat(tab.attributes())
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
    assertThat(tab.isSignedIn()).isTrue();

    Tab fixed = new Tab(RunningGlasnost.on(database));
    fixed.carries(before);
    assertThat(fixed.isSignedIn()).as("the id from before").isFalse();
    Tab chosen = new Tab(RunningGlasnost.on(database));
    chosen.carries(Tab.written("chosen-by-somebody-else.AAAA"));
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
      thief.carries(Tab.written(value));
      assertThat(thief.isSignedIn()).as(value).isFalse();
    }
    thief.carries(tab.cookie());
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
    Tab idle = new Tab(glasnost);
    idle.reads("/login");
    assertThat(lasts(glasnost, idle)).as("of nobody").isEqualTo(Duration.ofMinutes(10));
    idle.signsIn("reviewer.cia");
    assertThat(lasts(glasnost, idle)).as("of somebody").isEqualTo(Duration.ofMinutes(30));
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

  private static Duration lasts(RunningGlasnost glasnost, Tab tab) {
    return Duration.ofSeconds(
        glasnost
            .part(JdbcClient.class)
            .sql("select max_inactive_interval from user_session where session_id = ?")
            .param(tab.id())
            .query(Long.class)
            .single());
  }
}
