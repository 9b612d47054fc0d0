package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.RunningGlasnost;
import org.glasnost.marking.ClassificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a person held on any day, by what was recorded at any instant, is what comes out when every
 * giving and taking up to that instant is done over again: offices, roles, clearances, briefings,
 * citizenships, agreements, delegations and trainings.
 */
class HeldRightsIT {
  private static final int HISTORIES = 30;
  private static final int QUESTIONS = 60;

  @ParameterizedTest
  @EnumSource
  void answersInBothTimesAsAReplayDoes(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    People people = glasnost.part(People.class);
    Random random = new Random(19_951_017);
    int found = 0;
    for (int i = 0; i < HISTORIES; i++) {
      RightsReplay replay = new RightsReplay(glasnost, random);
      for (int question = 0; question < QUESTIONS; question++) {
        LocalDate day = replay.someDay();
        Instant known = replay.someInstant();
        Set<Right> held = replay.held(day, known);
        Optional<Person> told = people.asOf(replay.account(), day, known);
        String as = "on %s by %s of %s".formatted(day, known, replay);
        assertThat(told.isPresent()).as(as).isEqualTo(!held.isEmpty());
        told.ifPresent(person -> sameAs(held, person, day, as));
        found += held.size();
      }
    }
    // Neither nothing nor everything.
    assertThat(found).isBetween(HISTORIES * QUESTIONS, HISTORIES * QUESTIONS * 10);
  }

  private static void sameAs(Set<Right> held, Person person, LocalDate day, String as) {
    Right.Office office = of(held, Right.Office.class).iterator().next();
    assertThat(person.displayName()).as(as).isEqualTo(office.displayName());
    assertThat(person.agency()).as(as).isEqualTo(office.agency());
    assertThat(person.roles())
        .as(as)
        .isEqualTo(
            of(held, Right.Appointment.class).stream()
                .map(Right.Appointment::role)
                .collect(Collectors.toSet()));
    List<ClassificationLevel> levels =
        of(held, Right.Clearance.class).stream().map(Right.Clearance::level).toList();
    ClassificationLevel clearance = person.clearance();
    assertThat(clearance == null).as(as).isEqualTo(levels.isEmpty());
    if (clearance != null) {
      assertThat(levels).as(as).contains(clearance).allMatch(clearance::dominates);
    }
    assertThat(person.readIns())
        .as(as)
        .isEqualTo(
            of(held, Right.Briefing.class).stream()
                .map(Right.Briefing::compartment)
                .collect(Collectors.toSet()));
    assertThat(person.citizenships())
        .as(as)
        .isEqualTo(
            of(held, Right.Citizen.class).stream()
                .map(Right.Citizen::country)
                .collect(Collectors.toSet()));
    assertThat(Optional.ofNullable(person.ndaSignedOn()))
        .as(as)
        .isEqualTo(
            of(held, Right.Agreement.class).stream()
                .map(Right.Agreement::signedOn)
                .min(LocalDate::compareTo));
    assertThat(
            person.delegations().stream()
                .map(d -> new Right.Delegated(d.authority(), d.agency(), d.toLevel())))
        .as(as)
        .containsExactlyInAnyOrderElementsOf(of(held, Right.Delegated.class));
    for (TrainingKind kind : TrainingKind.values()) {
      assertThat(person.isTrained(kind, day))
          .as(as)
          .isEqualTo(
              of(held, Right.Trained.class).stream()
                  .filter(trained -> trained.training() == kind)
                  .anyMatch(trained -> !day.isAfter(kind.countsUntil(trained.completedOn()))));
    }
  }

  private static <T extends Right> Set<T> of(Set<Right> held, Class<T> kind) {
    List<T> all = held.stream().filter(kind::isInstance).map(kind::cast).toList();
    return new HashSet<>(all);
  }
}
