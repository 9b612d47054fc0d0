package org.glasnost.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.audit.Difference;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.TreeCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Compares the holds on the journal with the lines that tell of them, which the tree binds and
 * which never lapse: a hold that somebody removed, changed or lifted in the database would let
 * bodies go that two people never let go.
 *
 * <p>For one walk over all leaves, or for a look at the lines of holds alone. Holds what was told
 * of each hold.
 */
public final class HoldCheck {
  private static final String TABLE = "journal_hold";
  private static final List<String> KINDS =
      List.of(
          EventKind.JOURNAL_HOLD_PLACED.name(),
          EventKind.JOURNAL_HOLD_LIFT_PROPOSED.name(),
          EventKind.JOURNAL_HOLD_LIFT_REJECTED.name(),
          EventKind.JOURNAL_HOLD_LIFTED.name());

  /** A database rounds what a line told to the nanosecond. */
  private static final Duration ROUNDING = Duration.ofNanos(1000);

  private static final String LINES =
      "select l.leaf_index, "
          + RecordedRow.COLUMNS
          + " from %s join journal_body b on b.event = e.id"
          + RecordedRow.FOUND_BY
          + " left join journal_leaf l on l.event = e.id where e.kind in (:kinds)"
          + " order by l.leaf_index nulls last, e.recorded_at, e.id";
  private static final String BEYOND =
      "(select event from journal_leaf where leaf_index >= :size union select event from"
          + " journal_pending) n join journal_event e on e.id = n.event";
  private static final String FOUND =
      "(select event from journal_search where kind in (:kinds) union select event from"
          + " journal_pending) n join journal_event e on e.id = n.event";
  private static final String ALL = "journal_event e";

  private final JdbcClient jdbc;
  private final Map<UUID, Told> told = new HashMap<>();

  /**
   * @param jdbc on the database of the journal
   */
  HoldCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a hold is.
   *
   * @param what all that is fixed when it is placed but its span, by column
   */
  private record Hold(
      Map<String, Object> what,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable UUID proposedBy,
      @Nullable UUID liftedBy,
      boolean lifted) {

    Hold proposed(@Nullable UUID by) {
      return new Hold(what, from, until, by, liftedBy, lifted);
    }

    Hold lifted(@Nullable UUID by) {
      return new Hold(what, from, until, proposedBy, by, true);
    }

    /** The columns in which another one is not the same. */
    List<String> differing(Hold other) {
      List<String> columns = new ArrayList<>();
      for (String column :
          List.of("scope", "document", "actor", "kind", "authority", "placed_by")) {
        compare(columns, column, Objects.equals(what.get(column), other.what.get(column)));
      }
      compare(columns, "from_at", isSame(from, other.from));
      compare(columns, "until_at", isSame(until, other.until));
      compare(columns, "proposed_by", Objects.equals(proposedBy, other.proposedBy));
      compare(columns, "lifted_by", Objects.equals(liftedBy, other.liftedBy));
      compare(columns, "lifted_at", lifted == other.lifted);
      return columns;
    }

    private static void compare(List<String> columns, String column, boolean same) {
      if (!same) {
        columns.add(column);
      }
    }

    private static boolean isSame(@Nullable Instant one, @Nullable Instant other) {
      if (one == null || other == null) {
        return Objects.equals(one, other);
      }
      return Duration.between(one, other).abs().compareTo(ROUNDING) <= 0;
    }
  }

  /** A hold as lines tell of it, and where the first of them stands. */
  private record Told(String place, Hold hold) {}

  /**
   * Compares them now, by a look at the lines of holds alone.
   *
   * @param whole whether every event is gone through for them; otherwise only those that are found
   *     as what they are
   * @return what does not agree
   */
  public static List<Difference> now(JdbcClient jdbc, boolean whole) {
    HoldCheck check = new HoldCheck(jdbc);
    return check.differing(check.lines(whole ? ALL : FOUND, 0));
  }

  /** A line that may tell of a hold. */
  void line(long index, JsonNode body) {
    take(told, Long.toString(index), body);
  }

  /**
   * Tells of holds that are not as lines tell of them; after the last leaf.
   *
   * @param size of the tree; what was done meanwhile has its line beyond
   */
  void end(long size, TreeCheck check) {
    List<Difference> found = differing(lines(BEYOND, size));
    if (!found.isEmpty()) {
      // Somebody may have placed or lifted one between the two looks.
      found = differing(lines(BEYOND, size));
    }
    found.forEach(
        one -> check.differs(one.table(), one.at(), one.columns().toArray(String[]::new)));
  }

  private record Line(String place, JsonNode body) {}

  private List<Line> lines(String from, long size) {
    List<Line> lines = new ArrayList<>();
    jdbc.sql(LINES.formatted(from))
        .param("kinds", KINDS)
        .param("size", size)
        .query(
            row -> {
              RecordedRow recorded = RecordedRow.of(row);
              JsonNode body = recorded.boundBody();
              if (body != null) {
                long index = row.getLong("leaf_index");
                lines.add(
                    new Line(
                        row.wasNull() ? recorded.id().toString() : Long.toString(index), body));
              }
            });
    return lines;
  }

  private List<Difference> differing(List<Line> more) {
    Map<UUID, Told> all = new HashMap<>(told);
    more.forEach(line -> take(all, line.place(), line.body()));
    Map<UUID, Hold> rows = rows();
    List<Difference> differences = new ArrayList<>();
    all.forEach(
        (id, one) -> {
          Hold row = rows.get(id);
          List<String> columns = row == null ? List.of("id") : one.hold().differing(row);
          if (!columns.isEmpty()) {
            differences.add(new Difference(TABLE, one.place(), columns));
          }
        });
    rows.keySet().stream()
        .filter(id -> !all.containsKey(id))
        .sorted()
        .forEach(id -> differences.add(new Difference(TABLE, id.toString(), List.of("id"))));
    return differences;
  }

  private static void take(Map<UUID, Told> all, String place, JsonNode body) {
    String kind = body.path("kind").asString("");
    if (!KINDS.contains(kind)) {
      return;
    }
    boolean placed = kind.equals(EventKind.JOURNAL_HOLD_PLACED.name());
    JsonNode facts = body.path(placed ? "after" : "before");
    UUID id = RecordedRow.uuid(facts.path("hold"));
    if (id == null) {
      return;
    }
    UUID by = RecordedRow.uuid(body.path("actor").path("id"));
    if (placed) {
      all.putIfAbsent(id, new Told(place, placed(body, facts)));
      return;
    }
    all.computeIfPresent(
        id,
        (same, one) ->
            new Told(
                one.place(),
                switch (EventKind.valueOf(kind)) {
                  case JOURNAL_HOLD_LIFT_PROPOSED -> one.hold().proposed(by);
                  case JOURNAL_HOLD_LIFT_REJECTED -> one.hold().proposed(null);
                  default -> one.hold().lifted(by);
                }));
  }

  private static Hold placed(JsonNode body, JsonNode facts) {
    Map<String, Object> what = new HashMap<>();
    put(what, "scope", text(facts.path("scope")));
    put(what, "document", RecordedRow.uuid(body.path("document")));
    put(what, "actor", RecordedRow.uuid(facts.path("actor")));
    put(what, "kind", text(facts.path("kind")));
    put(what, "authority", text(body.path("authority")));
    put(what, "placed_by", RecordedRow.uuid(facts.path("placedBy")));
    return new Hold(
        what,
        RecordedRow.instant(facts.path("from")),
        RecordedRow.instant(facts.path("to")),
        null,
        null,
        false);
  }

  private Map<UUID, Hold> rows() {
    Map<UUID, Hold> rows = new HashMap<>();
    jdbc.sql("select * from journal_hold")
        .query(
            row -> {
              Map<String, Object> what = new HashMap<>();
              for (String column : Arrays.asList("document", "actor", "placed_by")) {
                put(what, column, row.getObject(column, UUID.class));
              }
              for (String column : Arrays.asList("scope", "kind", "authority")) {
                put(what, column, row.getString(column));
              }
              OffsetDateTime from = row.getObject("from_at", OffsetDateTime.class);
              OffsetDateTime until = row.getObject("until_at", OffsetDateTime.class);
              rows.put(
                  row.getObject("id", UUID.class),
                  new Hold(
                      what,
                      from == null ? null : from.toInstant(),
                      until == null ? null : until.toInstant(),
                      row.getObject("proposed_by", UUID.class),
                      row.getObject("lifted_by", UUID.class),
                      row.getObject("lifted_at") != null));
            });
    return rows;
  }

  private static void put(Map<String, Object> what, String column, @Nullable Object value) {
    if (value != null) {
      what.put(column, value);
    }
  }

  private static @Nullable String text(JsonNode member) {
    return member.isString() ? member.stringValue() : null;
  }
}
