package org.glasnost.document;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The marking that a document bears now, for the steps of a course. */
@Component
public class MarkingInForce {
  private final MarkingHistory history;

  MarkingInForce(MarkingHistory history) {
    this.history = history;
  }

  /** The marking in force. */
  public MarkingRow of(UUID document) {
    return history.current(document);
  }
}
