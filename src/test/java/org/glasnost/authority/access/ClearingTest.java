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
import org.glasnost.marking.Marking;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
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
  void unclassifiedWordsReleasedToSomeAreClosedToOthers() {
    Person canadian =
        person(ClassificationLevel.SECRET, Set.of(), Set.of("CAN"), LocalDate.of(2020, 1, 2));
    Person stateless =
        person(ClassificationLevel.SECRET, Set.of(), Set.of(), LocalDate.of(2020, 1, 2));
    for (String line :
        List.of("UNCLASSIFIED\t\t\tGBR|USA\t", "UNCLASSIFIED\t\t\t\t\t\tGBR\t\t\t")) {
      Protection released = Protection.parse(line);
      assertThat(Clearing.covers(CLEARED, released)).as(line).isTrue();
      assertThat(Clearing.covers(canadian, released)).as(line).isFalse();
      assertThat(Clearing.covers(stateless, released)).as(line).isFalse();
      assertThat(Clearing.tests(canadian, released))
          .anySatisfy(test -> assertThat(test.test()).contains("citizenship among"));
    }
    assertThat(Clearing.covers(canadian, Protection.UNRESTRICTED)).isTrue();
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
  void anOwnersCitizenIsLetInWithoutAReleaseList() {
    Protection joint = held(joint(List.of("CAN", "GBR", "USA"), List.of()));

    assertThat(joint.releasableTo()).containsExactly("CAN", "GBR", "USA");
    assertThat(Clearing.covers(citizen("CAN"), joint)).isTrue();
    assertThat(Clearing.covers(CLEARED, joint)).isTrue();
    assertThat(Clearing.covers(citizen("AUS"), joint)).isFalse();
    // The other tests are made of an owner too.
    assertThat(
            Clearing.covers(
                person(
                    ClassificationLevel.CONFIDENTIAL,
                    Set.of(),
                    Set.of("CAN"),
                    LocalDate.of(2020, 1, 2)),
                joint))
        .isFalse();
  }

  @Test
  void whoIsNoOwnerIsShutOutThoughTheReleaseListNamesThem() {
    Protection joint = held(joint(List.of("CAN", "USA"), List.of("USA", "CAN", "GBR")));

    assertThat(Clearing.covers(citizen("GBR"), joint)).isFalse();
    assertThat(Clearing.covers(citizen("CAN"), joint)).isTrue();
    assertThat(
            Clearing.tests(citizen("GBR"), joint).stream()
                .filter(test -> !test.passed())
                .map(Clearing.Test::test))
        .containsExactly("JOINT: citizenship of an owner, CAN, USA");
  }

  @Test
  void whoSeesTwoJointPapersTogetherIsACitizenOfAnOwnerOfEach() {
    Protection both =
        held(joint(List.of("CAN", "USA"), List.of("USA", "CAN", "GBR")))
            .join(held(joint(List.of("GBR", "USA"), List.of("USA", "CAN", "GBR"))));

    assertThat(both.owners()).containsExactly("CAN USA", "GBR USA");
    assertThat(both.releasableTo()).containsExactly("CAN", "GBR", "USA");
    assertThat(Clearing.covers(citizen("CAN"), both)).isFalse();
    assertThat(Clearing.covers(citizen("GBR"), both)).isFalse();
    assertThat(
            Clearing.covers(
                person(
                    ClassificationLevel.TOP_SECRET,
                    Set.of(),
                    Set.of("CAN", "GBR"),
                    LocalDate.of(2020, 1, 2)),
                both))
        .isTrue();
    assertThat(Clearing.covers(CLEARED, both)).isTrue();
  }

  @Test
  void besideWordsThatAreReleasedToNobodyAnOwnerIsShutOut() {
    Protection page =
        held(joint(List.of("CAN", "USA"), List.of())).join(protection("SECRET", "NOFORN", ""));

    assertThat(Clearing.covers(citizen("CAN"), page)).isFalse();
    assertThat(Clearing.covers(CLEARED, page)).isTrue();
  }

  @Test
  void displayAdmitsNobodyByItselfAndSaysSo() {
    Protection displayed = held(displayOnly(List.of("AFG", "GBR"), List.of()));
    String test =
        "DISPLAY ONLY: display to AFG, GBR is authorised; every view here can be copied, so it"
            + " admits nobody by itself";

    assertThat(Clearing.covers(citizen("AFG"), displayed)).isFalse();
    assertThat(Clearing.tests(citizen("AFG"), displayed))
        .filteredOn(made -> made.test().equals(test))
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.passed()).isFalse();
              assertThat(made.cites()).extracting(c -> c.shown()).containsExactly("C16 G Table 5");
            });
    assertThat(Clearing.covers(CLEARED, displayed)).isTrue();
    assertThat(Clearing.tests(CLEARED, displayed))
        .filteredOn(made -> made.test().equals(test))
        .singleElement()
        .satisfies(made -> assertThat(made.passed()).isTrue());
  }

  @Test
  void whomTheReleaseListNamesIsLetInBesideOthersWhoMayOnlyLook() {
    Protection displayed = held(displayOnly(List.of("AFG"), List.of("USA", "GBR")));

    assertThat(Clearing.covers(citizen("GBR"), displayed)).isTrue();
    assertThat(Clearing.covers(citizen("AFG"), displayed)).isFalse();
  }

  @Test
  void foreignSourcesAndCuiShutNobodyOut() {
    Protection carried = Protection.parse("SECRET\t\t\tGBR|USA\t\t\t\tGBR|USA\tDEU|FGI\tCUI");

    assertThat(Clearing.covers(citizen("GBR"), carried)).isTrue();
    assertThat(Clearing.tests(citizen("GBR"), carried))
        .hasSameSizeAs(Clearing.tests(citizen("GBR"), Protection.parse("SECRET\t\t\tGBR|USA\t")));
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

  private static Protection held(Marking marking) {
    return Protection.of(ClassificationLevel.SECRET, marking);
  }

  private static Marking joint(List<String> owners, List<String> released) {
    return Marking.NONE.withLevel(StatedLevel.SECRET).withOwner(null, owners).withRelTo(released);
  }

  private static Marking displayOnly(List<String> displayed, List<String> released) {
    return new Marking(
        StatedLevel.SECRET,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        released,
        displayed,
        List.of());
  }

  private static Person citizen(String country) {
    return person(
        ClassificationLevel.TOP_SECRET, Set.of(), Set.of(country), LocalDate.of(2020, 1, 2));
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
