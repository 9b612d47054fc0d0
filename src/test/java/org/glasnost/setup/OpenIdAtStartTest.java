package org.glasnost.setup;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What keeps the application from starting where people sign in by a provider. */
class OpenIdAtStartTest {
  private static final String CLIENT = "spring.security.oauth2.client.";
  private static final String MAPPING =
      """
      registrations:
        agency:
          userName: preferred_username
          displayName: name
          position: {constant: Reviewer}
          agency: {claim: agency, values: {State: STATE}}
      """;

  @TempDir Path folder;

  @Test
  void isOffWhereNothingIsConfigured() {
    assertThat(OpenIdAtStart.check(new MockEnvironment())).isEmpty();
  }

  @Test
  void startsWhereEveryRegistrationHasAMapping() throws IOException {
    assertThat(OpenIdAtStart.check(configured(MAPPING))).isEmpty();
  }

  @Test
  void refusesARegistrationWithoutAMappingAndAMappingOfWhatIsNotKnown() throws IOException {
    assertThat(OpenIdAtStart.check(configured("registrations: {}\n")))
        .singleElement()
        .asString()
        .contains("registration.agency has no mapping", "glasnost.openid.mapping");
    assertThat(OpenIdAtStart.check(configured(MAPPING.replace(": STATE", ": STAAT"))))
        .singleElement()
        .asString()
        .contains(folder.toString(), "line 6", "no agency of the id STAAT");
    MockEnvironment absent =
        configured(MAPPING)
            .withProperty("glasnost.openid.mapping", folder.resolve("absent").toString());
    assertThat(OpenIdAtStart.check(absent))
        .singleElement()
        .asString()
        .startsWith("glasnost.openid.mapping names no file that can be read");
  }

  @Test
  void refusesAProviderThatIsNotNamedOrDoesNotSayWhoSignsIn() throws IOException {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("glasnost.openid.mapping", written(MAPPING))
            .withProperty(CLIENT + "registration.agency.client-id", "glasnost")
            .withProperty(CLIENT + "registration.agency.scope", "profile");
    List<String> reasons = OpenIdAtStart.check(environment);
    assertThat(reasons).hasSize(2);
    assertThat(reasons.toString()).contains("does not name openid", "issuer-uri is not set");
  }

  @Test
  void refusesAProviderInClearOnAnyMachineButThisOne() throws IOException {
    for (String issuer :
        List.of("http://127.0.0.1:8081/realms/a", "http://localhost", "https://a.example/realms")) {
      assertThat(OpenIdAtStart.check(at(issuer))).as(issuer).isEmpty();
    }
    for (String issuer :
        List.of(
            "http://provider.example",
            "http://localhost.example",
            "http://127.0.0.1@provider.example",
            "ftp://localhost",
            "provider.example",
            "https:/provider",
            "https://a b")) {
      assertThat(OpenIdAtStart.check(at(issuer)))
          .as(issuer)
          .singleElement(as(InstanceOfAssertFactories.STRING))
          .contains("no https address");
    }
  }

  private MockEnvironment at(String issuer) throws IOException {
    return configured(MAPPING).withProperty(CLIENT + "provider.agency.issuer-uri", issuer);
  }

  private MockEnvironment configured(String mapping) throws IOException {
    return new MockEnvironment()
        .withProperty("glasnost.openid.mapping", written(mapping))
        .withProperty(CLIENT + "registration.agency.client-id", "glasnost")
        .withProperty(CLIENT + "registration.agency.scope", "openid")
        .withProperty(CLIENT + "provider.agency.issuer-uri", "https://provider.example");
  }

  private String written(String mapping) throws IOException {
    return Files.writeString(folder.resolve("openid.yaml"), mapping).toString();
  }
}
