package org.glasnost.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** What a filter comes to in SQL. */
final class EventConditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private EventConditions() {}

  /**
   * The conditions of a filter, of {@code e} the event and {@code b} its body, for whoever goes
   * along the leaves.
   *
   * @param labels what the caller may see: what only a body can answer is answered from that alone
   */
  static EventConditions alongLeaves(EventFilter filter, Set<Long> labels) {
    EventConditions made = new EventConditions();
    if (filter.asksTheBody()) {
      made.and("e.label = any(:labels)", "labels", labels(labels));
    }
    return made.of(filter, "b.", "e.");
  }

  /** The conditions of a filter but for the label, of what events are found by. */
  static EventConditions ofSearch(EventFilter filter) {
    return new EventConditions().of(filter, "s.", "s.");
  }

  private EventConditions of(EventFilter filter, String body, String event) {
    and(body + "document = :document", "document", filter.document());
    and(body + "actor = :actor", "actor", filter.actor());
    and(event + "kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name());
    and(event + "recorded_at >= :from", "from", utc(filter.from()));
    return and(event + "recorded_at < :to", "to", utc(filter.to()));
  }

  /** As one parameter: there may be more of them than a statement has. */
  static Object labels(Set<Long> labels) {
    return new SqlArrayValue("bigint", labels.toArray());
  }

  private static @Nullable Object utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** One more, unless its value is null. */
  EventConditions and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
    return this;
  }

  /** All of them, with {@code where} before them; nothing where there are none. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The values of the parameters. */
  Map<String, ?> values() {
    return Map.copyOf(values);
  }
}
