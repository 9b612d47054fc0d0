package org.glasnost.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * A person as the record knows them on one day: what they are appointed to, cleared for and
 * delegated. A value, not the account; it does not change when the account does.
 *
 * @param id the account's id
 * @param userName what they sign in with
 * @param displayName how pages name them
 * @param position the office held, such as {@code Reviewer}
 * @param agency id of the agency in which it is held
 * @param roles what they are appointed to do
 * @param clearance the highest level they are cleared for, or null where they hold none
 * @param readIns compartments and programs they are read into, as banner words
 * @param citizenships country trigraphs, such as {@code USA}
 * @param ndaSignedOn the day the nondisclosure agreement (SF 312) was signed, or null where none is
 *     on record
 * @param delegations the authorities given to them that hold on that day
 * @param trainedUntil for each training on record, the last day on which it counts
 */
public record Person(
    UUID id,
    String userName,
    String displayName,
    String position,
    String agency,
    Set<Role> roles,
    @Nullable ClassificationLevel clearance,
    Set<String> readIns,
    Set<String> citizenships,
    @Nullable LocalDate ndaSignedOn,
    List<Delegation> delegations,
    Map<TrainingKind, LocalDate> trainedUntil) {

  /**
   * @throws IllegalArgumentException if a name, the position or the agency is blank, which is a bug
   *     of ours
   */
  public Person {
    if (userName.isBlank() || displayName.isBlank() || position.isBlank() || agency.isBlank()) {
      throw new IllegalArgumentException("a person has a name, a position and an agency");
    }
    roles = Set.copyOf(roles);
    readIns = Set.copyOf(readIns);
    citizenships = Set.copyOf(citizenships);
    delegations = List.copyOf(delegations);
    trainedUntil = Map.copyOf(trainedUntil);
  }

  /** Whether they are appointed to that role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** The office as the journal and the released copy name it: {@code Reviewer, STATE}. */
  public String office() {
    return position + ", " + agency;
  }

  /** As the journal names them. */
  public Actor actor() {
    return new Actor(id, office(), displayName);
  }

  /**
   * The first delegation of that authority that covers that agency's information at that level on
   * that day. An authority to classify is suspended, and covers nothing, while the training in
   * original classification does not count.
   */
  public Optional<Delegation> delegationFor(
      Delegation.Authority authority, String ofAgency, ClassificationLevel level, LocalDate day) {
    boolean suspended =
        switch (authority) {
          case CLASSIFICATION -> !isTrained(TrainingKind.ORIGINAL_CLASSIFICATION, day);
          case DECLASSIFICATION -> false;
        };
    return delegations.stream()
        .filter(d -> !suspended && d.covers(authority, ofAgency, level, day))
        .findFirst();
  }

  /** Whether a training of that kind still counts on that day. */
  public boolean isTrained(TrainingKind kind, LocalDate day) {
    LocalDate until = trainedUntil.get(kind);
    return until != null && !day.isAfter(until);
  }
}
