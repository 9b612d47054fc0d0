package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glasnost.fixtures.Databases;
import org.glasnost.web.edge.StubProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signing in and out by a provider, through the whole application; the provider is a stub. */
class OpenIdJourneyIT {
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
          acr: [phr, urn:two]
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
            "S",
            "acr",
            "phr"));
  }

  private static OpenIdTab tab() {
    return new OpenIdTab(glasnost.address(), PROVIDER);
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
    OpenIdTab tab = tab();
    HttpResponse<String> page = tab.reads("/login");
    assertThat(page.body()).contains("Sign in with The agency", "/oauth2/authorization/agency");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self' " + PROVIDER.issuer() + ";");

    tab.reads("/account");
    String before = tab.cookie();
    Map<String, String> asked =
        tab.sent(
            "/oauth2/authorization/agency?continue=//evil.example&redirect_uri=//evil.example");
    assertThat(asked)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("max_age", "43200")
        .containsEntry("acr_values", "phr urn:two")
        .containsEntry("redirect_uri", glasnost.address() + "/login/oauth2/code/agency")
        .containsKeys("state", "nonce", "code_challenge")
        .doesNotContainKey("prompt");
    HttpResponse<String> back = tab.returns(asked, tab().claimed(asked, person()));
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(OpenIdTab.location(back))
        .matches("(" + Pattern.quote(glasnost.address()) + ")?/account(\\?continue)?");
    assertThat(tab.cookie()).as("another session").isNotEqualTo(before);

    OpenIdTab unasked = tab();
    assertThat(OpenIdTab.location(unasked.signsIn(person())))
        .matches("(" + Pattern.quote(glasnost.address()) + ")?/");
  }

  @Test
  void theSessionIsOfAnAccountThatHoldsWhatIsMapped() throws Exception {
    Map<String, Object> person = person();
    OpenIdTab tab = tab();
    tab.signsIn(person);
    JsonNode me = Caller.JSON.readTree(tab.reads("/api/me").body());
    assertThat(me.path("name").asString()).isEqualTo(person.get("preferred_username"));
    assertThat(me.path("roles").toString()).isEqualTo("[\"REVIEWER\"]");
    assertThat(me.path("agency").asString()).isEqualTo("STATE");
    assertThat(me.path("clearance").asString()).isEqualTo("SECRET");

    person.put("realm_access", Map.of("roles", List.of("unknown-role")));
    tab().signsIn(person);
    JsonNode then = Caller.JSON.readTree(tab.reads("/api/me").body());
    assertThat(then.path("roles")).as("in the earlier session too").isEmpty();
  }

  @Test
  void whatIsNoSignInHereIsRefusedAndTellsNoMore() throws Exception {
    Map<String, Object> nowhere = person();
    nowhere.put("agency", "Nowhere");
    refused("ACC-0040", tab().signsIn(nowhere));
    Map<String, Object> local = person();
    local.put("preferred_username", "security");
    refused("ACC-0041", tab().signsIn(local));
    Map<String, Object> both = person();
    both.put("realm_access", Map.of("roles", List.of("g-reviewer", "g-officer")));
    refused("ACC-0041", tab().signsIn(both));
    Map<String, Object> timeless = person();
    timeless.put("auth_time", null);
    refused("ACC-0041", tab().signsIn(timeless));
    Map<String, Object> old = person();
    old.put("auth_time", Instant.now().minusSeconds(13 * 3600).getEpochSecond());
    refused("ACC-0041", tab().signsIn(old));

    for (String weak : new String[] {"pwd", "PHR", null}) {
      Map<String, Object> weakly = person();
      weakly.put("acr", weak);
      refused("ACC-0041", tab().signsIn(weakly));
    }

    OpenIdTab victim = tab();
    Map<String, String> asked = victim.sent("/oauth2/authorization/agency");
    Map<String, String> another = new HashMap<>(asked);
    another.put("state", "another");
    refused("ACC-0041", victim.returns(another, tab().claimed(asked, person())));
    refused("ACC-0041", tab().returns(asked, tab().claimed(asked, person())));
    refused("ACC-0041", victim.reads("/login/oauth2/code/agency?error=access_denied&state=x"));
    Map<String, String> mixed = victim.sent("/oauth2/authorization/agency");
    refused("ACC-0041", victim.returns("another", mixed, tab().claimed(mixed, person())));
    assertThat(victim.seesItself()).isEqualTo(401);
    assertThat(reasons("SIGN_IN_REFUSED"))
        .contains(
            "NO_OFFICE",
            "USER_NAME_TAKEN",
            "RIGHTS_FORBIDDEN",
            "NO_TIME_OF_SIGN_IN",
            "SIGN_IN_TOO_LONG_AGO",
            "SIGN_IN_TOO_WEAK",
            "AUTHORIZATION_REQUEST_NOT_FOUND",
            "ANOTHER_PROVIDER");
    assertThat(tab().reads("/oauth2/authorization/another").statusCode()).isEqualTo(404);
  }

  private static void refused(String rule, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(rule).isEqualTo(403);
    assertThat(answer.body())
        .contains(rule.equals("ACC-0040") ? "says nothing of an office here" : "opens no account");
  }

  @Test
  void whoSignsInAnewHasSignedInAnewThereAndIsTheSame() throws Exception {
    Map<String, Object> person = person();
    OpenIdTab tab = tab();
    tab.signsIn(person);
    assertThat(OpenIdTab.location(tab.reads("/login/again")))
        .endsWith("/oauth2/authorization/agency?again");
    Map<String, String> asked = tab.sent("/oauth2/authorization/agency?again");
    assertThat(asked).containsEntry("prompt", "login").containsEntry("max_age", "0");
    Map<String, Object> earlier = new HashMap<>(person);
    earlier.put("auth_time", Instant.now().minusSeconds(300).getEpochSecond());
    refused("ACC-0041", tab.returns(asked, tab().claimed(asked, earlier)));

    Map<String, String> again = tab.sent("/oauth2/authorization/agency?again");
    refused("ACC-0041", tab.returns(again, tab().claimed(again, person())));
    Map<String, String> then = tab.sent("/oauth2/authorization/agency?again");
    assertThat(tab.returns(then, tab().claimed(then, person)).statusCode()).isEqualTo(302);
    assertThat(tab.seesItself()).isEqualTo(200);
    assertThat(OpenIdTab.location(tab().reads("/login/again"))).endsWith("/login");
    assertThat(reasons("SIGN_IN_REFUSED")).contains("NOT_ANEW", "ANOTHER_PERSON");
  }

  @Test
  void aFreshSignInLeadsBackToThePageThatAskedForItAndToNoOther() throws Exception {
    Map<String, Object> person = person();
    OpenIdTab tab = tab();
    tab.signsIn(person);
    for (String page : List.of("/account", "/tasks/" + UUID.randomUUID())) {
      String start = OpenIdTab.location(tab.reads("/login/again?to=" + page));
      assertThat(start).endsWith("/oauth2/authorization/agency?again&to=" + page);
      Map<String, String> asked = tab.sent(start.replace(glasnost.address(), ""));
      assertThat(OpenIdTab.location(tab.returns(asked, tab().claimed(asked, person))))
          .endsWith(page);
    }
    for (String other : List.of("//evil.example", "https://evil.example", "/tasks/../people")) {
      assertThat(OpenIdTab.location(tab.reads("/login/again?to=" + other)))
          .endsWith("agency?again");
      Map<String, String> asked = tab.sent("/oauth2/authorization/agency?again&to=" + other);
      assertThat(OpenIdTab.location(tab.returns(asked, tab().claimed(asked, person))))
          .matches("(" + Pattern.quote(glasnost.address()) + ")?/");
    }
  }

  @Test
  void twoFirstSignInsAtOnceAreOfOneAccount() throws Exception {
    Map<String, Object> person = person();
    List<OpenIdTab> tabs = Stream.generate(OpenIdJourneyIT::tab).limit(4).toList();
    List<CompletableFuture<HttpResponse<String>>> answers =
        tabs.stream()
            .map(
                tab ->
                    CompletableFuture.supplyAsync(
                        () -> signedIn(tab, person), task -> new Thread(task).start()))
            .toList();
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.join().statusCode()).isEqualTo(302);
    }
    Set<String> people = new HashSet<>();
    for (OpenIdTab tab : tabs) {
      people.add(Caller.JSON.readTree(tab.reads("/api/me").body()).path("name").asString());
    }
    assertThat(people).hasSize(1).doesNotContain("");
  }

  private static HttpResponse<String> signedIn(OpenIdTab tab, Map<String, Object> person) {
    try {
      return tab.signsIn(person);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> reasons(String kind) {
    List<String> reasons = new ArrayList<>();
    for (JsonNode line :
        new Caller(glasnost.address(), "auditor", "auditor")
            .get("/api/journal/events?limit=200&kind=" + kind)
            .json()
            .path("items")) {
      reasons.add(line.path("reasonCode").asString());
    }
    return reasons;
  }

  @Test
  void signingOutHereLeadsToTheSignOutThere() throws Exception {
    OpenIdTab tab = tab();
    tab.signsIn(person());
    String out = OpenIdTab.location(tab.signsOut());
    assertThat(out).startsWith(PROVIDER.issuer() + "/end?");
    assertThat(OpenIdTab.query(out))
        .containsEntry("client_id", StubProvider.CLIENT)
        .containsEntry("post_logout_redirect_uri", glasnost.address() + "/login?out")
        .hasEntrySatisfying("id_token_hint", hint -> assertThat(hint.split("\\.", -1)).hasSize(3));
    assertThat(tab.seesItself()).isEqualTo(401);
  }

  @Test
  void aSignOutThereEndsTheSessionsThatRestOnItOnce() throws Exception {
    Map<String, Object> person = person();
    String subject = Objects.toString(person.get("sub"));
    OpenIdTab tab = tab();
    tab.signsIn(person);
    OpenIdTab another = tab();
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
