package org.glasnost.document;

import java.util.UUID;

/** What room document asks of whoever keeps reviews. Called in the running transaction. */
public interface Deliberations {
  /** Whether a review of the document was ever ordered, whatever became of it. */
  boolean anyOf(UUID document);
}
