package org.glasnost.process.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands on the work list.
 *
 * @param id ours; the engine's own is never shown
 * @param engineTask the engine's id
 * @param kind what is to be done
 * @param name in words
 * @param document on which
 * @param review in which, or null
 * @param agency of those who may claim it, or null for any
 * @param referredTo the agency whose answer is awaited, or null
 * @param candidateRoles of those who may claim it
 * @param process key and version of the definition
 * @param assignee who claimed it, or null
 * @param createdAt when it opened
 * @param completedAt when it ended, or null
 * @param cancelled whether it ended without being completed
 * @param due the last day, or null
 * @param followUp when to look again, or null
 * @param draft the sealed draft of its form, or null
 * @param note the sealed reason why it was sent back, or null
 * @param version counts the changes
 */
public record WorkItem(
    UUID id,
    String engineTask,
    TaskKind kind,
    String name,
    UUID document,
    @Nullable UUID review,
    @Nullable String agency,
    @Nullable String referredTo,
    List<String> candidateRoles,
    String process,
    @Nullable UUID assignee,
    Instant createdAt,
    @Nullable Instant completedAt,
    boolean cancelled,
    @Nullable LocalDate due,
    @Nullable LocalDate followUp,
    @Nullable UUID draft,
    @Nullable UUID note,
    long version) {

  /** How it stands with the time that is left. */
  public enum Timing {
    ON_TIME,
    AT_RISK,
    OVERDUE
  }

  /** Copies the roles. */
  public WorkItem {
    candidateRoles = List.copyOf(candidateRoles);
  }

  /**
   * How it stands with the time that is left on a day.
   *
   * @param warningDays how many days before its last day it is at risk; the decision {@code
   *     task-warning} says it
   */
  Timing timing(LocalDate today, int warningDays) {
    return timing(due, today, warningDays);
  }

  static Timing timing(@Nullable LocalDate due, LocalDate today, int warningDays) {
    if (due == null || due.isAfter(today.plusDays(warningDays))) {
      return Timing.ON_TIME;
    }
    return due.isBefore(today) ? Timing.OVERDUE : Timing.AT_RISK;
  }

  /** The role in which somebody works at it; empty where they have none of those that may. */
  public Optional<String> usedRole(Person person) {
    return candidateRoles.stream()
        .map(Role::valueOf)
        .filter(person::has)
        .findFirst()
        .map(Role::name);
  }

  /** Whether it still waits. */
  public boolean isOpen() {
    return completedAt == null;
  }
}
