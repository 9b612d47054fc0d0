package org.glasnost.authority.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposer, approver and whom it is for are three people, by account and by name. */
class OfficerRightsTest {
  private static final OfficerRights.Named FIRST = named("Ann Officer");
  private static final OfficerRights.Named SUBJECT = named("Bo Reviewer");

  @Test
  void aSecondOfficerDecides() {
    OfficerRights.requireSecond(person("Cy Officer", Role.SECURITY_OFFICER), FIRST, SUBJECT);
    OfficerRights.requireOfficerFor(person("Cy Officer", Role.SECURITY_OFFICER), SUBJECT);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SECURITY_OFFICER")
  void nobodyElseKeepsRights(Role role) {
    Person person = person("Cy Officer", role);
    refused("RGT-0001", () -> OfficerRights.requireOfficer(person));
    refused("RGT-0001", () -> OfficerRights.requireOfficerFor(person, SUBJECT));
    refused("RGT-0001", () -> OfficerRights.requireSecond(person, FIRST, SUBJECT));
  }

  @Test
  void theAccountThatProposedDoesNotDecide() {
    Person officer = person("Ann Officer", Role.SECURITY_OFFICER);
    refused(
        "RGT-0003",
        () -> OfficerRights.requireSecond(officer, OfficerRights.Named.of(officer), SUBJECT));
    // Under another name by now: the account is the same.
    refused(
        "RGT-0003",
        () ->
            OfficerRights.requireSecond(
                officer, new OfficerRights.Named(officer.id(), "Ann Married"), SUBJECT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Officer",
        "ann officer",
        " Ann  Officer ",
        "Ａnn Officer",
        "Ann-Officer.",
        "Ann Offic\u00e9r",
        "Ann Office\u0301r",
        "Ann\u200b Off\u00adicer",
        "\u202eAnn Officer\u0007"
      })
  void anotherAccountOfTheSamePersonDoesNotDecideEither(String name) {
    Person officer = person(name, Role.SECURITY_OFFICER);
    refused("RGT-0003", () -> OfficerRights.requireSecond(officer, FIRST, SUBJECT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bo Reviewer", "BO REVIEWER", "Bo\tReviewer"})
  void nobodyKeepsTheRightsOfAnotherAccountOfTheirs(String name) {
    Person officer = person(name, Role.SECURITY_OFFICER);
    refused("RGT-0002", () -> OfficerRights.requireOfficerFor(officer, SUBJECT));
    refused("RGT-0002", () -> OfficerRights.requireSecond(officer, FIRST, SUBJECT));
  }

  @Test
  void nobodyKeepsTheirOwnRights() {
    Person officer = person("Cy Officer", Role.SECURITY_OFFICER);
    OfficerRights.Named self = OfficerRights.Named.of(officer);
    refused("RGT-0002", () -> OfficerRights.requireOfficerFor(officer, self));
    refused("RGT-0002", () -> OfficerRights.requireSecond(officer, FIRST, self));
  }

  @Test
  void anAccountThatWasNeverNamedIsNobodysSecondOne() {
    OfficerRights.Named unnamed = new OfficerRights.Named(UUID.randomUUID(), "");
    OfficerRights.requireOfficerFor(person("Cy Officer", Role.SECURITY_OFFICER), unnamed);
  }

  private static void refused(String rule, ThrowingCallable asked) {
    Refused refused = catchThrowableOfType(Refused.class, asked);
    assertThat(refused).as(rule).isNotNull();
    assertThat(refused.ground()).isEqualTo(Refused.Ground.NOT_ENTITLED);
    assertThat(refused.findings())
        .extracting(finding -> finding.rule().value())
        .containsExactly(rule);
  }

  private static OfficerRights.Named named(String name) {
    return new OfficerRights.Named(UUID.randomUUID(), name);
  }

  private static Person person(String name, Role role) {
    return new Person(
        UUID.randomUUID(),
        "cy",
        name,
        "Officer",
        "NARA",
        Set.of(role),
        null,
        Set.of(),
        Set.of(),
        null,
        List.of(),
        Map.of());
  }
}
