package org.glasnost.history;

import java.time.Instant;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for. What is null does not restrict.
 *
 * @param document concerning this document
 * @param actor done by the account of this id
 * @param kind of this kind
 * @param from recorded at this instant or later
 * @param to recorded before this instant
 */
public record EventFilter(
    @Nullable UUID document,
    @Nullable UUID actor,
    @Nullable EventKind kind,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** Every event. */
  public static final EventFilter ALL = new EventFilter(null, null, null, null, null);

  /**
   * Whether it asks for what only the body of an event tells. A sealed event never answers such a
   * question: the answer would tell what is sealed.
   */
  boolean asksTheBody() {
    return document != null || actor != null;
  }

  /**
   * Whether every change of marking of the documents it is about answers it. Only then can their
   * current markings be compared with what is told.
   */
  boolean tellsMarkingsWhole() {
    return actor == null && kind == null && from == null && to == null;
  }
}
