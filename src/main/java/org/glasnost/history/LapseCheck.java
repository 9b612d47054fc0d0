package org.glasnost.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.audit.TreeCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Holds what is recorded of lapses against the lines of the journal that tell of them, which the
 * tree binds: a line bears the digest of its batch's list. Of what lapsed before there were digests
 * the numbers are compared.
 *
 * <p>For one walk over all leaves. Holds ids of batches, and one batch at a time.
 */
final class LapseCheck {
  private static final String TABLE = "journal_lapse";

  private final JdbcClient jdbc;
  private final String origin;
  private final Set<UUID> told = new HashSet<>();
  private final Map<String, Long> toldOfOld = new HashMap<>();

  /**
   * @param jdbc on the database of the journal
   * @param origin the tree's name
   */
  LapseCheck(JdbcClient jdbc, String origin) {
    this.jdbc = jdbc;
    this.origin = origin;
  }

  /**
   * A line that tells of a batch.
   *
   * @param index its leaf
   * @param body as it is bound
   */
  void line(long index, JsonNode body, TreeCheck check) {
    if (!take(body)) {
      check.differs(TABLE, Long.toString(index), "batch");
    }
  }

  /** Whether what is recorded of the batch is what its line says. */
  private boolean take(JsonNode body) {
    JsonNode after = body.path("after");
    String kind = after.path("kind").asString("");
    if (!after.has("list")) {
      toldOfOld.merge(kind, after.path("bodies").asLong(0), Long::sum);
      return true;
    }
    UUID batch = id(after.path("batch").asString(""));
    if (batch == null || !told.add(batch)) {
      return false;
    }
    List<LapsedBatch> recorded = recorded(batch);
    return recorded.size() == 1
        && recorded.get(0).kind().name().equals(kind)
        && recorded.get(0).authority().equals(body.path("authority").asString(""))
        && recorded.get(0).digest(origin).equals(after.path("list").asString(""));
  }

  private static @Nullable UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Head(String kind, String authority, Instant at) {}

  /** What its rows say; one, where they agree, and none of a kind that there is not. */
  private List<LapsedBatch> recorded(UUID batch) {
    Map<Head, Set<UUID>> byHead = new HashMap<>();
    jdbc.sql(
            "select p.event, p.lapsed_at, p.authority, e.kind from journal_lapse p"
                + " join journal_event e on e.id = p.event where p.batch = ?")
        .param(batch)
        .query(
            row -> {
              Head head =
                  new Head(
                      row.getString("kind"),
                      row.getString("authority"),
                      row.getObject("lapsed_at", OffsetDateTime.class).toInstant());
              byHead
                  .computeIfAbsent(head, none -> new HashSet<>())
                  .add(row.getObject("event", UUID.class));
            });
    List<LapsedBatch> batches = new ArrayList<>();
    byHead.forEach(
        (head, events) ->
            EventKind.named(head.kind())
                .ifPresent(
                    kind ->
                        batches.add(
                            new LapsedBatch(
                                batch, kind, head.authority(), head.at(), List.copyOf(events)))));
    return batches;
  }

  /**
   * A leaf whose body is said to have lapsed. A correction could, before batches were named; those
   * that did are counted with their lines.
   *
   * @param kind as it is recorded
   * @param batch in which it lapsed; null for what lapsed before batches were named
   */
  static void lapsed(long index, String kind, @Nullable UUID batch, TreeCheck check) {
    boolean before = batch == null && kind.equals(EventKind.REGISTRATION_CORRECTED.name());
    if (!before && EventKind.named(kind).map(EventKind::isKeptForGood).orElse(true)) {
      check.differs(TABLE, Long.toString(index), "event");
    }
  }

  /**
   * Tells of what lapsed without a line; after the last leaf.
   *
   * @param size of the tree; what lapsed meanwhile has its line beyond
   */
  void end(long size, TreeCheck check) {
    Set<UUID> without = withoutLine();
    if (!without.isEmpty()) {
      linesBeyond(size).forEach(this::take);
      without.removeAll(told);
    }
    without.forEach(batch -> check.differs(TABLE, batch.toString(), "batch"));
    Map<String, Long> old = countsOfOld();
    Set<String> kinds = new TreeSet<>(old.keySet());
    kinds.addAll(toldOfOld.keySet());
    for (String kind : kinds) {
      if (!old.getOrDefault(kind, 0L).equals(toldOfOld.getOrDefault(kind, 0L))) {
        check.differs(TABLE, kind, "event");
      }
    }
  }

  private Set<UUID> withoutLine() {
    Set<UUID> batches =
        new HashSet<>(
            jdbc.sql("select distinct batch from journal_lapse where batch is not null")
                .query(UUID.class)
                .list());
    batches.removeAll(told);
    return batches;
  }

  private List<JsonNode> linesBeyond(long size) {
    List<JsonNode> lines = new ArrayList<>();
    jdbc.sql(
            "select "
                + RecordedRow.COLUMNS
                + " from (select event from journal_leaf where leaf_index >= ?"
                + " union select event from journal_pending) n"
                + " join journal_event e on e.id = n.event join journal_body b on b.event = e.id"
                + RecordedRow.FOUND_BY
                + " where e.kind = ?")
        .params(size, EventKind.BODIES_LAPSED.name())
        .query(
            row -> {
              JsonNode body = RecordedRow.of(row).boundBody();
              if (body != null) {
                lines.add(body);
              }
            });
    return lines;
  }

  private Map<String, Long> countsOfOld() {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(
            "select e.kind, count(*) from journal_lapse p join journal_event e on e.id = p.event"
                + " where p.batch is null group by e.kind")
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }
}
