package org.glasnost.authority.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glasnost.authority.KnownAs;
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
  private static final KnownAs FIRST = named("Ann Officer");
  private static final KnownAs SUBJECT = named("Bo Reviewer");

  @Test
  void aSecondOfficerDecides() {
    OfficerRights.requireOfficer(person(Role.SECURITY_OFFICER));
    OfficerRights.requireSecond(named("Cy Officer"), FIRST, SUBJECT);
    OfficerRights.requireOther(named("Cy Officer"), SUBJECT);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SECURITY_OFFICER")
  void nobodyElseKeepsRights(Role role) {
    Person person = person(role);
    refused("RGT-0001", () -> OfficerRights.requireOfficer(person));
  }

  @Test
  void theAccountThatProposedDoesNotDecide() {
    UUID account = UUID.randomUUID();
    KnownAs officer = KnownAs.of(account, List.of("Ann Officer"));
    refused("RGT-0003", () -> OfficerRights.requireSecond(officer, officer, SUBJECT));
    // Under another name by now: the account is the same.
    KnownAs married = KnownAs.of(account, List.of("Ann Married"));
    refused("RGT-0003", () -> OfficerRights.requireSecond(officer, married, SUBJECT));
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
    refused("RGT-0003", () -> OfficerRights.requireSecond(named(name), FIRST, SUBJECT));
    refused("RGT-0003", () -> OfficerRights.requireSecond(named("Married", name), FIRST, SUBJECT));
  }

  @Test
  void aNameThatBothOnceHadIsEnough() {
    KnownAs officer = named("Ann Married", "Ann Maiden");
    refused(
        "RGT-0003",
        () -> OfficerRights.requireSecond(officer, named("Ann Later", "Ann Maiden"), SUBJECT));
    refused(
        "RGT-0002", () -> OfficerRights.requireOther(officer, named("Ann Later", "Ann Maiden")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bo Reviewer", "BO REVIEWER", "Bo\tReviewer"})
  void nobodyKeepsTheRightsOfAnotherAccountOfTheirs(String name) {
    refused("RGT-0002", () -> OfficerRights.requireOther(named(name), SUBJECT));
    refused("RGT-0002", () -> OfficerRights.requireSecond(named(name), FIRST, SUBJECT));
  }

  @Test
  void nobodyKeepsTheirOwnRights() {
    KnownAs self = named("Cy Officer");
    refused("RGT-0002", () -> OfficerRights.requireOther(self, self));
    refused("RGT-0002", () -> OfficerRights.requireSecond(self, FIRST, self));
  }

  @Test
  void anAccountThatWasNeverNamedIsNobodysSecondOne() {
    OfficerRights.requireOther(named("Cy Officer"), named());
    OfficerRights.requireOther(named(""), named(""));
  }

  private static void refused(String rule, ThrowingCallable asked) {
    Refused refused = catchThrowableOfType(Refused.class, asked);
    assertThat(refused).as(rule).isNotNull();
    assertThat(refused.ground()).isEqualTo(Refused.Ground.NOT_ENTITLED);
    assertThat(refused.findings())
        .extracting(finding -> finding.rule().value())
        .containsExactly(rule);
  }

  private static KnownAs named(String... names) {
    return KnownAs.of(UUID.randomUUID(), List.of(names));
  }

  private static Person person(Role role) {
    return new Person(
        UUID.randomUUID(),
        "cy",
        "Cy Officer",
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
