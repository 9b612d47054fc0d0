package org.glasnost.authority.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnost.authority.access.GrantScope.METADATA;
import static org.glasnost.authority.access.GrantScope.TEXT;
import static org.glasnost.authority.access.GrantSource.DECISION;
import static org.glasnost.authority.access.GrantSource.NAMED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may be given a need to know, and as whom. */
class NeedRulesTest {
  private static final Set<String> LISTS =
      Set.of("THE PRESIDENT; NSC ADVISOR MCFARLANE", "THE SECRETARY");
  private static final Set<Role> APART =
      EnumSet.of(Role.SECURITY_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR);

  @ParameterizedTest
  @CsvSource({
    "NAMED, THE PRESIDENT, ",
    "NAMED, NSC ADVISOR MCFARLANE, ",
    "NAMED, THE SECRETARY, ",
    "NAMED, the president, RGT-0019",
    "NAMED, PRESIDENT, RGT-0019",
    "NAMED, THE PRESIDENT; NSC ADVISOR MCFARLANE, RGT-0019",
    "NAMED, '', RGT-0019",
    "NAMED, , RGT-0019",
    "DECISION, , ",
    "DECISION, THE PRESIDENT, RGT-0019"
  })
  void whoIsNamedStandsOnTheRecordsOwnList(
      GrantSource source, @Nullable String recipient, @Nullable String rule) {
    List<Finding> findings =
        NeedRules.check(need(source, TEXT, recipient), Set.of(Role.REVIEWER), LISTS);
    assertThat(rules(findings)).isEqualTo(rule == null ? List.of() : List.of(rule));
    assertThat(findings).allSatisfy(f -> assertThat(f.at()).isNotNull());
  }

  @Test
  void nobodyIsNamedByARecordWithoutAList() {
    assertThat(rules(NeedRules.check(need(NAMED, METADATA, "X"), Set.of(), Set.of())))
        .containsExactly("RGT-0019");
  }

  @ParameterizedTest
  @MethodSource("rolesAndScopes")
  void whoStandsApartIsLetInToNoText(Role role, GrantScope scope) {
    boolean refused = APART.contains(role) && (role == Role.SECURITY_OFFICER || scope == TEXT);
    assertThat(rules(NeedRules.check(need(DECISION, scope, null), Set.of(role), LISTS)))
        .isEqualTo(refused ? List.of("RGT-0028") : List.of());
    assertThat(rules(NeedRules.check(role, Set.of(scope))))
        .isEqualTo(refused ? List.of("RGT-0029") : List.of());
    assertThat(NeedRules.check(role, Set.of())).isEmpty();
  }

  static Stream<Arguments> rolesAndScopes() {
    return Stream.of(Role.values())
        .flatMap(role -> Stream.of(GrantScope.values()).map(scope -> Arguments.of(role, scope)));
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule().value()).toList();
  }

  private static Sought.Need need(
      GrantSource source, GrantScope scope, @Nullable String recipient) {
    return new Sought.Need(UUID.randomUUID(), source, scope, recipient);
  }
}
