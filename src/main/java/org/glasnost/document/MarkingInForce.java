package org.glasnost.document;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

  /**
   * The markings in force of some documents; left out are those of which there is none, or more
   * than one, which no change of ours makes.
   */
  public List<MarkingRow> of(Collection<UUID> documents) {
    return history.inForce(documents).stream()
        .collect(Collectors.groupingBy(MarkingRow::document))
        .values()
        .stream()
        .filter(rows -> rows.size() == 1)
        .map(rows -> rows.get(0))
        .toList();
  }
}
