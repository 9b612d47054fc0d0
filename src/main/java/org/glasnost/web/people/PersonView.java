package org.glasnost.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.office.ViewingPeople;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * An account and the person behind it as of today, as answered over HTTP. What a person holds no
 * more is not here but among their rights.
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
    @Nullable LocalDate ndaSignedOn) {

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
          null);
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
        person.ndaSignedOn());
  }
}
