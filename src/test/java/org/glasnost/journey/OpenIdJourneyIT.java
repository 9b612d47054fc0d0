package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.fixtures.Databases;
import org.glasnost.web.edge.StubProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signing in and out by a provider, through the whole application; the provider is a stub. */
class OpenIdJourneyIT {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final StubProvider PROVIDER = new StubProvider();
  private static final String MAPPING =
      """
      registrations:
        agency:
          userName: preferred_username
          displayName: name
          position: {constant: Reviewer}
          agency: {claim: agency, values: {State: STATE}}
          roles: {claim: realm_access.roles, values: {g-reviewer: REVIEWER, g-officer: SECURITY_OFFICER}}
          clearance: {claim: clearance, values: {S: SECRET}}
      """;

  @TempDir static Path directory;
  private static GlasnostProcess glasnost;

  @BeforeAll
  static void starts() throws IOException, InterruptedException {
    Path mapping = Files.writeString(directory.resolve("openid.yaml"), MAPPING);
    String client = "spring.security.oauth2.client.";
    glasnost =
        GlasnostProcess.demonstration(
                directory,
                Databases.H2.emptyUrl(directory),
                Map.of(
                    "glasnost.openid.mapping",
                    mapping.toString(),
                    client + "registration.agency.client-id",
                    StubProvider.CLIENT,
                    client + "registration.agency.client-secret",
                    "secret",
                    client + "registration.agency.client-name",
                    "The agency",
                    client + "registration.agency.scope",
                    "openid",
                    client + "provider.agency.issuer-uri",
                    PROVIDER.issuer()))
            .awaitReady();
  }

  @AfterAll
  static void ends() {
    glasnost.close();
    PROVIDER.close();
  }

  /** A browser that follows no redirect by itself. */
  private static final class Tab {
    private String cookie = "";
    private String token = "";

    HttpResponse<String> reads(String path) throws IOException, InterruptedException {
      return sends(to(path).GET());
    }

    HttpResponse<String> signsOut() throws IOException, InterruptedException {
      reads("/account");
      return sends(
          to("/logout")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("_csrf=" + token)));
    }

    private HttpRequest.Builder to(String path) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(glasnost.address() + path))
              .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
      return cookie.isEmpty() ? request : request.header("Cookie", "glasnost=" + cookie);
    }

    private HttpResponse<String> sends(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      for (String set : answer.headers().allValues("Set-Cookie")) {
        cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
      }
      Matcher found = TOKEN.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
      }
      return answer;
    }

    /** What the provider is asked. */
    Map<String, String> sent(String path) throws IOException, InterruptedException {
      HttpResponse<String> answer = reads(path);
      assertThat(location(answer)).startsWith(PROVIDER.issuer() + "/authorize?");
      return query(location(answer));
    }

    HttpResponse<String> returns(Map<String, String> asked, JWTClaimsSet claims)
        throws IOException, InterruptedException {
      return reads(
          "/login/oauth2/code/agency?code="
              + PROVIDER.codeFor(PROVIDER.signed(claims))
              + "&state="
              + String.valueOf(asked.get("state")).replace("=", "%3D")
              + "&continue=https://evil.example&redirect=//evil.example");
    }

    HttpResponse<String> signsIn(Map<String, Object> claims)
        throws IOException, InterruptedException {
      Map<String, String> asked = sent("/oauth2/authorization/agency");
      return returns(asked, claimed(asked, claims));
    }

    int seesItself() throws IOException, InterruptedException {
      return reads("/api/me").statusCode();
    }
  }

  private static Map<String, Object> person() {
    String name = "oidc." + UUID.randomUUID();
    return new HashMap<>(
        Map.of(
            "sub",
            name,
            "preferred_username",
            name,
            "name",
            "Person " + name,
            "agency",
            "State",
            "sid",
            "sid of " + name,
            "realm_access",
            Map.of("roles", List.of("g-reviewer", "unknown-role")),
            "clearance",
            "S"));
  }

  private static JWTClaimsSet claimed(Map<String, String> asked, Map<String, Object> claims) {
    JWTClaimsSet.Builder said =
        PROVIDER.claims(String.valueOf(claims.get("sub")), String.valueOf(asked.get("nonce")));
    claims.forEach(said::claim);
    return said.build();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static String callBack(String token) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create(glasnost.address() + "/logout/connect/back-channel/agency"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + token))
                .build(),
            BodyHandlers.ofString());
    return String.valueOf(answer.statusCode());
  }

  @Test
  void theSignInPageOffersItAndLeadsToWhatWasAskedForAndNowhereElse() throws Exception {
    Tab tab = new Tab();
    HttpResponse<String> page = tab.reads("/login");
    assertThat(page.body()).contains("Sign in with The agency", "/oauth2/authorization/agency");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self' " + PROVIDER.issuer() + ";");

    tab.reads("/account");
    String before = tab.cookie;
    Map<String, String> asked =
        tab.sent(
            "/oauth2/authorization/agency?continue=//evil.example&redirect_uri=//evil.example");
    assertThat(asked)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("max_age", "43200")
        .containsEntry("redirect_uri", glasnost.address() + "/login/oauth2/code/agency")
        .containsKeys("state", "nonce", "code_challenge")
        .doesNotContainKey("prompt");
    HttpResponse<String> back = tab.returns(asked, claimed(asked, person()));
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(location(back))
        .matches("(" + Pattern.quote(glasnost.address()) + ")?/account(\\?continue)?");
    assertThat(tab.cookie).as("another session").isNotEqualTo(before);

    Tab unasked = new Tab();
    assertThat(location(unasked.signsIn(person())))
        .matches("(" + Pattern.quote(glasnost.address()) + ")?/");
  }

  @Test
  void theSessionIsOfAnAccountThatHoldsWhatIsMapped() throws Exception {
    Map<String, Object> person = person();
    Tab tab = new Tab();
    tab.signsIn(person);
    JsonNode me = Caller.JSON.readTree(tab.reads("/api/me").body());
    assertThat(me.path("name").asString()).isEqualTo(person.get("preferred_username"));
    assertThat(me.path("roles").toString()).isEqualTo("[\"REVIEWER\"]");
    assertThat(me.path("agency").asString()).isEqualTo("STATE");
    assertThat(me.path("clearance").asString()).isEqualTo("SECRET");

    person.put("realm_access", Map.of("roles", List.of("unknown-role")));
    new Tab().signsIn(person);
    JsonNode then = Caller.JSON.readTree(tab.reads("/api/me").body());
    assertThat(then.path("roles")).as("in the earlier session too").isEmpty();
  }

  @Test
  void whatIsNoSignInHereIsRefusedAndTellsNoMore() throws Exception {
    Map<String, Object> nowhere = person();
    nowhere.put("agency", "Nowhere");
    refused("ACC-0040", new Tab().signsIn(nowhere));
    Map<String, Object> local = person();
    local.put("preferred_username", "security");
    refused("ACC-0041", new Tab().signsIn(local));
    Map<String, Object> both = person();
    both.put("realm_access", Map.of("roles", List.of("g-reviewer", "g-officer")));
    refused("ACC-0041", new Tab().signsIn(both));
    Map<String, Object> timeless = person();
    timeless.put("auth_time", null);
    refused("ACC-0041", new Tab().signsIn(timeless));
    Map<String, Object> old = person();
    old.put("auth_time", Instant.now().minusSeconds(13 * 3600).getEpochSecond());
    refused("ACC-0041", new Tab().signsIn(old));

    Tab victim = new Tab();
    Map<String, String> asked = victim.sent("/oauth2/authorization/agency");
    Map<String, String> another = new HashMap<>(asked);
    another.put("state", "another");
    refused("ACC-0041", victim.returns(another, claimed(asked, person())));
    refused("ACC-0041", new Tab().returns(asked, claimed(asked, person())));
    assertThat(victim.seesItself()).isEqualTo(401);
    assertThat(new Tab().reads("/oauth2/authorization/another").statusCode()).isEqualTo(404);
  }

  private static void refused(String rule, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(rule).isEqualTo(403);
    assertThat(answer.body())
        .contains(rule.equals("ACC-0040") ? "says nothing of an office here" : "opens no account");
  }

  @Test
  void whoSignsInAnewHasSignedInAnewThereAndIsTheSame() throws Exception {
    Map<String, Object> person = person();
    Tab tab = new Tab();
    tab.signsIn(person);
    assertThat(location(tab.reads("/login/again"))).endsWith("/oauth2/authorization/agency?again");
    Map<String, String> asked = tab.sent("/oauth2/authorization/agency?again");
    assertThat(asked).containsEntry("prompt", "login").containsEntry("max_age", "0");
    Map<String, Object> earlier = new HashMap<>(person);
    earlier.put("auth_time", Instant.now().minusSeconds(300).getEpochSecond());
    refused("ACC-0041", tab.returns(asked, claimed(asked, earlier)));

    Map<String, String> again = tab.sent("/oauth2/authorization/agency?again");
    refused("ACC-0041", tab.returns(again, claimed(again, person())));
    Map<String, String> then = tab.sent("/oauth2/authorization/agency?again");
    assertThat(tab.returns(then, claimed(then, person)).statusCode()).isEqualTo(302);
    assertThat(tab.seesItself()).isEqualTo(200);
    assertThat(location(new Tab().reads("/login/again"))).endsWith("/login");
  }

  @Test
  void signingOutHereLeadsToTheSignOutThere() throws Exception {
    Tab tab = new Tab();
    tab.signsIn(person());
    String out = location(tab.signsOut());
    assertThat(out).startsWith(PROVIDER.issuer() + "/end?");
    assertThat(query(out))
        .containsEntry("client_id", StubProvider.CLIENT)
        .containsEntry("post_logout_redirect_uri", glasnost.address() + "/login?out")
        .hasEntrySatisfying("id_token_hint", hint -> assertThat(hint.split("\\.", -1)).hasSize(3));
    assertThat(tab.seesItself()).isEqualTo(401);
  }

  @Test
  void aSignOutThereEndsTheSessionsThatRestOnItOnce() throws Exception {
    Map<String, Object> person = person();
    String subject = Objects.toString(person.get("sub"));
    Tab tab = new Tab();
    tab.signsIn(person);
    Tab another = new Tab();
    another.signsIn(person());
    JWTClaimsSet told =
        PROVIDER.logout(subject).claim("sid", Objects.toString(person.get("sid"))).build();
    String token = PROVIDER.signed(told);

    assertThat(callBack(token.substring(0, token.length() - 8))).isEqualTo("400");
    assertThat(callBack(PROVIDER.signed(PROVIDER.logout(subject).claim("sid", "x").build())))
        .isEqualTo("200");
    assertThat(tab.seesItself()).as("of another session there").isEqualTo(200);
    assertThat(callBack(token)).isEqualTo("200");
    assertThat(tab.seesItself()).isEqualTo(401);
    assertThat(another.seesItself()).isEqualTo(200);

    tab.signsIn(person);
    assertThat(callBack(token)).as("once more").isEqualTo("400");
    assertThat(tab.seesItself()).isEqualTo(200);
    assertThat(callBack(PROVIDER.signed(PROVIDER.logout(subject).build()))).isEqualTo("200");
    assertThat(tab.seesItself()).as("all of the subject").isEqualTo(401);
  }
}
