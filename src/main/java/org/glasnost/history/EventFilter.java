package org.glasnost.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

  /** What is asked for, as the journal tells of it: only what restricts is there. */
  Map<String, ?> description() {
    Map<String, Object> description = new HashMap<>();
    put(description, "document", document);
    put(description, "actor", actor);
    put(description, "kind", kind);
    put(description, "from", from);
    put(description, "to", to);
    return description;
  }

  private static void put(Map<String, Object> description, String name, @Nullable Object value) {
    if (value != null) {
      description.put(name, value.toString());
    }
  }

  /**
   * Whether every change of marking of the documents it is about answers it. Only then can their
   * current markings be compared with what is told.
   */
  boolean tellsMarkingsWhole() {
    return actor == null && kind == null && from == null && to == null;
  }
}
