package org.glasnost.web;

import java.time.LocalDate;
import org.glasnost.document.MarkingRow;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.jspecify.annotations.Nullable;

/**
 * A document's marking as answered over HTTP.
 *
 * @param verbatim what the document says, or null where it says nothing
 * @param level what that comes to
 * @param protectedAs what it is held at
 * @param canonical what would be written on re-use; null where the rules leave it to a person
 * @param confirmed whether a person confirmed it
 */
public record MarkingView(
    @Nullable String verbatim,
    StatedLevel level,
    ClassificationLevel protectedAs,
    @Nullable Canonical canonical,
    boolean confirmed) {

  /**
   * The view of a marking.
   *
   * @param documentDate the day of the document, or null: what stands for its words today follows
   *     from that day, whenever somebody recorded or decided the marking
   */
  public static MarkingView of(
      MarkingRow row, @Nullable LocalDate documentDate, MarkingReader reader) {
    String verbatim = row.verbatim();
    return new MarkingView(
        verbatim,
        row.level(),
        row.protectedAs(),
        verbatim == null ? null : reader.read(verbatim, LineKind.SCAN, documentDate).canonical(),
        row.confirmed());
  }
}
