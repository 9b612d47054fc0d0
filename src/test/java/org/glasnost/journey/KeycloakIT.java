package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.glasnost.fixtures.Databases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Signing in and out by a real Keycloak, at its own pages. */
@Tag("long")
class KeycloakIT {
  private static final String REVIEWER = "kc.reviewer";
  private static final String NOWHERE = "kc.nowhere";
  private static final Pattern PROVIDERS = Pattern.compile(".*/realms/agency/.*");
  private static final String MAPPING =
      """
      registrations:
        agency:
          userName: preferred_username
          displayName: name
          position: {constant: Reviewer}
          agency: {claim: agency, values: {Department of State: STATE}}
          roles: {claim: realm_access.roles, values: {g-reviewer: REVIEWER, g-redactor: REDACTOR}}
          clearance: {claim: clearance, values: {TS: TOP_SECRET}}
      """;

  @TempDir Path directory;

  @Test
  void signsPeopleInAndOutBothWays() throws Exception {
    Path mapping = Files.writeString(directory.resolve("openid.yaml"), MAPPING);
    String client = "spring.security.oauth2.client.";
    int port = Keycloak.freePort();
    try (GlasnostProcess glasnost =
        GlasnostProcess.demonstration(
            directory,
            Databases.H2.emptyUrl(directory),
            Map.of(
                "glasnost.openid.mapping",
                mapping.toString(),
                client + "registration.agency.client-id",
                "glasnost",
                client + "registration.agency.client-secret",
                "of-the-tests",
                client + "registration.agency.client-name",
                "The agency",
                client + "registration.agency.scope",
                "openid,profile",
                client + "provider.agency.issuer-uri",
                Keycloak.issuer(port)))) {
      // A provider that does not answer yet keeps nobody else out.
      glasnost.awaitReady();
      try (Keycloak keycloak =
          Keycloak.start(port, Keycloak.realm(glasnost.address(), people()), directory)) {
        keycloak.awaitReady();
        try (Visitor.House house = new Visitor.House(glasnost.address());
            Visitor visitor = house.stranger()) {
          whatIsMappedIsHeldAndWhatIsNotIsNothing(visitor);
          signingOutHereSignsOutThere(visitor, keycloak);
          whatIsTakenAwayThereIsGoneAfterTheNextSignIn(visitor, keycloak);
          signingOutThereSignsOutHere(visitor, keycloak);
          withoutAnOfficeNobodyIsSignedIn(visitor);
        }
      }
    }
  }

  private static List<Map<String, Object>> people() {
    return List.of(
        Keycloak.person(
            REVIEWER,
            Map.of("agency", List.of("Department of State"), "clearance", List.of("TS")),
            List.of("g-reviewer", "g-redactor", "of-another-system")),
        Keycloak.person(NOWHERE, Map.of(), List.of("g-reviewer")));
  }

  private static void signsIn(Visitor visitor, String name) {
    visitor.goes("/login");
    Page page = visitor.page();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with The agency"))
        .click();
    page.waitForURL(PROVIDERS);
    page.locator("#username").fill(name);
    page.locator("#password").fill(name);
    page.locator("#kc-login").click();
    page.waitForURL(Pattern.compile("(?!" + PROVIDERS.pattern() + ").*"));
  }

  private static APIResponse asks(Visitor visitor) {
    // By the browser's own cookies.
    String address = visitor.page().url().replaceAll("^(https?://[^/]+).*$", "$1");
    return visitor.page().request().get(address + "/api/me");
  }

  private static JsonNode me(Visitor visitor) {
    APIResponse answer = asks(visitor);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return Caller.JSON.readTree(answer.text());
  }

  private static void whatIsMappedIsHeldAndWhatIsNotIsNothing(Visitor visitor) {
    signsIn(visitor, REVIEWER);
    JsonNode me = me(visitor);
    assertThat(me.path("name").asString()).isEqualTo(REVIEWER);
    assertThat(me.path("roles").toString()).isEqualTo("[\"REVIEWER\",\"REDACTOR\"]");
    assertThat(me.path("agency").asString()).isEqualTo("STATE");
    assertThat(me.path("clearance").asString()).isEqualTo("TOP_SECRET");
  }

  private static void signingOutHereSignsOutThere(Visitor visitor, Keycloak keycloak)
      throws Exception {
    assertThat(keycloak.sessions(REVIEWER)).isEqualTo(1);
    visitor.goes("/account");
    visitor.presses("Sign out");
    visitor.arrives("/login\\?out");
    assertThat(keycloak.sessions(REVIEWER)).isZero();
    assertThat(asks(visitor).status()).isEqualTo(401);
  }

  private static void whatIsTakenAwayThereIsGoneAfterTheNextSignIn(
      Visitor visitor, Keycloak keycloak) throws Exception {
    keycloak.takesAway("g-reviewer", REVIEWER);
    signsIn(visitor, REVIEWER);
    assertThat(me(visitor).path("roles").toString()).isEqualTo("[\"REDACTOR\"]");
  }

  private static void signingOutThereSignsOutHere(Visitor visitor, Keycloak keycloak)
      throws Exception {
    keycloak.signsOut(REVIEWER);
    assertThat(asks(visitor).status()).isEqualTo(401);
  }

  private static void withoutAnOfficeNobodyIsSignedIn(Visitor visitor) {
    signsIn(visitor, NOWHERE);
    assertThat(visitor.page().getByRole(AriaRole.MAIN).textContent())
        .contains("says nothing of an office here");
    assertThat(asks(visitor).status()).isEqualTo(401);
  }
}
