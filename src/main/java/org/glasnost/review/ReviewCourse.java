package org.glasnost.review;

import java.util.UUID;

/** What room review asks of whoever moves reviews along. Called in the running transaction. */
public interface ReviewCourse {
  /** A review of a document was ordered and waits for its equities. */
  void ordered(UUID document, UUID review);
}
