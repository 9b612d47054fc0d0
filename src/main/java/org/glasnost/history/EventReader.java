package org.glasnost.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes events out of rows. */
final class EventReader {
  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
  private final JsonMapper json = JsonMapper.shared();

  /**
   * One event.
   *
   * @param row with {@code leaf_index, leaf_hash} and {@link RecordedRow#COLUMNS}
   * @param labels what the caller may see; what bears another label is sealed
   * @throws Refused on ground UNAVAILABLE if it is not stored as it was recorded, or is no event
   *     that was ever recorded here
   */
  JournalEvent event(ResultSet row, Set<Long> labels) throws SQLException {
    RecordedRow recorded = RecordedRow.of(row);
    Long index = row.getObject("leaf_index", Long.class);
    if (!recorded.isAsRecorded()) {
      throw notAsRecorded(recorded.id(), index, "journal_event, journal_body or journal_search");
    }
    if (index != null && !recorded.isFound()) {
      throw notAsRecorded(recorded.id(), index, "journal_search");
    }
    try {
      return event(row, recorded, labels);
    } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
      // It hashes as it should, and yet none of ours: a kind or an actor that we never wrote.
      Refused refused = notAsRecorded(recorded.id(), index, "journal_body");
      refused.initCause(e);
      throw refused;
    }
  }

  private JournalEvent event(ResultSet row, RecordedRow recorded, Set<Long> labels)
      throws SQLException {
    byte[] canonical = recorded.readableWith(labels) ? recorded.canonical() : null;
    byte[] leafHash = row.getBytes("leaf_hash");
    Long index = row.getObject("leaf_index", Long.class);
    UUID id = recorded.id();
    Instant at = recorded.at();
    EventKind kind = EventKind.valueOf(recorded.kind());
    String commitment = Base64.getEncoder().encodeToString(recorded.commitment());
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

  /**
   * The refusal of a page on which an event would stand that somebody has changed. The log has it
   * too: whoever asked may not be the one who sees to it.
   *
   * @param index of its leaf, or null where it has none
   * @param where the table, or tables, of which a row says otherwise
   */
  static Refused notAsRecorded(UUID event, @Nullable Long index, String where) {
    LOG.error(
        "JRN-0021: event {}, leaf {}, is not stored in {} as it was recorded",
        event,
        index == null ? "none" : index,
        where);
    return new Refused(
        Refused.Ground.UNAVAILABLE,
        Finding.error(
            "JRN-0021",
            "Event %s is not stored as it was recorded: somebody has changed the database. Take an"
                    .formatted(event)
                + " export and verify it; see docs/spec/journal.md, Rows that say otherwise."));
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
