package org.glasnost.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.rule.Citation;
import org.glasnost.web.DelegationView;
import org.jspecify.annotations.Nullable;

/**
 * An account and the person behind it, as of today or another day, as answered over HTTP. What a
 * person holds no more is not here but among their rights.
 *
 * @param name what it is signed in to with
 * @param state {@code OPEN}, or {@code LEFT} once its holder has left
 */
record PersonView(
    UUID id,
    String name,
    State state,
    @Nullable Instant leftAt,
    @Nullable String displayName,
    @Nullable String position,
    @Nullable String agency,
    List<Role> roles,
    @Nullable ClassificationLevel clearance,
    List<String> readIns,
    List<String> citizenships,
    @Nullable LocalDate ndaSignedOn,
    List<DelegationView> delegations,
    List<TrainingView> trainings) {

  /**
   * A completed training.
   *
   * @param countsUntil the last day on which it counts
   * @param law whether the law asks for it; policy of this office otherwise
   * @param cites the law that does; empty for policy
   */
  record TrainingView(
      TrainingKind training, LocalDate countsUntil, boolean law, List<String> cites) {}

  /** Whether the account can be signed in to. */
  enum State {
    OPEN,
    LEFT
  }

  static PersonView of(ViewingPeople.Known known) {
    Person person = known.person();
    State state = known.closedAt() == null ? State.OPEN : State.LEFT;
    if (person == null) {
      return new PersonView(
          known.id(),
          known.userName(),
          state,
          known.closedAt(),
          null,
          null,
          null,
          List.of(),
          null,
          List.of(),
          List.of(),
          null,
          List.of(),
          List.of());
    }
    return new PersonView(
        known.id(),
        known.userName(),
        state,
        known.closedAt(),
        person.displayName(),
        person.position(),
        person.agency(),
        person.roles().stream().sorted().toList(),
        person.clearance(),
        person.readIns().stream().sorted().toList(),
        person.citizenships().stream().sorted().toList(),
        person.ndaSignedOn(),
        person.delegations().stream().map(DelegationView::of).toList(),
        person.trainedUntil().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                done ->
                    new TrainingView(
                        done.getKey(),
                        done.getValue(),
                        done.getKey().isLaw(),
                        done.getKey().cites().stream().map(Citation::text).toList()))
            .toList());
  }
}
