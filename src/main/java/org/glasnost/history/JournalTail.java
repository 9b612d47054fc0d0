package org.glasnost.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalTree;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Sequencer;
import org.glasnost.authority.Person;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The journal as it grows, in the order of its leaves: whoever has seen everything up to a leaf
 * misses nothing by going on behind it, whenever the transactions of the events were committed.
 */
@Component
public class JournalTail {
  /** So many leaves are looked through at once, whether or not they are what is asked for. */
  private static final int STRETCH = 1000;

  private final JdbcClient jdbc;
  private final JournalTree tree;
  private final Sequencer sequencer;
  private final Oversight oversight;
  private final JournalQueries queries;
  private final EventReader reader = new EventReader();

  /**
   * @param jdbc on the database of the journal
   * @param tree whose leaves are followed
   * @param sequencer which a place that the tree has not reached is waited for with
   * @param oversight who may
   * @param queries which record that somebody does
   */
  public JournalTail(
      JdbcClient jdbc,
      JournalTree tree,
      Sequencer sequencer,
      Oversight oversight,
      JournalQueries queries) {
    this.jdbc = jdbc;
    this.tree = tree;
    this.sequencer = sequencer;
    this.oversight = oversight;
    this.queries = queries;
  }

  /**
   * A stretch of the journal.
   *
   * @param events what was asked for, in the order of the leaves; at most a thousand
   * @param next the index behind the stretch, where the next one begins
   * @param labels the labels under which events are told, as {@link Oversight#readable} has them
   */
  public record Stretch(List<JournalEvent> events, long next, Set<Long> labels) {
    /** Copies the events and the labels. */
    public Stretch {
      events = List.copyOf(events);
      labels = Set.copyOf(labels);
    }
  }

  /**
   * Begins to follow, which is recorded once.
   *
   * @param from the index of the first leaf to be told of, or null for what comes from now on
   * @return the index where to begin
   * @throws Refused NOT_ENTITLED for anybody but an auditor; MALFORMED where the tree does not
   *     reach up to there, so that no event before it was ever told, or the tree's end is gone;
   *     UNAVAILABLE if the journal cannot record it
   */
  public long begin(Person auditor, Occasion occasion, EventFilter filter, @Nullable Long from) {
    oversight.require(auditor);
    long start = from == null ? tree.size() : reached(from);
    queries.recordReading(occasion, filter, Map.of("followedFrom", start));
    return start;
  }

  private long reached(long from) {
    if (from > tree.size()) {
      sequencer.settle();
      long size = tree.size();
      if (from > size) {
        throw new Refused(
            Refused.Ground.MALFORMED,
            Finding.error(
                "JRN-0013",
                "The journal has "
                    + size
                    + " places and has not told of one behind them. If it did, its end is gone:"
                    + " keep what you have, and compare checkpoints."));
      }
    }
    return from;
  }

  /**
   * What there is from a leaf on. As for a question, an event is found by its document or actor
   * only where the auditor may see it, and is sealed where they may not.
   *
   * @throws Refused NOT_ENTITLED for anybody but an auditor; UNAVAILABLE where one of them is not
   *     stored as it was recorded
   */
  public Stretch from(Person auditor, EventFilter filter, long from) {
    long to = Math.min(tree.size(), from + STRETCH);
    Set<Long> readable = oversight.readable(auditor);
    if (to <= from) {
      return new Stretch(List.of(), from, readable);
    }
    Set<Long> labels = new HashSet<>(readable);
    labels.add(JournalEntry.OPEN);
    EventConditions conditions =
        EventConditions.alongLeaves(filter, labels)
            .and("l.leaf_index >= :first", "first", from)
            .and("l.leaf_index < :end", "end", to);
    String sql =
        "select l.leaf_index, l.leaf_hash, "
            + RecordedRow.COLUMNS
            + " from journal_leaf l join journal_event e on e.id = l.event"
            + " left join journal_body b on b.event = e.id"
            + RecordedRow.FOUND_BY
            + conditions.where()
            + " order by l.leaf_index";
    return new Stretch(
        jdbc.sql(sql)
            .params(conditions.values())
            .query((row, n) -> reader.event(row, labels))
            .list(),
        to,
        readable);
  }
}
