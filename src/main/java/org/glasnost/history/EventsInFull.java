package org.glasnost.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Sequencer;
import org.glasnost.authority.Person;
import org.glasnost.rule.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One event of the journal, with what an auditor needs to check it alone. */
@Component
public class EventsInFull {
  private final JdbcClient jdbc;
  private final Sequencer sequencer;
  private final Oversight oversight;
  private final JournalQueries queries;
  private final EventReader reader = new EventReader();

  /**
   * @param jdbc on the database of the journal
   * @param sequencer which an answer waits for, ten seconds at most
   * @param oversight who may ask
   * @param queries which record that somebody looked
   */
  public EventsInFull(
      JdbcClient jdbc, Sequencer sequencer, Oversight oversight, JournalQueries queries) {
    this.jdbc = jdbc;
    this.sequencer = sequencer;
    this.oversight = oversight;
    this.queries = queries;
  }

  /**
   * One event. That it was looked at is recorded before it is told.
   *
   * @param auditor who asks
   * @param occasion the circumstances
   * @param event its id
   * @throws Refused NOT_ENTITLED for anybody but an auditor; NOT_KNOWN if there is none of that id;
   *     UNAVAILABLE if the journal cannot record it
   */
  public EventInFull one(Person auditor, Occasion occasion, UUID event) {
    oversight.require(auditor);
    sequencer.settle();
    EventInFull told = find(auditor, event);
    queries.recordReading(occasion, EventFilter.ALL, Map.of("event", event.toString()));
    return told;
  }

  private EventInFull find(Person auditor, UUID event) {
    Set<Long> labels = oversight.labels(auditor);
    return jdbc.sql(
            "select l.leaf_index, l.leaf_hash, "
                + RecordedRow.COLUMNS
                + " from journal_event e left join journal_body b on b.event = e.id"
                + RecordedRow.FOUND_BY
                + " left join journal_leaf l on l.event = e.id where e.id = :event")
        .param("event", event)
        .query((row, n) -> inFull(row, labels))
        .optional()
        .orElseThrow(Refused::notKnown);
  }

  /**
   * The access label under which an event is open to an auditor, for the roll-up marking of what
   * shows it; none where it is open to every auditor, or sealed. Tells nothing else of it.
   *
   * @throws Refused as {@link #one}
   */
  public Set<Long> labelOf(Person auditor, UUID event) {
    oversight.require(auditor);
    long label =
        jdbc.sql("select e.label from journal_event e where e.id = ?")
            .param(event)
            .query(Long.class)
            .optional()
            .orElseThrow(Refused::notKnown);
    return label != JournalEntry.OPEN && oversight.labels(auditor).contains(label)
        ? Set.of(label)
        : Set.of();
  }

  private EventInFull inFull(ResultSet row, Set<Long> labels) throws SQLException {
    JournalEvent event = reader.event(row, labels);
    RecordedRow recorded = RecordedRow.of(row);
    byte[] canonical = event.sealed() ? null : recorded.canonical();
    byte[] salt = event.sealed() ? null : recorded.salt();
    return new EventInFull(
        event,
        canonical == null ? null : new String(canonical, StandardCharsets.UTF_8),
        salt == null ? null : HexFormat.of().formatHex(salt));
  }
}
