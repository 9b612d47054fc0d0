package org.glasnost.process;

import java.util.Optional;
import java.util.Set;
import org.glasnost.authority.Role;

/**
 * The kinds of work that a process asks of people. The name is the {@code id} of the user task in
 * the process definition, the {@code kind} over HTTP, and the name of the form that its body
 * follows.
 *
 * <p>Where a definition has two tasks of one kind, the id of the further one is the kind, a point
 * and a word, as in {@code REFERRAL_ANSWER.further}.
 */
public enum TaskKind {
  /** A person confirms what was read in a new record and marks it. */
  MARKING_REVIEW(Role.CLASSIFIER),
  /** A person names the portions that belong to other agencies. */
  EQUITY_IDENTIFICATION(Role.REFERRAL_COORDINATOR),
  /** The first determination, portion by portion. */
  FIRST_REVIEW(Role.REVIEWER),
  /** The answer of one agency to which a decision referred the record. */
  REFERRAL_ANSWER(Role.REFERRAL_COORDINATOR),
  /** The second determination, by another person, or the return to a first review. */
  SECOND_REVIEW(Role.REVIEWER, Role.SENIOR_REVIEWER),
  /** The determination of a third person where the first two differ. */
  ADJUDICATION(Role.SENIOR_REVIEWER),
  /** The declassification authority signs, or refuses to. */
  SIGNATURE(Role.DECLASSIFICATION_AUTHORITY),
  /** The words that the determination withholds are taken out of the copy. */
  REDACTION(Role.REDACTOR),
  /** Another person checks the redacted copy. */
  REDACTION_CHECK(Role.REDACTOR),
  /** The copy is given out. */
  RELEASE(Role.RECORDS_MANAGER);

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Role> candidateRoles;

  TaskKind(Role... candidateRoles) {
    this.candidateRoles = Set.of(candidateRoles);
  }

  /** The roles whose holders may claim a task of this kind; at least one. */
  public Set<Role> candidateRoles() {
    return candidateRoles;
  }

  /**
   * The kind of the user task with this id in a process definition; empty where the id names none.
   */
  public static Optional<TaskKind> ofElement(String elementId) {
    int point = elementId.indexOf('.');
    String kind = point < 0 ? elementId : elementId.substring(0, point);
    for (TaskKind candidate : values()) {
      if (candidate.name().equals(kind)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
