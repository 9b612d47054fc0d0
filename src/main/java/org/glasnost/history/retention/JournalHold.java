package org.glasnost.history.retention;

import java.time.Instant;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * A hold on the journal: until it is lifted, no body that it covers lapses.
 *
 * @param id of the hold, under which its reasons are sealed
 * @param covers which events
 * @param authority who or what orders it, such as the name of a case at law
 * @param placed who placed it, and when
 * @param proposed who proposed to lift it, and when; null where nobody does
 * @param lifted who agreed, and when; null while it holds
 */
public record JournalHold(
    UUID id,
    Covers covers,
    String authority,
    Act placed,
    @Nullable Act proposed,
    @Nullable Act lifted) {

  /**
   * Which events a hold covers.
   *
   * @param scope which of the next three is there
   * @param document the document, or null
   * @param actor the account, or null
   * @param kind the kind, or null
   * @param from those recorded at this instant or later; null without such a bound
   * @param to those recorded before it; null without such a bound
   */
  public record Covers(
      HoldScope scope,
      @Nullable UUID document,
      @Nullable UUID actor,
      @Nullable EventKind kind,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** How far it is. */
  public HoldState state() {
    if (lifted != null) {
      return HoldState.LIFTED;
    }
    return proposed == null ? HoldState.RUNNING : HoldState.LIFT_PROPOSED;
  }
}
