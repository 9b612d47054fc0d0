package org.glasnost.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was registered and read of a document, for the steps of a course. */
@Component
public class Registered {
  private final Documents documents;
  private final Destroyed words;

  Registered(Documents documents, Destroyed words) {
    this.documents = documents;
    this.words = words;
  }

  /** The words of the registration. */
  public Words words(UUID document) {
    return words.words(documents.inCourse(document));
  }

  /** The document's own date, or null where nobody has said. */
  public @Nullable LocalDate dateOf(UUID document) {
    return documents.inCourse(document).documentDate();
  }

  /** What was read, and what a person said of it. */
  public ReadDocument read(UUID document) {
    return words.read(documents.inCourse(document));
  }
}
