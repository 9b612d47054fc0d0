package org.glasnost.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.document.MarkingRow;
import org.glasnost.reading.MarkingReader;
import org.jspecify.annotations.Nullable;

/**
 * A marking of the past or present, in two times, as answered over HTTP.
 *
 * @param marking as in the document
 * @param instruction the declassification instruction, or null
 * @param from first day on which it held
 * @param to first day on which it no longer held, or null
 * @param recordedAt when that was recorded
 * @param supersededAt when another record took its place, or null
 * @param changedBy who recorded it
 * @param authority under what authority, or null
 * @param reasonCode why
 * @param cites what it rests on
 * @param event its line in the journal
 */
public record MarkingHistoryView(
    MarkingView marking,
    @Nullable String instruction,
    LocalDate from,
    @Nullable LocalDate to,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    UUID changedBy,
    @Nullable String authority,
    String reasonCode,
    List<String> cites,
    UUID event) {

  static MarkingHistoryView of(
      MarkingRow row, @Nullable LocalDate documentDate, MarkingReader reader) {
    return new MarkingHistoryView(
        MarkingView.of(row, documentDate, reader),
        row.instruction(),
        row.from(),
        row.to(),
        row.recordedAt(),
        row.supersededAt(),
        row.changedBy(),
        row.authority(),
        row.reasonCode(),
        row.cites(),
        row.event());
  }
}
