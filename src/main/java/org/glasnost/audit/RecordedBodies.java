package org.glasnost.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What events recorded, for whoever keeps rows of the same: a row may be held against its event
 * before anybody is told what it says. For the rooms within, not for auditors: nothing is sealed
 * here.
 */
@Component
public class RecordedBodies {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 1000;

  private final JdbcClient jdbc;

  /**
   * @param jdbc on the database of the journal
   */
  public RecordedBodies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What one event recorded.
   *
   * @param id of the event
   * @param place its leaf; the greatest number there is while it has none
   * @param at when it was recorded
   * @param kind null where there is no such kind
   * @param isLapsed whether its body has lapsed: then nothing that follows is known
   * @param document which it concerned, or null
   * @param label the access label that it was recorded under, or null
   * @param effectiveOn from when it holds, or null
   * @param after what is so since, in canonical form; null where it told none
   * @param actor who did it, or null
   * @param authority under what authority, or null
   * @param reasonCode why, or null
   * @param cites what it rests on
   */
  public record Recorded(
      UUID id,
      long place,
      Instant at,
      @Nullable EventKind kind,
      boolean isLapsed,
      @Nullable UUID document,
      @Nullable Long label,
      @Nullable LocalDate effectiveOn,
      @Nullable String after,
      @Nullable UUID actor,
      @Nullable String authority,
      @Nullable String reasonCode,
      List<String> cites) {

    /** Copies the citations. */
    public Recorded {
      cites = List.copyOf(cites);
    }
  }

  /**
   * Which events concern some documents, by what events are found by: those that have no place yet
   * are not among them.
   *
   * @param kinds of which kinds
   */
  public List<UUID> about(Collection<UUID> documents, Set<EventKind> kinds) {
    if (documents.isEmpty() || kinds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select event from journal_search where document in (:documents) and kind in (:kinds)")
        .param("documents", documents)
        .param("kinds", kinds.stream().map(EventKind::name).toList())
        .query(UUID.class)
        .list();
  }

  /** What all events of a kind recorded, those among them that have no place yet. */
  public Collection<Recorded> of(EventKind kind) {
    return of(jdbc.sql(
                "select event from journal_search where kind = :kind union select e.id from"
                    + " journal_pending p join journal_event e on e.id = p.event"
                    + " where e.kind = :kind")
            .param("kind", kind.name())
            .query(UUID.class)
            .list())
        .values();
  }

  /**
   * What some events recorded, by their ids. Left out are those that there are not, and those whose
   * body is gone without a lapse or is not what the commitment binds.
   */
  public Map<UUID, Recorded> of(Collection<UUID> events) {
    Map<UUID, Recorded> recorded = new HashMap<>();
    List<UUID> all = new ArrayList<>(events);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      jdbc.sql(
              "select e.id, e.recorded_at, e.kind, e.commitment, b.canonical, b.salt,"
                  + " l.leaf_index, p.event as lapsed from journal_event e"
                  + " left join journal_body b on b.event = e.id"
                  + " left join journal_leaf l on l.event = e.id"
                  + " left join journal_lapse p on p.event = e.id where e.id in (:events)")
          .param("events", all.subList(from, Math.min(from + AT_ONCE, all.size())))
          .query(
              row -> {
                Recorded one = recorded(row);
                if (one != null) {
                  recorded.put(one.id(), one);
                }
              });
    }
    return recorded;
  }

  private static @Nullable Recorded recorded(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Long leaf = row.getObject("leaf_index", Long.class);
    long place = leaf == null ? Long.MAX_VALUE : leaf;
    byte[] canonical = row.getBytes("canonical");
    byte[] salt = row.getBytes("salt");
    if (canonical == null || salt == null) {
      return row.getObject("lapsed") == null
          ? null
          : new Recorded(
              id,
              place,
              row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
              EventKind.named(row.getString("kind")).orElse(null),
              true,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              List.of());
    }
    if (!EventBody.isBound(canonical, salt, row.getBytes("commitment"))) {
      return null;
    }
    try {
      return of(id, place, JSON.readTree(canonical));
    } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
      // Bound, and yet none of ours: whoever has the database may have anything bound.
      return null;
    }
  }

  private static Recorded of(UUID id, long place, JsonNode body) {
    JsonNode after = body.path("after");
    String document = text(body.path("document"));
    String effectiveOn = text(body.path("effectiveOn"));
    String actor = text(body.path("actor").path("id"));
    List<String> cites = new ArrayList<>();
    body.path("cites").forEach(cite -> cites.add(cite.asString("")));
    return new Recorded(
        id,
        place,
        Instant.parse(body.path("at").asString("")),
        EventKind.named(body.path("kind").asString("")).orElse(null),
        false,
        document == null ? null : UUID.fromString(document),
        body.path("label").isIntegralNumber() ? body.path("label").asLong() : null,
        effectiveOn == null ? null : LocalDate.parse(effectiveOn),
        after.isObject() ? CanonicalJson.text(JSON.treeToValue(after, Map.class)) : null,
        actor == null ? null : UUID.fromString(actor),
        text(body.path("authority")),
        text(body.path("reasonCode")),
        cites);
  }

  private static @Nullable String text(JsonNode member) {
    return member.isString() ? member.stringValue() : null;
  }
}
