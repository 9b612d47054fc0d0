package org.glasnost.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a whole text. Immutable; safe for any number of threads. */
public final class DocumentReader {
  private final MarkingReader reader;

  /**
   * @param reader reads the single lines
   */
  public DocumentReader(MarkingReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a text. Never throws, whatever the text.
   *
   * @param text the text
   * @param documentDate the day of the document where a person has given it, or null
   */
  public DocumentReading read(String text, @Nullable LocalDate documentDate) {
    int length = text.codePointCount(0, text.length());
    return new DocumentReading(
        List.of(new PlacedReading(0, length, reader.read(text, LineKind.SCAN, documentDate))),
        List.of(),
        length == 0 ? List.of() : List.of(new TextPortion(1, PortionKind.PARAGRAPH, 0, length)));
  }
}
