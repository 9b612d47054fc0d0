package org.glasnost.authority.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnost.authority.Delegation.Authority.CLASSIFICATION;
import static org.glasnost.authority.Delegation.Authority.DECLASSIFICATION;
import static org.glasnost.authority.TrainingKind.DERIVATIVE_CLASSIFICATION;
import static org.glasnost.authority.TrainingKind.ORIGINAL_CLASSIFICATION;
import static org.glasnost.marking.ClassificationLevel.SECRET;
import static org.glasnost.marking.ClassificationLevel.TOP_SECRET;
import static org.glasnost.marking.ClassificationLevel.UNCLASSIFIED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.authority.Delegation;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.Right;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.Agency;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of an order on both of its sides: what is taken, and what is refused under its id. */
class RightRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final String OK = "";
  private static final Right REVIEWER = new Right.Appointment(Role.REVIEWER);

  private final RightRules rules =
      new RightRules(
          new Agencies(
              List.of(
                  new Agency(
                      "STATE",
                      "Department of State",
                      List.of(),
                      List.of(),
                      null,
                      null,
                      List.of()))));

  static Stream<Arguments> dates() {
    return Stream.of(
        Arguments.of(null, null, OK),
        Arguments.of(TODAY, null, OK),
        Arguments.of(TOMORROW, null, OK),
        Arguments.of(YESTERDAY, null, "RGT-0005 /from"),
        Arguments.of(LocalDate.of(1985, 3, 25), null, "RGT-0005 /from"),
        Arguments.of(null, TODAY, OK),
        Arguments.of(null, YESTERDAY, "RGT-0006 /to"),
        Arguments.of(TOMORROW, TOMORROW, OK),
        Arguments.of(TOMORROW, TODAY, "RGT-0006 /to"),
        Arguments.of(YESTERDAY, YESTERDAY, "RGT-0005 /from"),
        Arguments.of(YESTERDAY, YESTERDAY.minusDays(1), "RGT-0005 /from, RGT-0006 /to"));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void nothingBeginsBeforeTodayOrEndsBeforeItBegins(
      @Nullable LocalDate from, @Nullable LocalDate to, String expected) {
    assertThat(told(rules.check(Sought.of(REVIEWER), from, to, List.of(), TODAY)))
        .isEqualTo(expected);
  }

  static Stream<Arguments> rights() {
    return Stream.of(
        Arguments.of(new Right.Office("A. Name", "Reviewer", "STATE"), OK),
        Arguments.of(new Right.Office(" ", "Reviewer", "STATE"), "RGT-0008 /grant/displayName"),
        Arguments.of(new Right.Office(". -", "Reviewer", "STATE"), "RGT-0008 /grant/displayName"),
        Arguments.of(new Right.Office("Zo\u00eb \u738b 2", "Reviewer", "STATE"), OK),
        Arguments.of(
            new Right.Office("A.\u200b Name", "Reviewer", "STATE"), "RGT-0008 /grant/displayName"),
        Arguments.of(
            new Right.Office("A. Na\u00adme", "Reviewer", "STATE"), "RGT-0008 /grant/displayName"),
        Arguments.of(
            new Right.Office("\u202eA. Name", "Reviewer", "STATE"), "RGT-0008 /grant/displayName"),
        Arguments.of(
            new Right.Office("A. \u0007Name", "Reviewer", "STATE"), "RGT-0008 /grant/displayName"),
        Arguments.of(
            new Right.Office("A. Name", "Re\u2060viewer", "STATE"), "RGT-0008 /grant/position"),
        Arguments.of(
            new Right.Office("A. Name", "x".repeat(201), "STATE"), "RGT-0008 /grant/position"),
        Arguments.of(new Right.Office("A. Name", "x".repeat(200), "STATE"), OK),
        Arguments.of(new Right.Office("A. Name", "Reviewer", "state"), "RGT-0009 /grant/agency"),
        Arguments.of(
            new Right.Delegated(DECLASSIFICATION, "ATLANTIS", SECRET), "RGT-0009 /grant/agency"),
        Arguments.of(new Right.Delegated(CLASSIFICATION, "STATE", TOP_SECRET), OK),
        Arguments.of(
            new Right.Delegated(CLASSIFICATION, "STATE", UNCLASSIFIED), "RGT-0027 /grant/toLevel"),
        Arguments.of(new Right.Clearance(SECRET), OK),
        Arguments.of(new Right.Clearance(UNCLASSIFIED), "RGT-0027 /grant/level"),
        Arguments.of(new Right.Briefing("SI"), OK),
        Arguments.of(new Right.Briefing("SI-G"), OK),
        Arguments.of(new Right.Briefing("SAR-BP"), OK),
        Arguments.of(new Right.Briefing("RD-CNWDI"), OK),
        Arguments.of(new Right.Briefing("UMBRA"), OK),
        Arguments.of(new Right.Briefing("SI-"), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Briefing("SAR-"), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Briefing("si"), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Briefing("ЅI"), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Briefing("NOFORN"), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Briefing("FROBNICATE"), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Briefing(""), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Briefing("SAR-" + "X".repeat(97)), "RGT-0010 /grant/compartment"),
        Arguments.of(new Right.Citizen("USA"), OK),
        Arguments.of(new Right.Citizen("GBR"), OK),
        Arguments.of(new Right.Citizen("UK"), "RGT-0011 /grant/country"),
        Arguments.of(new Right.Citizen("usa"), "RGT-0011 /grant/country"),
        Arguments.of(new Right.Citizen("FVEY"), "RGT-0011 /grant/country"),
        Arguments.of(new Right.Agreement(TODAY), OK),
        Arguments.of(new Right.Agreement(LocalDate.of(1999, 1, 1)), OK),
        Arguments.of(new Right.Agreement(TOMORROW), "RGT-0012 /grant/signedOn"),
        Arguments.of(new Right.Trained(DERIVATIVE_CLASSIFICATION, TODAY.minusYears(2)), OK),
        Arguments.of(
            new Right.Trained(DERIVATIVE_CLASSIFICATION, TODAY.minusYears(2).minusDays(1)),
            "RGT-0015 /grant/completedOn"),
        Arguments.of(new Right.Trained(ORIGINAL_CLASSIFICATION, LocalDate.of(2025, 1, 1)), OK),
        Arguments.of(
            new Right.Trained(ORIGINAL_CLASSIFICATION, LocalDate.of(2024, 12, 31)),
            "RGT-0015 /grant/completedOn"),
        Arguments.of(
            new Right.Trained(ORIGINAL_CLASSIFICATION, TOMORROW), "RGT-0012 /grant/completedOn"));
  }

  @ParameterizedTest
  @MethodSource("rights")
  void aRightSaysOnlyWhatTheRegistersKnow(Right right, String expected) {
    assertThat(told(rules.check(Sought.of(right), null, null, List.of(), TODAY)))
        .isEqualTo(expected);
  }

  @Test
  void aLapsedTrainingNamesTheLaw() {
    Right lapsed = new Right.Trained(ORIGINAL_CLASSIFICATION, LocalDate.of(2024, 12, 31));
    assertThat(rules.check(Sought.of(lapsed), null, null, List.of(), TODAY))
        .singleElement()
        .satisfies(f -> assertThat(f.cites()).contains(Citation.of("32 CFR 2001.71(c)(3)")));
  }

  static Stream<Arguments> beside() {
    Right officer = new Right.Appointment(Role.SECURITY_OFFICER);
    Right signs = new Right.Delegated(Delegation.Authority.DECLASSIFICATION, "STATE", SECRET);
    return Stream.of(
        Arguments.of(REVIEWER, List.of(held(new Right.Appointment(Role.REDACTOR), null)), OK),
        Arguments.of(REVIEWER, List.of(held(officer, null)), "RGT-0014 /grant/role"),
        Arguments.of(officer, List.of(held(REVIEWER, null)), "RGT-0014 /grant/role"),
        Arguments.of(officer, List.of(held(REVIEWER, TODAY)), "RGT-0014 /grant/role"),
        Arguments.of(officer, List.of(held(new Right.Clearance(SECRET), null)), OK),
        Arguments.of(
            new Right.Appointment(Role.ADMINISTRATOR),
            List.of(held(REVIEWER, null)),
            "RGT-0014 /grant/role"),
        Arguments.of(
            new Right.Appointment(Role.AUDITOR),
            List.of(held(REVIEWER, null)),
            "RGT-0014 /grant/role"),
        Arguments.of(signs, List.of(held(officer, null)), "RGT-0030 /grant/kind"),
        Arguments.of(
            signs,
            List.of(held(new Right.Appointment(Role.AUDITOR), TODAY)),
            "RGT-0030 /grant/kind"),
        Arguments.of(officer, List.of(held(signs, null)), "RGT-0030 /grant/role"),
        Arguments.of(signs, List.of(held(REVIEWER, null)), OK),
        Arguments.of(REVIEWER, List.of(held(signs, null)), OK),
        Arguments.of(REVIEWER, List.of(held(REVIEWER, null)), "RGT-0013 /grant"),
        Arguments.of(REVIEWER, List.of(held(REVIEWER, TOMORROW)), OK));
  }

  @ParameterizedTest
  @MethodSource("beside")
  void whatIsHeldAloneStandsBesideNothing(Right right, List<HeldRight> running, String expected) {
    assertThat(told(rules.check(Sought.of(right), null, null, running, TODAY))).isEqualTo(expected);
  }

  @Test
  void anOfficeChangesOnTheDayOfItsApproval() {
    Sought office = Sought.of(new Right.Office("A. Name", "Reviewer", "STATE"));
    assertThat(told(rules.check(office, TODAY, null, List.of(), TODAY))).isEqualTo(OK);
    assertThat(told(rules.check(office, TOMORROW, null, List.of(), TODAY)))
        .isEqualTo("RGT-0018 /from");
  }

  static Stream<Arguments> needs() {
    return Stream.of(GrantSource.values())
        .flatMap(
            source ->
                Stream.of(
                    Arguments.of(source, TODAY, byOfficers(source) ? OK : "RGT-0016 /grant/source"),
                    Arguments.of(
                        source,
                        null,
                        source == GrantSource.DECISION
                            ? "RGT-0017 /to"
                            : byOfficers(source) ? OK : "RGT-0016 /grant/source")));
  }

  private static boolean byOfficers(GrantSource source) {
    return Set.of(GrantSource.NAMED, GrantSource.DECISION).contains(source);
  }

  @ParameterizedTest
  @MethodSource("needs")
  void aNeedToKnowComesFromANameOrADecisionWithAnEnd(
      GrantSource source, @Nullable LocalDate to, String expected) {
    Sought need = Sought.of(new Sought.Need(UUID.randomUUID(), source, GrantScope.TEXT, null));
    assertThat(told(rules.check(need, null, to, List.of(), TODAY))).isEqualTo(expected);
  }

  private static HeldRight held(Right right, @Nullable LocalDate to) {
    return new HeldRight(UUID.randomUUID(), right, YESTERDAY, to, Instant.EPOCH, null, null);
  }

  private static String told(List<Finding> findings) {
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.isError()).isTrue())
        .allSatisfy(finding -> assertThat(finding.message()).hasSizeGreaterThan(20));
    return findings.stream()
        .map(f -> f.rule().value() + " " + f.at())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }
}
