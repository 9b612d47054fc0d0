package org.glasnost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The product keeps to its architecture. That the rules see is shown by the specimens. */
class ArchitectureTest {
  private static final Rooms ROOMS = Rooms.ofTheProduct();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOMS.root());
  private static final Architecture ARCHITECTURE = new Architecture(CLASSES, ROOMS);

  @Test
  void everyRoomOfTheTableIsThereAndEveryPackageIsInOne() {
    assertThat(CLASSES).hasSizeGreaterThan(300);
    assertThat(ARCHITECTURE.tableAndTree()).isEmpty();
  }

  @Test
  void everyRoomImportsOnlyWhatTheTableAllows() {
    assertThat(ARCHITECTURE.arrows()).isEmpty();
  }

  @Test
  void noRoomReachesItself() {
    assertThat(ARCHITECTURE.cyclesOfRooms()).isEmpty();
  }

  @Test
  void noPackageReachesItself() {
    assertThat(ARCHITECTURE.cyclesOfPackages()).isEmpty();
  }

  @Test
  void onlyOnePackageSeesTheEngine() {
    assertThat(ARCHITECTURE.engineOutside("org.glasnost.process.engine")).isEmpty();
  }

  @Test
  void pureRoomsSeeTheJdkAndEachOther() {
    for (String room : Set.of("rule", "marking", "declassification", "reading")) {
      assertThat(ARCHITECTURE.impurities(room, ROOMS.mayImport().getOrDefault(room, Set.of())))
          .as(room)
          .isEmpty();
    }
  }

  @Test
  void theContractSeesJacksonBesidesAndNoFramework() {
    assertThat(
            ARCHITECTURE.impurities(
                "contract", ROOMS.mayImport().getOrDefault("contract", Set.of())))
        .isNotEmpty()
        .allMatch(sight -> sight.matches(".* sees (?:tools|com\\.fasterxml)\\.jackson\\..*"));
  }

  @Test
  void theVerifierSeesTheJdkAlone() {
    assertThat(ARCHITECTURE.impurities("audit.verifier", Set.of())).isEmpty();
  }

  @Test
  void nothingHappensAfterTheFact() {
    assertThat(ARCHITECTURE.afterTheFact()).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(ARCHITECTURE.unmarkedPackages()).isEmpty();
  }

  @Test
  void everyQueryOfRecordsWithoutASightIsNamed() {
    assertThat(ARCHITECTURE.withoutSight(Gateways.OF_RECORDS)).isEqualTo(Gateways.WITHOUT_SIGHT);
  }

  @Test
  void noOtherClassSpeaksToTheDatabase() {
    assertThat(ARCHITECTURE.speakingToTheDatabase(Gateways.OF_RECORDS))
        .isEqualTo(Gateways.ELSEWHERE);
  }

  @Test
  void whatAsksForNoSightIsCalledByThoseAloneWhomTheTaskLetIn() {
    Map<String, Set<String>> callers = new TreeMap<>();
    Gateways.CALLERS
        .keySet()
        .forEach(target -> callers.put(target, ARCHITECTURE.callersOf(target)));
    assertThat(callers).isEqualTo(Gateways.CALLERS);
  }

  @Test
  void sealedWordsAreShownByThoseAloneWhoHaveTheJournalToldOfIt() {
    Map<String, Set<String>> callers = new TreeMap<>();
    Gateways.SHOWN_BY
        .keySet()
        .forEach(target -> callers.put(target, ARCHITECTURE.callersOf(target)));
    assertThat(callers).isEqualTo(Gateways.SHOWN_BY);
  }
}
