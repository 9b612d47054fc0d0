package org.glasnost.reading;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.Era;
import org.glasnost.marking.Marking;
import org.jspecify.annotations.Nullable;

/** Reads one line, or a few that belong together. Immutable; safe for any number of threads. */
public final class MarkingReader {

  /** A reader over the registers on the class path. */
  public static MarkingReader standard() {
    return new MarkingReader();
  }

  /**
   * Reads a text. Never throws, whatever the text.
   *
   * @param text the text
   * @param kind what the caller says that it is
   * @param documentDate the day of the document that bears it, or null
   */
  public Reading read(String text, LineKind kind, @Nullable LocalDate documentDate) {
    return new Reading(
        text,
        Marking.NONE,
        List.of(),
        DeclassificationText.NONE,
        List.of(),
        List.of(),
        List.of(),
        null,
        documentDate == null ? null : Era.on(documentDate),
        1.0,
        kind == LineKind.PORTION,
        List.of());
  }
}
