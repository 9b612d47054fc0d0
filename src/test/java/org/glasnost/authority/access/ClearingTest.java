package org.glasnost.authority.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is cleared for what, and which grant meets which list (C16 section G, table 5). */
class ClearingTest {
  private static final Person CLEARED =
      person(ClassificationLevel.TOP_SECRET, Set.of(), Set.of("USA"), LocalDate.of(2020, 1, 2));

  @Test
  void theClearanceCoversTheLevelAndTheAgreementIsSigned() {
    Protection secret = protection("SECRET", "", "");

    assertThat(Clearing.covers(CLEARED, secret)).isTrue();
    assertThat(
            Clearing.covers(
                person(
                    ClassificationLevel.CONFIDENTIAL,
                    Set.of(),
                    Set.of("USA"),
                    LocalDate.of(2020, 1, 2)),
                secret))
        .isFalse();
    assertThat(
            Clearing.covers(
                person(ClassificationLevel.TOP_SECRET, Set.of(), Set.of("USA"), null), secret))
        .isFalse();
    assertThat(
            Clearing.covers(
                person(null, Set.of(), Set.of("USA"), LocalDate.of(2020, 1, 2)), secret))
        .isFalse();
  }

  @Test
  void sciAsksForTopSecretWhateverTheLevelAndForTheReadIn() {
    Protection confidential = protection("CONFIDENTIAL", "", "SI");

    assertThat(Clearing.covers(readIn(ClassificationLevel.TOP_SECRET, "SI"), confidential))
        .isTrue();
    assertThat(Clearing.covers(readIn(ClassificationLevel.SECRET, "SI"), confidential)).isFalse();
    assertThat(Clearing.covers(CLEARED, confidential)).isFalse();
    assertThat(
            Clearing.covers(
                readIn(ClassificationLevel.TOP_SECRET, "SI"),
                protection("TOP_SECRET", "", "SI|TK")))
        .isFalse();
  }

  @Test
  void aProgramAsksForItsReadInAndForNoHigherClearance() {
    Protection program = protection("SECRET", "", "SAR-BP");

    assertThat(Clearing.covers(readIn(ClassificationLevel.SECRET, "SAR-BP"), program)).isTrue();
    assertThat(Clearing.covers(CLEARED, program)).isFalse();
  }

  @Test
  void restrictedDataAsksForItsReadInAndFormerlyRestrictedDataForNone() {
    assertThat(Clearing.covers(CLEARED, protection("SECRET", "", "RD"))).isFalse();
    assertThat(Clearing.covers(CLEARED, protection("SECRET", "", "RD-CNWDI"))).isFalse();
    assertThat(
            Clearing.covers(
                readIn(ClassificationLevel.SECRET, "RD"), protection("SECRET", "", "RD")))
        .isTrue();
    assertThat(Clearing.covers(CLEARED, protection("SECRET", "", "FRD"))).isTrue();
    assertThat(Clearing.covers(CLEARED, protection("SECRET", "", "TFNI"))).isTrue();
  }

  @Test
  void noforeignersAndWhoIsNotOnTheReleaseListAreShutOut() {
    Person british =
        person(ClassificationLevel.TOP_SECRET, Set.of(), Set.of("GBR"), LocalDate.of(2020, 1, 2));

    assertThat(Clearing.covers(british, protection("SECRET", "NOFORN", ""))).isFalse();
    assertThat(Clearing.covers(CLEARED, protection("SECRET", "NOFORN", ""))).isTrue();
    assertThat(Clearing.covers(british, Protection.parse("SECRET\t\t\tGBR|USA\t"))).isTrue();
    assertThat(Clearing.covers(british, Protection.parse("SECRET\t\t\tAUS|USA\t"))).isFalse();
  }

  @Test
  void aControlThatNoTestIsWrittenForIsRefused() {
    assertThat(Clearing.covers(CLEARED, protection("SECRET", "SOMETHING_NEW", ""))).isFalse();
    assertThat(Clearing.covers(CLEARED, protection("UNCLASSIFIED", "SOMETHING_NEW", ""))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EYES_ONLY", "NODIS"})
  void theListOfPersonsShutsOutTheOfficeAlone(String control) {
    assertThat(AccessList.of(protection("SECRET", control, "")))
        .containsExactly(AccessList.PERSONS);
    assertThat(meeting(AccessList.PERSONS))
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(GrantSource.OFFICE)));
    assertThat(AccessList.PERSONS.isMetByAgency()).isFalse();
  }

  @Test
  void recipientsAreAListWithoutTheWords() {
    assertThat(AccessList.of(Protection.parse("SECRET\t\t\t\tTHE PRESIDENT")))
        .containsExactly(AccessList.PERSONS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORCON", "ORCON_USGOV", "EXDIS", "STADIS"})
  void theListOfOrganisationsIsMetByTheRecordsOwnAgenciesOrByName(String control) {
    assertThat(AccessList.of(protection("SECRET", control, "")))
        .containsExactly(AccessList.ORGANISATIONS);
    assertThat(meeting(AccessList.ORGANISATIONS))
        .containsExactlyInAnyOrder(
            GrantSource.NAMED, GrantSource.DECISION, GrantSource.OVERSIGHT, GrantSource.RELEASE);
    assertThat(AccessList.ORGANISATIONS.isMetByAgency()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAIVED", "ACCM", "DEA"})
  void aListThatIsKeptNowhereHereIsMetByNameOrDecisionAlone(String control) {
    assertThat(AccessList.of(protection("SECRET", control, "")))
        .containsExactly(AccessList.PROGRAM);
    assertThat(meeting(AccessList.PROGRAM))
        .containsExactlyInAnyOrder(GrantSource.NAMED, GrantSource.DECISION, GrantSource.RELEASE);
    assertThat(AccessList.PROGRAM.isMetByAgency()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ClassificationLevel.class)
  void whatAsksForNothingIsOpenToWhoHoldsNothing(ClassificationLevel level) {
    Person nobody = person(null, Set.of(), Set.of(), null);

    assertThat(Clearing.covers(nobody, protection(level.name(), "", "")))
        .isEqualTo(level == ClassificationLevel.UNCLASSIFIED);
  }

  @Test
  void aSightKnowsWhichLabelsATaskOpensByItself() {
    Sight sight =
        new Sight(
            CLEARED,
            List.of(1L, 2L, 3L, 4L),
            label ->
                protection(
                    "SECRET", List.of("", "NODIS", "ORCON", "ACCM").get((int) label - 1), ""),
            LocalDate.of(2026, 1, 2));

    assertThat(sight.labelsMetBy(GrantSource.QUEUE)).containsExactlyInAnyOrder(1L, 2L);
    assertThat(sight.labelsMetBy(GrantSource.OFFICE)).containsExactly(1L);
    assertThat(sight.labelsMetBy(GrantSource.OVERSIGHT)).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(sight.labelsMetBy(GrantSource.DECISION)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    assertThat(sight.parameters())
        .hasSize((int) sight.condition("l", "d").chars().filter(c -> c == '?').count());
    assertThat(sight.taskParameters())
        .hasSize((int) sight.taskCondition("l", "d").chars().filter(c -> c == '?').count());
  }

  private static List<GrantSource> meeting(AccessList list) {
    List<GrantSource> meeting = new ArrayList<>();
    for (GrantSource source : GrantSource.values()) {
      if (list.isMetBy(source)) {
        meeting.add(source);
      }
    }
    return meeting;
  }

  private static Protection protection(String level, String controls, String compartments) {
    return new Protection(
        ClassificationLevel.valueOf(level),
        split(controls),
        split(compartments),
        new TreeSet<>(),
        new TreeSet<>());
  }

  private static SortedSet<String> split(String tokens) {
    return tokens.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(tokens.split("\\|")));
  }

  private static Person readIn(ClassificationLevel level, String compartment) {
    return person(level, Set.of(compartment), Set.of("USA"), LocalDate.of(2020, 1, 2));
  }

  private static Person person(
      @Nullable ClassificationLevel clearance,
      Set<String> readIns,
      Set<String> citizenships,
      @Nullable LocalDate agreement) {
    return new Person(
        UUID.fromString("11111111-1111-4111-8111-111111111111"),
        "reviewer",
        "A reviewer",
        "Reviewer",
        "STATE",
        Set.of(Role.REVIEWER),
        clearance,
        readIns,
        citizenships,
        agreement,
        List.of(),
        Map.of());
  }
}
