package org.glasnost.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
   * @param kind as its body names it
   * @param document which it concerned, or null
   * @param effectiveOn from when it holds, or null
   * @param after what is so since, in canonical form; null where it told none
   */
  public record Recorded(
      EventKind kind,
      @Nullable UUID document,
      @Nullable LocalDate effectiveOn,
      @Nullable String after) {

    /** Of a body in canonical form. */
    public static Recorded of(JsonNode body) {
      JsonNode document = body.path("document");
      JsonNode effectiveOn = body.path("effectiveOn");
      JsonNode after = body.path("after");
      return new Recorded(
          EventKind.valueOf(body.required("kind").stringValue()),
          document.isString() ? UUID.fromString(document.stringValue()) : null,
          effectiveOn.isString() ? LocalDate.parse(effectiveOn.stringValue()) : null,
          after.isObject() ? CanonicalJson.text(JSON.treeToValue(after, Map.class)) : null);
    }
  }

  /**
   * What some events recorded. Left out are those that there are not, whose body has lapsed, or
   * whose body is not what the commitment binds.
   */
  public Map<UUID, Recorded> of(Collection<UUID> events) {
    Map<UUID, Recorded> recorded = new HashMap<>();
    if (events.isEmpty()) {
      return recorded;
    }
    jdbc.sql(
            "select e.id, e.commitment, b.canonical, b.salt from journal_event e"
                + " join journal_body b on b.event = e.id where e.id in (:events)")
        .param("events", events)
        .query(
            row -> {
              byte[] canonical = row.getBytes("canonical");
              if (EventBody.isBound(canonical, row.getBytes("salt"), row.getBytes("commitment"))) {
                recorded.put(
                    row.getObject("id", UUID.class), Recorded.of(JSON.readTree(canonical)));
              }
            });
    return recorded;
  }
}
