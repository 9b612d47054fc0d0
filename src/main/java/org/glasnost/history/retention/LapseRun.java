package org.glasnost.history.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * An order that what is due lapses.
 *
 * @param id of the order, under which its reasons are sealed
 * @param state how far it is
 * @param parts kind by kind; never empty
 * @param ordered who ordered it, and when
 * @param decided who agreed or declined, and when; null while nobody has
 * @param endedAt when nothing was left of it but what is held; null before
 */
public record LapseRun(
    UUID id,
    LapseState state,
    List<Part> parts,
    Act ordered,
    @Nullable Act decided,
    @Nullable Instant endedAt) {

  /** Copies the parts. */
  public LapseRun {
    parts = List.copyOf(parts);
  }

  LapseRun with(List<Part> its) {
    return new LapseRun(id, state, its, ordered, decided, endedAt);
  }

  /** How many bodies were due at the order, of all kinds. */
  public long due() {
    return parts.stream().mapToLong(Part::due).sum();
  }

  /** How many lapsed so far. */
  public long lapsed() {
    return parts.stream().mapToLong(Part::lapsed).sum();
  }

  /**
   * What it comes to of one kind.
   *
   * @param kind of events
   * @param authority under which their bodies lapse
   * @param keep how long that keeps them, as it is written
   * @param before the instant before which they were recorded
   * @param due how many bodies were due at the order, without those held
   * @param held how many more holds kept at the order
   * @param lapsed how many lapsed so far
   */
  public record Part(
      EventKind kind,
      String authority,
      String keep,
      Instant before,
      long due,
      long held,
      long lapsed) {}
}
