package org.glasnost.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a filter comes to in SQL, of {@code e} the event and {@code b} its body. */
final class EventConditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private EventConditions() {}

  /**
   * The conditions of a filter.
   *
   * @param at the column of the instant, by whose index the answer is found
   * @param labels what the caller may see: what only a body can answer is answered from that alone
   */
  static EventConditions of(EventFilter filter, String at, Set<Long> labels) {
    EventConditions made = new EventConditions();
    if (filter.asksTheBody()) {
      made.and("e.label in (:labels)", "labels", labels);
    }
    made.and("b.document = :document", "document", filter.document());
    made.and("b.actor = :actor", "actor", filter.actor());
    made.and("e.kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name());
    made.and(at + " >= :from", "from", utc(filter.from()));
    return made.and(at + " < :to", "to", utc(filter.to()));
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
