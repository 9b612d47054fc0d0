package org.glasnost.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.CanonicalJson;
import org.glasnost.audit.RecordedBodies;
import org.glasnost.audit.RecordedBodies.Recorded;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.stereotype.Component;

/**
 * Holds rows of the marking history against the events that recorded them. No commitment binds a
 * row: whoever has the database could give a document another past, and answers about a day would
 * repeat it.
 */
@Component
public class MarkingsAsRecorded {
  private final MarkingHistory history;
  private final ChangingMarking words;
  private final RecordedBodies bodies;

  MarkingsAsRecorded(MarkingHistory history, ChangingMarking words, RecordedBodies bodies) {
    this.history = history;
    this.words = words;
    this.bodies = bodies;
  }

  /**
   * Lets rows pass that say what was recorded.
   *
   * @throws Refused on ground UNAVAILABLE if one does not
   */
  void require(List<MarkingRow> rows) {
    Map<UUID, Recorded> recorded =
        bodies.of(rows.stream().map(MarkingRow::event).distinct().toList());
    for (MarkingRow row : rows) {
      Recorded event = recorded.get(row.event());
      if (event == null || !row.document().equals(event.document()) || !says(row, event)) {
        throw new Refused(
            Refused.Ground.UNAVAILABLE,
            Finding.error(
                "JRN-0021",
                "A marking of this document is not stored as event %s recorded it: somebody has"
                        .formatted(row.event())
                    + " changed the database. Take an export of the journal and verify it; see"
                    + " docs/spec/journal.md, Rows that say otherwise."));
      }
    }
  }

  /**
   * Those events whose rows say otherwise than they.
   *
   * @param recorded events by their ids; of kinds that record no marking none is told
   */
  public List<UUID> differing(Map<UUID, Recorded> recorded) {
    List<UUID> differing = new ArrayList<>();
    Collection<UUID> events = recorded.keySet();
    for (MarkingRow row : events.isEmpty() ? List.<MarkingRow>of() : history.recordedBy(events)) {
      Recorded event = recorded.get(row.event());
      boolean same = event != null && row.document().equals(event.document()) && says(row, event);
      if (!same && !differing.contains(row.event())) {
        differing.add(row.event());
      }
    }
    return differing;
  }

  /**
   * Whether a row says what its event does. A correction of a registration changes the days of the
   * first marking and not what it is: its event tells of the registration.
   */
  private boolean says(MarkingRow row, Recorded event) {
    return switch (event.kind()) {
      case MARKING_CHANGED -> saysTheSame(row, event) && row.from().equals(event.effectiveOn());
      case DOCUMENT_REGISTERED -> saysTheSame(row, event);
      default -> true;
    };
  }

  private boolean saysTheSame(MarkingRow row, Recorded event) {
    return CanonicalJson.text(words.described(row)).equals(event.after());
  }
}
