package org.glasnost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule of the architecture sees the specimen that breaks it, and nothing beside it. */
class ArchitectureRulesTest {
  private static final Rooms ROOMS =
      new Rooms(
          "org.glasnost.architecture.specimen",
          Map.of(
              "rule", Set.of(),
              "marking", Set.of("rule"),
              "document", Set.of("rule"),
              "process", Set.of("rule", "document"),
              "web", Set.of("document"),
              "empty", Set.of()));
  private static final Architecture ARCHITECTURE =
      new Architecture(new ClassFileImporter().importPackages(ROOMS.root()), ROOMS);

  @Test
  void seesAnEmptyRoomAndAPackageInNoRoom() {
    assertThat(ARCHITECTURE.tableAndTree())
        .containsExactly(
            "package org.glasnost.architecture.specimen.stray is in no room",
            "room empty is empty");
  }

  @Test
  void seesAnArrowAgainstTheTable() {
    assertThat(ARCHITECTURE.arrows()).containsExactly("rule.Upward imports marking.Downward");
  }

  @Test
  void seesACycleOfRooms() {
    assertThat(ARCHITECTURE.cyclesOfRooms())
        .containsExactly("marking reaches itself", "rule reaches itself");
  }

  @Test
  void seesACycleOfPackages() {
    assertThat(ARCHITECTURE.cyclesOfPackages())
        .containsExactly(
            "org.glasnost.architecture.specimen.marking reaches itself",
            "org.glasnost.architecture.specimen.rule reaches itself");
  }

  @Test
  void seesTheEngineWhereItMayNotBeSeen() {
    assertThat(ARCHITECTURE.engineOutside(ROOMS.root() + ".process.engine"))
        .containsExactly("process.worklist.Astray sees org.camunda.bpm.engine.TaskService");
  }

  @Test
  void seesAFrameworkInAPureRoom() {
    assertThat(ARCHITECTURE.impurities("rule", Set.of("marking")))
        .containsExactly("rule.Framed sees org.springframework.core.annotation.Order");
    assertThat(ARCHITECTURE.impurities("marking", Set.of()))
        .containsExactly("marking.Downward sees " + ROOMS.root() + ".rule.Upward");
  }

  @Test
  void seesWhatHappensAfterTheFact() {
    assertThat(ARCHITECTURE.afterTheFact())
        .containsExactly(
            "process.worklist.Astray.complete is @Async",
            "process.worklist.Astray.heard is @TransactionalEventListener");
  }

  @Test
  void seesAPackageThatIsNotNullMarked() {
    assertThat(ARCHITECTURE.unmarkedPackages())
        .containsExactly(ROOMS.root() + ".stray is not @NullMarked");
  }

  @Test
  void seesAQueryWithoutASight() {
    assertThat(ARCHITECTURE.withoutSight(Set.of("document", "web")))
        .isEqualTo(Map.of("document.Papers", Set.of("all", "inCourse")));
    assertThat(ARCHITECTURE.speakingToTheDatabase(Set.of())).containsExactly("document.Papers");
  }

  @Test
  void seesWhoCallsTheWayRound() {
    assertThat(ARCHITECTURE.callersOf("document.Papers.inCourse")).containsExactly("web.Asking");
  }
}
