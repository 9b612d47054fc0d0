package org.glasnost.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.RecentReadings;
import org.glasnost.audit.Sequencer;
import org.glasnost.authority.Person;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Auditors' questions to the journal. */
@Component
public class JournalQueries {
  private static final int REMEMBERED = 1000;

  private final JdbcClient jdbc;
  private final EventPlaces places;
  private final Sequencer sequencer;
  private final Oversight oversight;
  private final Journal journal;
  private final RecentReadings<Question> readings;
  private final EventReader reader = new EventReader();

  /** A question to the journal, whatever page of its answer. */
  private record Question(UUID account, EventFilter filter, Order order) {}

  /**
   * @param jdbc on the database of the journal
   * @param sequencer which an answer waits for
   * @param oversight who may ask
   * @param journal which records that they asked
   * @param clock by which that is not done at every page
   */
  public JournalQueries(
      JdbcClient jdbc, Sequencer sequencer, Oversight oversight, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.places = new EventPlaces(jdbc);
    this.sequencer = sequencer;
    this.oversight = oversight;
    this.journal = journal;
    this.readings = new RecentReadings<>(clock, REMEMBERED);
  }

  /** In which order of recording. */
  public enum Order {
    /** Oldest first. */
    ASC,
    /** Newest first. */
    DESC
  }

  /**
   * Events in the order of recording. A question that only a body can answer, by document or actor,
   * is answered from what the auditor may see; otherwise what they may not see is there, sealed.
   * That they looked is recorded before they are answered; of the pages of one question, one a
   * minute.
   *
   * @param auditor who asks
   * @param occasion the circumstances
   * @param filter which events
   * @param order in which order
   * @param after the last event seen, or null at the start
   * @param most how many at most
   * @throws Refused NOT_ENTITLED for anybody but an auditor; UNAVAILABLE if the journal cannot
   *     record it, has not placed what was recorded before, or one of them is not stored as it was
   *     recorded
   */
  public List<JournalEvent> events(
      Person auditor,
      Occasion occasion,
      EventFilter filter,
      Order order,
      JournalEvent.@Nullable Position after,
      int most) {
    oversight.require(auditor);
    Set<Long> labels = oversight.labels(auditor);
    sequencer.placeAll();
    List<JournalEvent> events = at(places.find(filter, labels, order, after, most), labels);
    Question question = new Question(auditor.id(), filter, order);
    if (after == null || readings.anew(question)) {
      recordReading(occasion, filter, Map.of("order", order.name()));
      readings.recorded(question);
    }
    return events;
  }

  private List<JournalEvent> at(List<JournalEvent.Position> found, Set<Long> labels) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<UUID, JournalEvent> events = new HashMap<>();
    jdbc.sql(
            "select l.leaf_index, l.leaf_hash, "
                + RecordedRow.COLUMNS
                + " from journal_event e left join journal_body b on b.event = e.id"
                + RecordedRow.FOUND_BY
                + " left join journal_leaf l on l.event = e.id where e.id in (:events)")
        .param("events", found.stream().map(JournalEvent.Position::id).toList())
        .query((row, n) -> reader.event(row, labels))
        .list()
        .forEach(event -> events.put(event.id(), event));
    List<JournalEvent> page = new ArrayList<>();
    for (JournalEvent.Position place : found) {
      JournalEvent event = events.get(place.id());
      if (event == null || !event.at().equals(place.at())) {
        throw EventReader.notAsRecorded(
            place.id(), event == null ? null : event.index(), "journal_search");
      }
      page.add(event);
    }
    return page;
  }

  /**
   * Records that an auditor looked: for what, not what they found. A document is named in the body
   * alone, so that its own events do not grow by being looked at; the line is under its label.
   */
  void recordReading(Occasion occasion, EventFilter filter, Map<String, ?> manner) {
    Map<String, Object> asked = new HashMap<>(filter.description());
    asked.putAll(manner);
    journal.appendAlone(
        JournalEntry.of(EventKind.JOURNAL_READ, occasion)
            .label(oversight.labelOf(filter))
            .after(asked));
  }

  /**
   * The access labels of events that are shown open to an auditor, for the roll-up marking of what
   * shows them; those open to every auditor are not among them.
   *
   * @throws Refused on ground NOT_ENTITLED for anybody but an auditor
   */
  public Set<Long> labelsOf(Person auditor, List<JournalEvent> shown) {
    oversight.require(auditor);
    List<UUID> open = shown.stream().filter(e -> !e.sealed()).map(JournalEvent::id).toList();
    if (open.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        jdbc.sql(
                "select distinct e.label from journal_event e where e.id in (:events) and e.label <>"
                    + " :everybody")
            .param("events", open)
            .param("everybody", JournalEntry.OPEN)
            .query(Long.class)
            .list());
  }
}
