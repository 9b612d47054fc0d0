package org.glasnost.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes events out of rows. */
final class EventReader {
  private final JsonMapper json = JsonMapper.shared();

  /**
   * One event.
   *
   * @param row with {@code id, recorded_at, kind, commitment, leaf_index, leaf_hash} and {@code
   *     canonical}, which is null where the event is sealed for who asks, or lapsed
   */
  JournalEvent event(ResultSet row) throws SQLException {
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
            actor.required("office").stringValue(),
            text(actor, "name")),
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
