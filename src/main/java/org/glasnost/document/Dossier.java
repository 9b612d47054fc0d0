package org.glasnost.document;

import java.util.List;
import java.util.UUID;
import org.glasnost.declassification.Answer;
import org.glasnost.marking.Protection;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a document but its text, as one person may see it.
 *
 * @param document the document
 * @param words title and the other words of its registration
 * @param marking the marking in force
 * @param protection what it is held at
 * @param read what was read and what a person said of it, as far as the person may see it; nothing
 *     in a page of several documents
 * @param portions where its portions begin and end; none in a page of several documents
 * @param enclosureOf the transmittal, if the person may know of it
 * @param enclosures those that the person may know of
 * @param declassification what its instruction means today
 */
public record Dossier(
    Document document,
    Words words,
    MarkingRow marking,
    Protection protection,
    ReadDocument read,
    List<Portions.Portion> portions,
    @Nullable UUID enclosureOf,
    List<UUID> enclosures,
    Answer declassification) {

  /** Copies the lists. */
  public Dossier {
    portions = List.copyOf(portions);
    enclosures = List.copyOf(enclosures);
  }
}
