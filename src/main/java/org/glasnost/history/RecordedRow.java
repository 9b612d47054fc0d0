package org.glasnost.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventBody;
import org.glasnost.audit.TreeCheck;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as its rows have it. The columns by which events are found stand beside the body, and no
 * commitment binds them; the body says the same of itself. Where both differ somebody has had the
 * database in hand, and the body is believed as far as its commitment binds it.
 */
final class RecordedRow {
  /**
   * What a query selects, of {@code e} the event, {@code b} its body and {@code s} what it is found
   * by, for {@link #of}.
   */
  static final String COLUMNS =
      "e.id, e.recorded_at, e.kind, e.label, e.commitment, b.recorded_at as body_recorded_at,"
          + " b.actor, b.document, b.review, b.canonical, b.salt, s.event as found_event,"
          + " s.recorded_at as found_at, s.kind as found_kind, s.label as found_label, s.actor as found_actor,"
          + " s.document as found_document";

  /** Joins what an event is found by; an event without a place has none. */
  static final String FOUND_BY =
      " left join journal_search s on s.recorded_at = e.recorded_at and s.event = e.id";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final UUID id;
  private final Instant at;
  private final String kind;
  private final long label;
  private final byte[] commitment;
  private final byte @Nullable [] canonical;
  private final byte @Nullable [] salt;
  private final @Nullable UUID document;
  private final @Nullable UUID actor;
  private final @Nullable JsonNode body;
  private final List<String> ofEvent = new ArrayList<>();
  private final List<String> ofBody = new ArrayList<>();
  private final List<String> ofSearch = new ArrayList<>();
  private final boolean found;
  private final boolean bound;

  private RecordedRow(ResultSet row) throws SQLException {
    UUID columnId = row.getObject("id", UUID.class);
    Instant columnAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    String columnKind = row.getString("kind");
    label = row.getLong("label");
    commitment = row.getBytes("commitment");
    canonical = row.getBytes("canonical");
    salt = row.getBytes("salt");
    UUID columnDocument = row.getObject("document", UUID.class);
    UUID columnActor = row.getObject("actor", UUID.class);
    body = canonical == null || salt == null ? null : parsed(canonical);
    if (body != null && EventBody.isBound(canonical, salt, commitment)) {
      bound = true;
      OffsetDateTime beside = row.getObject("body_recorded_at", OffsetDateTime.class);
      id = Objects.requireNonNullElse(uuid(body.path("id")), columnId);
      at = Objects.requireNonNullElse(instant(body.path("at")), columnAt);
      kind = body.path("kind").asString(columnKind);
      document = uuid(body.path("document"));
      actor = uuid(body.path("actor").path("id"));
      compare(ofEvent, "id", columnId, id);
      compare(ofEvent, "recorded_at", columnAt, at);
      compare(ofEvent, "kind", columnKind, kind);
      compare(ofEvent, "label", label, recordedLabel());
      compare(ofBody, "recorded_at", beside == null ? null : beside.toInstant(), at);
      compare(ofBody, "actor", columnActor, actor);
      compare(ofBody, "document", columnDocument, document);
      compare(ofBody, "review", row.getObject("review", UUID.class), uuid(body.path("review")));
    } else {
      bound = false;
      id = columnId;
      at = columnAt;
      kind = columnKind;
      document = columnDocument;
      actor = columnActor;
      if (canonical != null) {
        ofBody.add("canonical");
      }
    }
    found = row.getObject("found_event") != null;
    if (found) {
      OffsetDateTime foundAt = row.getObject("found_at", OffsetDateTime.class);
      compare(ofSearch, "recorded_at", foundAt.toInstant(), at);
      compare(ofSearch, "kind", row.getString("found_kind"), kind);
      compare(ofSearch, "label", row.getLong("found_label"), recordedLabel());
      compare(ofSearch, "actor", row.getObject("found_actor", UUID.class), actor);
      compare(ofSearch, "document", row.getObject("found_document", UUID.class), document);
    }
  }

  /** Reads {@link #COLUMNS}. */
  static RecordedRow of(ResultSet row) throws SQLException {
    return new RecordedRow(row);
  }

  private static void compare(
      List<String> differing, String column, @Nullable Object stored, @Nullable Object recorded) {
    if (!Objects.equals(stored, recorded)) {
      differing.add(column);
    }
  }

  private static @Nullable JsonNode parsed(byte[] canonical) {
    try {
      JsonNode body = JSON.readTree(canonical);
      return body.isObject() ? body : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The id that a member is; null where it is none. */
  static @Nullable UUID uuid(JsonNode member) {
    try {
      return member.isString() ? UUID.fromString(member.stringValue()) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The instant that a member is; null where it is none. */
  static @Nullable Instant instant(JsonNode member) {
    try {
      return member.isString() ? Instant.parse(member.stringValue()) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  UUID id() {
    return id;
  }

  Instant at() {
    return at;
  }

  String kind() {
    return kind;
  }

  byte[] commitment() {
    return commitment;
  }

  /** The body as it is stored; null where it has lapsed. */
  byte @Nullable [] canonical() {
    return canonical;
  }

  byte @Nullable [] salt() {
    return salt;
  }

  @Nullable UUID document() {
    return document;
  }

  @Nullable UUID actor() {
    return actor;
  }

  /**
   * Whether somebody who may see these labels may read the body: the label beside it and the one
   * that it bears itself must both be among them.
   */
  boolean readableWith(Set<Long> labels) {
    return canonical != null && labels.contains(label) && labels.contains(recordedLabel());
  }

  private long recordedLabel() {
    return body == null ? label : body.path("label").asLong(label);
  }

  /** Whether all columns say what was recorded. */
  boolean isAsRecorded() {
    return ofEvent.isEmpty() && ofBody.isEmpty() && ofSearch.isEmpty();
  }

  /** Its body; null where it has lapsed, or is not what the commitment binds. */
  @Nullable JsonNode boundBody() {
    return bound ? body : null;
  }

  /** Whether it can be found at all. */
  boolean isFound() {
    return found;
  }

  /** Tells which columns do not say what was recorded. */
  void tell(TreeCheck check, long index) {
    if (!ofEvent.isEmpty()) {
      check.differs("journal_event", Long.toString(index), ofEvent.toArray(String[]::new));
    }
    if (!ofBody.isEmpty()) {
      check.differs("journal_body", Long.toString(index), ofBody.toArray(String[]::new));
    }
    if (!ofSearch.isEmpty()) {
      check.differs("journal_search", Long.toString(index), ofSearch.toArray(String[]::new));
    }
  }
}
