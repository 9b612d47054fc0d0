package org.glasnost.history.retention;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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

  /** The same without what was counted of some kinds, for whom may not see all of it. */
  LapseRun without(Set<EventKind> kinds) {
    return with(
        parts.stream().map(part -> kinds.contains(part.kind()) ? part.uncounted() : part).toList());
  }

  /** How many bodies were due at the order, of all kinds; null where one is not told. */
  public @Nullable Long due() {
    long sum = 0;
    for (Part part : parts) {
      Long due = part.due();
      if (due == null) {
        return null;
      }
      sum += due;
    }
    return sum;
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
   * @param due how many bodies were due at the order, without those held; null where whoever reads
   *     it may not see them all
   * @param held how many more holds kept at the order; null likewise
   * @param lapsed how many lapsed so far
   */
  public record Part(
      EventKind kind,
      String authority,
      String keep,
      Instant before,
      @Nullable Long due,
      @Nullable Long held,
      long lapsed) {

    private Part uncounted() {
      return new Part(kind, authority, keep, before, null, null, lapsed);
    }
  }
}
