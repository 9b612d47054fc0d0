package org.glasnost.history;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.content.KeysInUse;
import org.glasnost.content.Rotation;
import org.glasnost.content.RotationState;
import org.glasnost.content.Rotations;
import org.glasnost.content.WrappingKeys;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that the keys of all content be wrapped by the newest key of the key store, and says how
 * far that is. The order is carried out by {@link org.glasnost.content.Rewrapping}; content stays
 * as it is, and can be read and taken in all the time.
 */
@Component
public class RotatingKeys {
  private final WrappingKeys wrappingKeys;
  private final KeysInUse inUse;
  private final Rotations rotations;
  private final Journal journal;
  private final Clock clock;

  RotatingKeys(
      WrappingKeys wrappingKeys,
      KeysInUse inUse,
      Rotations rotations,
      Journal journal,
      Clock clock) {
    this.wrappingKeys = wrappingKeys;
    this.inUse = inUse;
    this.rotations = rotations;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * How the keys stand.
   *
   * @param current the name of the wrapping key that new content is kept under
   * @param inUse the wrapping keys that something hangs on, by name
   * @param rotations every rotation ordered so far, the latest first
   */
  public record Keys(String current, List<KeysInUse.Use> inUse, List<Rotation> rotations) {

    /** Copies. */
    public Keys {
      inUse = List.copyOf(inUse);
      rotations = List.copyOf(rotations);
    }
  }

  /**
   * How the keys stand.
   *
   * @throws Refused if the person is no administrator
   */
  @Transactional(readOnly = true)
  public Keys look(Person person) {
    requireAdministrator(person);
    return new Keys(wrappingKeys.current().name(), inUse.uses(), rotations.all());
  }

  /**
   * The rotation to a wrapping key.
   *
   * @throws Refused if the person is no administrator, or none was ordered to a key of that name
   */
  @Transactional(readOnly = true)
  public Rotation look(Person person, String to) {
    requireAdministrator(person);
    return rotations.to(to).orElseThrow(Refused::notKnown);
  }

  /**
   * Looks at the key store anew and orders the rotation to its newest key, with a line in the
   * journal.
   *
   * @throws Refused if the person is no administrator; if another rotation is running, the key
   *     store cannot be used or lacks a key that content hangs on, or everything is under its
   *     newest key already
   */
  @Transactional
  public Rotation order(Person person, Occasion occasion) {
    requireAdministrator(person);
    Optional<Rotation> latest = rotations.latest();
    if (latest.filter(known -> known.state() == RotationState.RUNNING).isPresent()) {
      throw running(latest.get().to());
    }
    String to = newest();
    List<String> closed = inUse.closed();
    if (!closed.isEmpty()) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          closed.stream().map(sentence -> Finding.error("OPS-0006", sentence)).toList());
    }
    List<String> from = inUse.namesBesides(to);
    if (from.isEmpty()) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error(
                  "OPS-0007",
                  "Everything is wrapped by "
                      + to
                      + " already, the newest key of the key store: add a key first.")
              .suggesting("java -jar glasnost.jar keys --add"));
    }
    if (rotations.to(to).isPresent()) {
      throw running(to);
    }
    long keys = from.stream().mapToLong(inUse::count).sum();
    Rotation rotation =
        new Rotation(
            to, from, person.id(), person.userName(), clock.instant(), keys, null, 0, 0, null);
    try {
      rotations.add(rotation);
    } catch (DuplicateKeyException e) {
      throw running(to);
    }
    journal.append(
        JournalEntry.of(EventKind.KEY_ROTATION_ORDERED, occasion)
            .before(Map.of("wrappingKeys", from))
            .after(Map.of("wrappingKey", to, "keys", keys)));
    return rotation;
  }

  private String newest() {
    try {
      return wrappingKeys.renewed().name();
    } catch (IOException e) {
      Refused refused =
          new Refused(
              Refused.Ground.CONFLICT,
              Finding.error(
                  "OPS-0006", "The key store cannot be used as it is: " + e.getMessage() + "."));
      refused.initCause(e);
      throw refused;
    }
  }

  private static Refused running(String to) {
    return new Refused(
        Refused.Ground.CONFLICT,
        Finding.error(
            "OPS-0005", "A rotation to " + to + " was ordered already and is being carried out."));
  }

  private static void requireAdministrator(Person person) {
    if (!person.has(Role.ADMINISTRATOR)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error("OPS-0004", "Only an administrator sees and rotates keys."));
    }
  }
}
