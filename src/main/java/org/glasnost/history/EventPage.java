package org.glasnost.history;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.history.JournalQueries.Order;
import org.jspecify.annotations.Nullable;

/**
 * The statement that finds a page of events. It takes as long as the page, however many events
 * there are: each stretch that it reads lies in one piece in an index of {@code journal_search} and
 * is left after the length of a page.
 *
 * @param sql selects {@code leaf_index, leaf_hash} and {@link RecordedRow#COLUMNS}, in order
 * @param values of its parameters
 */
record EventPage(String sql, Map<String, ?> values) {
  private static final String FOUND =
      "select l.leaf_index, l.leaf_hash, "
          + RecordedRow.COLUMNS
          + " from (%s) f join journal_search s on s.recorded_at = f.recorded_at and s.event ="
          + " f.event join journal_event e on e.id = f.event"
          + " left join journal_body b on b.event = e.id"
          + " left join journal_leaf l on l.event = e.id order by %s";

  /**
   * The page.
   *
   * @param filter which events
   * @param labels what the caller may see; a question that only a body can answer is answered from
   *     that alone
   * @param order in which order of recording
   * @param after the last event seen, or null at the start
   * @param most how many at most
   */
  static EventPage of(
      EventFilter filter,
      Set<Long> labels,
      Order order,
      JournalEvent.@Nullable Position after,
      int most) {
    EventConditions conditions = EventConditions.ofSearch(filter);
    if (after != null) {
      String beyond = order == Order.ASC ? ">" : "<";
      Object at = after.at().atOffset(ZoneOffset.UTC);
      // The first condition is for the index, which begins there instead of at the start.
      conditions
          .and("s.recorded_at %s= :lastAt".formatted(beyond), "lastAt", at)
          .and(
              "(s.recorded_at %1$s :lastAt or s.event %1$s :lastId)".formatted(beyond),
              "lastId",
              after.id());
    }
    String stretch =
        "select s.recorded_at, s.event from journal_search s%s order by "
            + ordered(Stream.concat(index(filter), Stream.of("s.recorded_at", "s.event")), order)
            + " fetch first "
            + most
            + " rows only";
    Map<String, Object> values = new HashMap<>(conditions.values());
    String found =
        filter.asksTheBody()
            ? ofLabels(stretch, conditions.where(), labels, order, most, values)
            : stretch.formatted(conditions.where());
    return new EventPage(
        FOUND.formatted(found, ordered(Stream.of("f.recorded_at", "f.event"), order)), values);
  }

  /**
   * What the rows of a stretch have in common, as the index has it before the instant. It stands in
   * the order only so that the databases see that the index is in that order.
   */
  private static Stream<String> index(EventFilter filter) {
    if (filter.document() != null) {
      return Stream.of("s.document", "s.label");
    }
    if (filter.actor() != null) {
      return filter.kind() == null
          ? Stream.of("s.actor", "s.label")
          : Stream.of("s.actor", "s.kind", "s.label");
    }
    return filter.kind() == null ? Stream.empty() : Stream.of("s.kind");
  }

  /** A stretch for each label, and the first of all of them together. */
  private static String ofLabels(
      String stretch,
      String where,
      Set<Long> labels,
      Order order,
      int most,
      Map<String, Object> values) {
    StringBuilder all = new StringBuilder();
    int number = 0;
    for (Long label : new TreeSet<>(labels)) {
      all.append(all.isEmpty() ? "(" : " union all (")
          .append(stretch.formatted(where + " and s.label = :label" + number))
          .append(")");
      values.put("label" + number, label);
      number++;
    }
    return "select u.recorded_at, u.event from (%s) u order by %s fetch first %d rows only"
        .formatted(all, ordered(Stream.of("u.recorded_at", "u.event"), order), most);
  }

  private static String ordered(Stream<String> columns, Order order) {
    return columns.map(column -> column + " " + order.name()).collect(Collectors.joining(", "));
  }
}
