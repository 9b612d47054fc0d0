package org.glasnost.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * An event of the journal as one auditor sees it.
 *
 * @param id the event's id
 * @param index its leaf's index in the tree, or null while it has none
 * @param at when it was recorded
 * @param effectiveOn the day on which it took effect, or null
 * @param actor who; null where sealed
 * @param role in which role, or null
 * @param kind what happened
 * @param document the document concerned, or null
 * @param review the review concerned, or null
 * @param task the task in whose course, or null
 * @param process key and version of the process definition, or null
 * @param before what held before, or null
 * @param after what held from then on, or null
 * @param authority under what authority, or null
 * @param reasonCode why, or null
 * @param cites what it rests on
 * @param policyRelease the release of policy in force; null where sealed
 * @param commitment what binds its body, in base64
 * @param leafHash its leaf, in base64, or null while it has none
 * @param sealed whether the auditor's clearance does not cover it, or its body has lapsed: then
 *     only id, index, instant, kind and hashes are told
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record JournalEvent(
    UUID id,
    @Nullable Long index,
    Instant at,
    @Nullable LocalDate effectiveOn,
    @Nullable Actor actor,
    @Nullable String role,
    EventKind kind,
    @Nullable UUID document,
    @Nullable UUID review,
    @Nullable UUID task,
    @Nullable String process,
    @Nullable Map<String, ?> before,
    @Nullable Map<String, ?> after,
    @Nullable String authority,
    @Nullable String reasonCode,
    List<String> cites,
    @Nullable String policyRelease,
    String commitment,
    @Nullable String leafHash,
    boolean sealed) {

  /** Copies the citations. */
  public JournalEvent {
    cites = List.copyOf(cites);
  }

  /**
   * The place of an event in the order of recording.
   *
   * @param at when it was recorded
   * @param id its id, which decides between events of one instant
   */
  public record Position(Instant at, UUID id) {}

  /** Where it stands in the order of recording. */
  public Position position() {
    return new Position(at, id);
  }
}
