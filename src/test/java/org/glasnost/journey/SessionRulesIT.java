package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session needs to do something, and what ends it. */
class SessionRulesIT {
  private static final String ASKED =
      "{\"name\":\"n\",\"scopes\":[\"read\"],\"expiresOn\":\"" + LocalDate.of(2026, 1, 1) + "\"}";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void formsAndCallsWithoutItsTokenDoNothing(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Tab stranger = new Tab(glasnost);
    stranger.reads("/login");
    stranger.forgetsToken();
    HttpResponse<String> refused =
        stranger.sends("/login", Map.of("username", "auditor", "password", "auditor"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(stranger.isSignedIn()).isFalse();

    Tab auditor = new Tab(glasnost).signsIn("auditor");
    auditor.reads("/account");
    HttpResponse<String> forged = auditor.calls("/api/me/sign-ins/end", "", false);
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).contains("WEB-0022");
    assertThat(auditor.isSignedIn()).isTrue();
    assertThat(auditor.calls("/api/markings/parse", "{\"lines\":[]}", true).statusCode())
        .as("with it")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void theFormAnswersAlikeWhoeverIsNamed(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Newcomer newcomer = Newcomer.to(glasnost);
    wrong(glasnost, newcomer.name());
    glasnost.statements();
    HttpResponse<String> known = wrong(glasnost, newcomer.name());
    List<String> ofKnown = glasnost.statements();
    wrong(glasnost, "n" + newcomer.name());
    glasnost.statements();
    HttpResponse<String> unknown = wrong(glasnost, "n" + newcomer.name());

    assertThat(glasnost.statements()).as("asked of the database").isEqualTo(ofKnown).isNotEmpty();
    assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(302);
    assertThat(unknown.headers().firstValue("Location"))
        .isEqualTo(known.headers().firstValue("Location"))
        .hasValue(glasnost.address() + "/login?refused");
    assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
    assertThat(unknown.body()).isEqualTo(known.body());
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void endsHereWithTheSignOutAndEverywhereWithThePassword(Databases database) throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Tab here = new Tab(glasnost).signsIn("redactor.nara");
    here.reads("/account");
    String cookie = here.cookie();
    assertThat(here.sends("/logout", Map.of()).statusCode()).isEqualTo(302);
    here.carries(cookie);
    assertThat(here.isSignedIn()).as("the cookie from before").isFalse();

    Newcomer newcomer = Newcomer.to(glasnost);
    Tab one = new Tab(glasnost).signsIn(newcomer.name(), Newcomer.PASSWORD);
    Caller program =
        Caller.bearing(
            glasnost.address(),
            new Caller(glasnost.address(), newcomer.name(), Newcomer.PASSWORD)
                .post(
                    "/api/me/tokens",
                    ASKED.replace(
                        "2026-01-01", LocalDate.now(ZoneOffset.UTC).plusDays(3).toString()))
                .json()
                .path("token")
                .asString());
    assertThat(one.isSignedIn()).isTrue();
    assertThat(program.get("/api/me").status()).isEqualTo(200);
    assertThat(newcomer.chooses(glasnost, Newcomer.PASSWORD, "four other words here").status())
        .isEqualTo(204);
    assertThat(one.isSignedIn()).as("signed in with the one before").isFalse();
    assertThat(program.get("/api/me").status()).as("made under it").isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whoIsNoLongerFreshSaysThePasswordAndGoesOnUnderAnotherId(Databases database)
      throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Tab coordinator = new Tab(glasnost).signsIn("coordinator.nara");
    coordinator.reads("/account");
    AgedSessions.signedInAgo(glasnost, "coordinator.nara", Duration.ofMinutes(6));
    HttpResponse<String> stale = coordinator.calls("/api/me/tokens", ASKED, true);
    assertThat(stale.statusCode()).isEqualTo(401);
    assertThat(stale.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"insufficient_user_authentication\"", "max_age=300");
    assertThat(stale.body()).contains("ACC-0027");

    Map<String, String> asked =
        Map.of(
            "name", "n",
            "scopes", "read",
            "expiresOn", LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
    assertThat(coordinator.sends("/account/tokens", asked).body()).contains("ACC-0027");
    String before = coordinator.cookie();
    Map<String, String> said = new HashMap<>(asked);
    said.put("password", "coordinator.nara");
    assertThat(coordinator.sends("/account/tokens", said).statusCode()).isEqualTo(303);
    assertThat(coordinator.cookie()).isNotEqualTo(before);
    assertThat(coordinator.reads("/account").body()).contains("glasnost.");
    Tab old = new Tab(glasnost);
    old.carries(before);
    assertThat(old.isSignedIn()).as("the id from before").isFalse();
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aSignatureOverTheApiNeedsASessionThatIsFreshAndLeavesAllAsItWasWithoutOne(Databases database)
      throws Exception {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Work work = new Work(glasnost);
    String document = work.underReview(Papers.MEMO, Papers.fields("To be signed in a session"));
    work.does("reviewer.state", "FIRST_REVIEW", document, Decisions.inFull());
    work.does("reviewer2.state", "SECOND_REVIEW", document, Decisions.inFull());
    String complete =
        "/api/tasks/" + work.claim("authority.state", "SIGNATURE", document) + "/complete";
    String signature = "{\"sign\":true,\"reason\":\"agreed\"}";
    Tab authority = new Tab(glasnost).signsIn("authority.state");
    authority.reads("/account");
    Standing before = Standing.of(glasnost, document);

    AgedSessions.signedInAgo(glasnost, "authority.state", Duration.ofMinutes(6));
    HttpResponse<String> stale = authority.calls(complete, signature, true);
    assertThat(stale.statusCode()).as(stale.body()).isEqualTo(401);
    assertThat(stale.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"insufficient_user_authentication\"", "max_age=300");
    assertThat(stale.body()).contains("ACC-0027");
    assertThat(Standing.of(glasnost, document)).isEqualTo(before);

    AgedSessions.signedInAgo(glasnost, "authority.state", Duration.ofMinutes(4));
    HttpResponse<String> fresh = authority.calls(complete, signature, true);
    assertThat(fresh.statusCode()).as("the same session, fresh: " + fresh.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aWrongTokenIsOnRecordAndNobodyHasMoreThanTwenty(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    Caller.bearing(glasnost.address(), "glasnost." + "0".repeat(32) + "." + "A".repeat(43))
        .get("/api/me");
    assertThat(
            glasnost
                .as("auditor")
                .get("/api/journal/events?kind=SIGN_IN_REFUSED&order=desc&limit=20")
                .body())
        .contains("TOKEN_NOT_VALID");

    Newcomer newcomer = Newcomer.to(glasnost);
    Caller own = new Caller(glasnost.address(), newcomer.name(), Newcomer.PASSWORD);
    String asked =
        ASKED.replace("2026-01-01", LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
    for (int i = 0; i < 20; i++) {
      assertThat(own.post("/api/me/tokens", asked).status()).isEqualTo(201);
    }
    Caller.Answer more = own.post("/api/me/tokens", asked);
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.rules()).containsExactly("ACC-0025");
  }

  private static HttpResponse<String> wrong(RunningGlasnost glasnost, String name)
      throws Exception {
    Tab tab = new Tab(glasnost);
    tab.reads("/login");
    return tab.sends("/login", Map.of("username", name, "password", "not-it"));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aPageThatIsAskedForWithAQueryLeadsToTheSignInAndTheQueryIsNotKept(Databases database)
      throws Exception {
    Tab tab = new Tab(RunningGlasnost.on(database));
    HttpResponse<String> answer = tab.reads("/documents?q=words+of+a+title");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    tab.reads("/login");
    HttpResponse<String> signedIn =
        tab.sends("/login", Map.of("username", "intake.nara", "password", "intake.nara"));
    assertThat(signedIn.headers().firstValue("Location").orElse("")).doesNotContain("words");
  }
}
