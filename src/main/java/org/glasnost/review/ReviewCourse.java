package org.glasnost.review;

import java.util.UUID;
import org.glasnost.audit.Occasion;

/** What room review asks of whoever moves reviews along. Called in the running transaction. */
public interface ReviewCourse {
  /** A review of a document was ordered and waits for its equities. */
  void ordered(UUID document, UUID review, Occasion occasion);
}
