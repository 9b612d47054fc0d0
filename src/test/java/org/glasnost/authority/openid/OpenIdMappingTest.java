package org.glasnost.authority.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.glasnost.authority.Right;
import org.glasnost.authority.Role;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.Agency;
import org.junit.jupiter.api.Test;

/** What a provider's claims mean here is what the mapping says, and nothing else. */
class OpenIdMappingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final Agencies AGENCIES =
      new Agencies(
          List.of(
              new Agency(
                  "STATE", "Department of State", List.of(), List.of(), null, null, List.of()),
              new Agency(
                  "NARA", "National Archives", List.of(), List.of(), null, null, List.of())));
  private static final String WHOLE =
      """
      registrations:
        agency:
          userName: preferred_username
          displayName: name
          position: {claim: title}
          agency: {claim: agency, values: {Department of State: STATE, Archives: NARA}}
          roles: {claim: realm_access.roles, values: {g-reviewer: REVIEWER, NO: REDACTOR}}
          clearance: {claim: clearance, values: {TS: TOP_SECRET, S: SECRET}}
          citizenship: {claim: citizenship, values: {US: USA}}
          nondisclosureAgreement: {claim: nda_signed_on}
      """;

  private static OpenIdMapping mapping(String yaml) {
    return OpenIdMappings.read("openid.yaml", yaml.getBytes(StandardCharsets.UTF_8), AGENCIES)
        .of("agency")
        .orElseThrow();
  }

  private static Claimed of(Map<String, Object> claims) {
    return mapping(WHOLE).of(claims, TODAY);
  }

  private static Map<String, Object> whole() {
    return new HashMap<>(
        Map.of(
            "preferred_username", "n.person",
            "name", "Notional Person",
            "title", "Reviewer",
            "agency", "Department of State",
            "realm_access", Map.of("roles", List.of("g-reviewer", "offline_access")),
            "clearance", "TS",
            "citizenship", List.of("US"),
            "nda_signed_on", "2020-02-03"));
  }

  @Test
  void givesWhatItNames() {
    Claimed claimed = of(whole());

    assertThat(claimed.userName()).isEqualTo("n.person");
    assertThat(claimed.office())
        .isEqualTo(new Right.Office("Notional Person", "Reviewer", "STATE"));
    assertThat(claimed.besides())
        .containsExactlyInAnyOrder(
            new Right.Appointment(Role.REVIEWER),
            new Right.Clearance(ClassificationLevel.TOP_SECRET),
            new Right.Citizen("USA"),
            new Right.Agreement(LocalDate.of(2020, 2, 3)));
    assertThat(claimed.notMapped()).isEqualTo(Map.of("roles", 1));
  }

  @Test
  void givesNothingWhereNothingIsClaimed() {
    Claimed claimed = of(Map.of());

    assertThat(claimed.userName()).isNull();
    assertThat(claimed.rights()).isEmpty();
    assertThat(claimed.notMapped()).isEmpty();
  }

  @Test
  void givesNothingForAValueOfAnySpellingButItsOwn() {
    for (Object roles :
        List.of(
            "REVIEWER",
            "G-Reviewer",
            "g-reviewer ",
            " g-reviewer",
            "g-reviewer,x",
            "g‐reviewer",
            "",
            7,
            true,
            List.of(List.of("g-reviewer")),
            Map.of("g-reviewer", true))) {
      Map<String, Object> claims = whole();
      claims.put("realm_access", Map.of("roles", roles));
      assertThat(of(claims).besides())
          .as(String.valueOf(roles))
          .noneMatch(Right.Appointment.class::isInstance);
    }
    Map<String, Object> elsewhere = whole();
    elsewhere.put("realm_access", List.of("g-reviewer"));
    elsewhere.put("roles", List.of("g-reviewer"));
    assertThat(of(elsewhere).besides()).noneMatch(Right.Appointment.class::isInstance);
  }

  @Test
  void readsWordsAsTheyAreWritten() {
    Map<String, Object> claims = whole();
    claims.put("realm_access", Map.of("roles", "NO"));

    assertThat(of(claims).besides()).contains(new Right.Appointment(Role.REDACTOR));
  }

  @Test
  void givesNoOfficeForTwoAgenciesAtOnceOrANameThatDoesNotShow() {
    Map<String, Object> two = whole();
    two.put("agency", List.of("Department of State", "Archives"));
    assertThat(of(two).office()).isNull();

    for (String member : List.of("name", "title", "agency")) {
      for (Object value : List.of("", "\u200b", "a\nb", List.of("A", "B"), "x".repeat(201))) {
        Map<String, Object> claims = whole();
        claims.put(member, value);
        assertThat(of(claims).office()).as(member).isNull();
      }
    }
  }

  @Test
  void takesTheHighestOfSeveralClearancesAndNoDayThatIsNoneOrAhead() {
    Map<String, Object> claims = whole();
    claims.put("clearance", List.of("S", "TS", "U"));
    for (String day : List.of("2026-11-29", "3 February 2020", "2020-02-30")) {
      claims.put("nda_signed_on", day);
      Claimed claimed = of(claims);
      assertThat(claimed.besides())
          .contains(new Right.Clearance(ClassificationLevel.TOP_SECRET))
          .noneMatch(Right.Agreement.class::isInstance);
      assertThat(claimed.notMapped())
          .isEqualTo(Map.of("roles", 1, "clearance", 1, "nondisclosureAgreement", 1));
    }
  }

  @Test
  void isSignedByRs256UnlessItSaysOtherwiseAndNeverBySecretOrNothing() {
    assertThat(mapping(WHOLE).algorithm()).isEqualTo(TokenAlgorithm.RS256);
    for (String algorithm : List.of("none", "None", "HS256", "HS512", "rs256", "[]")) {
      refused(
          WHOLE.replace("    userName:", "    algorithm: " + algorithm + "\n    userName:"),
          "line 3");
    }
  }

  @Test
  void takesAnyWayOfSigningInThereUnlessItNamesThoseThatCount() {
    assertThat(mapping(WHOLE).isStrongEnough(Map.of())).isTrue();
    String named = WHOLE.replace("    userName:", "    acr: [phr, urn:two]\n    userName:");
    assertThat(mapping(named).isStrongEnough(Map.of("acr", "urn:two"))).isTrue();
    for (Object other : List.of("", "PHR", "phr urn:two", List.of("phr"), 1)) {
      assertThat(mapping(named).isStrongEnough(Map.of("acr", other))).as("%s", other).isFalse();
    }
    assertThat(mapping(named).isStrongEnough(Map.of("amr", "phr"))).isFalse();
    for (String none : List.of("[]", "phr", "{}", "[phr urn:two]", "['']", "[[phr]]")) {
      refused(WHOLE.replace("    userName:", "    acr: " + none + "\n    userName:"), "line 3");
    }
  }

  @Test
  void isRefusedWithTheLineOfWhatNothingHereMeans() {
    refused(WHOLE.replace("g-reviewer: REVIEWER", "x: REVIEWERS"), "line 7: REVIEWERS is none of");
    refused(WHOLE.replace(": STATE", ": STAAT"), "line 6: there is no agency of the id STAAT");
    refused(WHOLE.replace("TS: TOP_SECRET", "TS: TOP SECRET"), "line 8: TOP SECRET is none of");
    refused(WHOLE.replace("TS: TOP_SECRET", "U: UNCLASSIFIED"), "line 8: nobody is cleared");
    refused(WHOLE.replace("US: USA", "US: US"), "line 9: no register has the country US");
    refused(WHOLE.replace("userName:", "username:"), "line 3: agency has no entry username");
    refused(WHOLE.replace("    displayName: name\n", ""), "agency needs an entry displayName");
    refused(WHOLE.replace("{claim: title}", "{}"), "position is of one claim, or one constant");
    refused(
        WHOLE.replace("{claim: title}", "{claim: a, constant: b}"), "one claim, or one constant");
    refused(WHOLE + "    agency: {claim: a, values: {}}\n", "line 11: agency is there twice");
    refused(WHOLE + "defaults: {}\n", "the file has no entry defaults");
    refused("", "is empty");
    refused("registrations: [", "does not read as YAML");
    refused("registrations: []", "registrations holds named entries");
    refused("certificates: {}", "the file needs an entry registrations");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    String wrong = WHOLE.replace(": STATE", ": A").replace("US: USA", "US: B");
    assertThatThrownBy(() -> mapping(wrong))
        .asInstanceOf(InstanceOfAssertFactories.type(OpenIdMappings.Unreadable.class))
        .extracting(OpenIdMappings.Unreadable::wrong)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2);
  }

  private static void refused(String yaml, String because) {
    assertThatThrownBy(() -> mapping(yaml))
        .as(because)
        .isInstanceOf(OpenIdMappings.Unreadable.class)
        .hasMessageContaining(because);
  }
}
