package org.glasnost.authority.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order of two security officers that gives a person something.
 *
 * @param id its id
 * @param person the account it is for
 * @param sought what it gives
 * @param from the first day asked for, or null for the day of the approval
 * @param to the last day, or null where no end is set
 * @param state how far it has come
 * @param reason the sealed words of the proposal
 * @param proposedBy the first officer
 * @param proposedAt when
 * @param decision what came of it, or null while it is proposed
 * @param version raised with each change
 */
public record RightsOrder(
    UUID id,
    UUID person,
    Sought sought,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    OrderState state,
    UUID reason,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable Decision decision,
    int version) {

  /**
   * How an order ended.
   *
   * @param by the second officer, or the first where they took it back
   * @param at when
   * @param reason the sealed words, or null where none were needed
   * @param given the record of what was given, or null
   */
  public record Decision(UUID by, Instant at, @Nullable UUID reason, @Nullable UUID given) {}

  /** The first day on which it holds if it is approved today. */
  LocalDate begins(LocalDate today) {
    return from == null || from.isBefore(today) ? today : from;
  }

  RightsOrder decided(OrderState outcome, Decision how) {
    return new RightsOrder(
        id, person, sought, from, to, outcome, reason, proposedBy, proposedAt, how, version + 1);
  }
}
