package org.glasnost.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Sequencer;
import org.glasnost.authority.Person;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Auditors' questions to the journal. */
@Component
public class JournalQueries {
  private final JdbcClient jdbc;
  private final Sequencer sequencer;
  private final Oversight oversight;
  private final JsonMapper json = JsonMapper.shared();

  /**
   * @param jdbc on the database of the journal
   * @param sequencer which an answer waits for, a second at most
   * @param oversight who may ask
   */
  public JournalQueries(JdbcClient jdbc, Sequencer sequencer, Oversight oversight) {
    this.jdbc = jdbc;
    this.sequencer = sequencer;
    this.oversight = oversight;
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
   *
   * @param auditor who asks
   * @param filter which events
   * @param order in which order
   * @param after the last event seen, or null at the start
   * @param most how many at most
   * @throws Refused on ground NOT_ENTITLED for anybody but an auditor
   */
  public List<JournalEvent> events(
      Person auditor,
      EventFilter filter,
      Order order,
      JournalEvent.@Nullable Position after,
      int most) {
    oversight.require(auditor);
    Set<Long> labels = oversight.labels(auditor);
    sequencer.settle();
    boolean byBody = filter.asksTheBody();
    String at = byBody ? "b.recorded_at" : "e.recorded_at";
    String id = byBody ? "b.event" : "e.id";
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    values.put("labels", labels);
    if (byBody) {
      conditions.add("e.label in (:labels)");
    }
    restrict(conditions, values, "b.document = :document", "document", filter.document());
    restrict(conditions, values, "b.actor = :actor", "actor", filter.actor());
    restrict(conditions, values, "e.kind = :kind", "kind", name(filter.kind()));
    restrict(conditions, values, at + " >= :from", "from", utc(filter.from()));
    restrict(conditions, values, at + " < :to", "to", utc(filter.to()));
    if (after != null) {
      String beyond = order == Order.ASC ? ">" : "<";
      // The first condition is for the index, which begins there instead of at the start.
      conditions.add(
          "%1$s %3$s= :lastAt and (%1$s %3$s :lastAt or %2$s %3$s :lastId)"
              .formatted(at, id, beyond));
      values.put("lastAt", after.at().atOffset(ZoneOffset.UTC));
      values.put("lastId", after.id());
    }
    String sql =
        "select e.id, e.recorded_at, e.kind, e.commitment, l.leaf_index, l.leaf_hash,"
            + " case when e.label in (:labels) then b.canonical end as canonical"
            + " from journal_event e "
            + (byBody ? "join" : "left join")
            + " journal_body b on b.event = e.id"
            + " left join journal_leaf l on l.event = e.id"
            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
            + " order by %1$s %3$s, %2$s %3$s fetch first %4$d rows only"
                .formatted(at, id, order.name(), most);
    return jdbc.sql(sql).params(values).query((row, n) -> event(row)).list();
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

  private static void restrict(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static @Nullable String name(@Nullable EventKind kind) {
    return kind == null ? null : kind.name();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private JournalEvent event(ResultSet row) throws SQLException {
    byte[] canonical = row.getBytes("canonical");
    byte[] leafHash = row.getBytes("leaf_hash");
    Long index = row.getObject("leaf_index", Long.class);
    UUID id = row.getObject("id", UUID.class);
    Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    EventKind kind = EventKind.valueOf(row.getString("kind"));
    String commitment = Base64.getEncoder().encodeToString(row.getBytes("commitment"));
    String leaf = leafHash == null ? null : Base64.getEncoder().encodeToString(leafHash);
    if (canonical == null) {
      return new JournalEvent(
          id,
          index,
          at,
          null,
          null,
          null,
          kind,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          null,
          commitment,
          leaf,
          true);
    }
    JsonNode body = json.readTree(canonical);
    JsonNode actor = body.required("actor");
    String effectiveOn = text(body, "effectiveOn");
    return new JournalEvent(
        id,
        index,
        at,
        effectiveOn == null ? null : LocalDate.parse(effectiveOn),
        new Actor(
            UUID.fromString(actor.required("id").stringValue()),
            actor.required("office").stringValue()),
        text(body, "role"),
        kind,
        id(body, "document"),
        id(body, "review"),
        id(body, "task"),
        text(body, "process"),
        object(body, "before"),
        object(body, "after"),
        text(body, "authority"),
        text(body, "reasonCode"),
        body.required("cites").valueStream().map(JsonNode::stringValue).toList(),
        text(body, "policyRelease"),
        commitment,
        leaf,
        false);
  }

  private static @Nullable String text(JsonNode body, String member) {
    JsonNode value = body.get(member);
    return value == null ? null : value.stringValue();
  }

  private static @Nullable UUID id(JsonNode body, String member) {
    String text = text(body, member);
    return text == null ? null : UUID.fromString(text);
  }

  @SuppressWarnings("unchecked") // an object is read as a map with text keys
  private @Nullable Map<String, ?> object(JsonNode body, String member) {
    JsonNode value = body.get(member);
    return value == null ? null : json.treeToValue(value, Map.class);
  }
}
