package org.glasnost.history;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.history.JournalEvent.Position;
import org.glasnost.history.JournalQueries.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the events of a page stand. It takes as long as the page, however many events there are:
 * each stretch that is read lies in one piece in an index of {@code journal_search}, and is left
 * after the length of a page. A question by document and by kind or actor besides has no index of
 * its own: it is read along the document, and takes as long as that one has events.
 */
final class EventPlaces {
  /** So many stretches a statement: more, and the embedded database nests too deep to read it. */
  private static final int STRETCHES = 64;

  /** As both databases compare ids: as bytes, not as signed numbers. */
  private static final Comparator<UUID> BYTES =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private static final Comparator<Position> OLDEST_FIRST =
      Comparator.comparing(Position::at).thenComparing(Position::id, BYTES);

  private final JdbcClient jdbc;

  EventPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The places of a page, in order.
   *
   * @param filter which events
   * @param labels what the caller may see; a question that only a body can answer is answered from
   *     that alone
   * @param order in which order of recording
   * @param after the last event seen, or null at the start
   * @param most how many at most
   */
  List<Position> find(
      EventFilter filter, Set<Long> labels, Order order, @Nullable Position after, int most) {
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
            + Stream.concat(index(filter), Stream.of("s.recorded_at", "s.event"))
                .map(column -> column + " " + order.name())
                .collect(Collectors.joining(", "))
            + " fetch first "
            + most
            + " rows only";
    if (!filter.asksTheBody()) {
      return places(stretch.formatted(conditions.where()), conditions.values());
    }
    List<Position> found = new ArrayList<>();
    List<Long> all = new ArrayList<>(new TreeSet<>(labels));
    for (int from = 0; from < all.size(); from += STRETCHES) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + STRETCHES));
      found.addAll(ofLabels(stretch, conditions, some));
    }
    return found.stream()
        .sorted(order == Order.ASC ? OLDEST_FIRST : OLDEST_FIRST.reversed())
        .limit(most)
        .toList();
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

  /** A stretch for each label. */
  private List<Position> ofLabels(String stretch, EventConditions conditions, List<Long> labels) {
    Map<String, Object> values = new HashMap<>(conditions.values());
    List<String> stretches = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      stretches.add(
          "(" + stretch.formatted(conditions.where() + " and s.label = :label" + i) + ")");
      values.put("label" + i, labels.get(i));
    }
    return places(String.join(" union all ", stretches), values);
  }

  private List<Position> places(String sql, Map<String, ?> values) {
    return jdbc.sql(sql)
        .params(values)
        .query(
            (row, n) ->
                new Position(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getObject(2, UUID.class)))
        .list();
  }
}
