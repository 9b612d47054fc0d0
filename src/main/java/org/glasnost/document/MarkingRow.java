package org.glasnost.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * One marking of a document, in two times.
 *
 * @param id the row
 * @param document whose marking
 * @param verbatim what the document says; null where it says nothing
 * @param level what that comes to
 * @param protectedAs what it is held at
 * @param instruction the declassification instruction verbatim, or null
 * @param exemptionApproved whether a signature recorded the Panel's approval of the exemption that
 *     the instruction claims
 * @param confirmed whether a person confirmed it
 * @param label the label of its protection
 * @param from first day on which it held
 * @param to first day on which it no longer held, or null
 * @param recordedAt when that was recorded
 * @param supersededAt when another record took its place, or null
 * @param changedBy who recorded it
 * @param authority under what authority, or null for what the document brought with it
 * @param reasonCode why, as a code
 * @param cites what it rests on
 * @param event its line in the journal
 */
public record MarkingRow(
    UUID id,
    UUID document,
    @Nullable String verbatim,
    StatedLevel level,
    ClassificationLevel protectedAs,
    @Nullable String instruction,
    boolean exemptionApproved,
    boolean confirmed,
    long label,
    LocalDate from,
    @Nullable LocalDate to,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    UUID changedBy,
    @Nullable String authority,
    String reasonCode,
    List<String> cites,
    UUID event) {

  /** Copies the citations. */
  public MarkingRow {
    cites = List.copyOf(cites);
  }
}
