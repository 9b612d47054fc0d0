package org.glasnost.history.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every hold on the journal; none is ever removed. */
@Component
class JournalHolds {
  private final JdbcClient jdbc;

  JournalHolds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits until no body is going, and keeps any from going until the transaction ends: what is held
   * from then on is held in full.
   */
  void still() {
    jdbc.sql("select id from journal_retention where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  void add(JournalHold hold) {
    JournalHold.Covers covers = hold.covers();
    EventKind kind = covers.kind();
    jdbc.sql(
            "insert into journal_hold (id, scope, document, actor, kind, from_at, until_at,"
                + " authority, placed_by, placed_by_name, placed_at) values (:id, :scope, :document,"
                + " :actor, :kind, :from, :until, :authority, :by, :name, :at)")
        .param("id", hold.id())
        .param("scope", covers.scope().name())
        .param("document", covers.document())
        .param("actor", covers.actor())
        .param("kind", kind == null ? null : kind.name())
        .param("from", timestamp(covers.from()))
        .param("until", timestamp(covers.to()))
        .param("authority", hold.authority())
        .param("by", hold.placed().by())
        .param("name", hold.placed().byName())
        .param("at", timestamp(hold.placed().at()))
        .update();
  }

  /** Proposes to lift it; by nobody, takes that back. */
  void propose(UUID id, @Nullable Act proposed) {
    jdbc.sql(
            "update journal_hold set proposed_by = :by, proposed_by_name = :name, proposed_at = :at"
                + " where id = :id")
        .param("by", proposed == null ? null : proposed.by())
        .param("name", proposed == null ? null : proposed.byName())
        .param("at", timestamp(proposed == null ? null : proposed.at()))
        .param("id", id)
        .update();
  }

  void lift(UUID id, Act lifted) {
    jdbc.sql(
            "update journal_hold set lifted_by = ?, lifted_by_name = ?, lifted_at = ? where id = ?")
        .params(lifted.by(), lifted.byName(), Timestamp.from(lifted.at()), id)
        .update();
  }

  /**
   * A page of all, the latest first.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit how many at most
   */
  List<JournalHold> page(@Nullable JournalHold after, int limit) {
    if (after == null) {
      return jdbc.sql("select * from journal_hold order by placed_at desc, id desc limit ?")
          .param(limit)
          .query(JournalHolds::row)
          .list();
    }
    return jdbc.sql(
            "select * from journal_hold where placed_at < :at or (placed_at = :at and id < :id)"
                + " order by placed_at desc, id desc limit :limit")
        .param("at", Timestamp.from(after.placed().at()))
        .param("id", after.id())
        .param("limit", limit)
        .query(JournalHolds::row)
        .list();
  }

  Optional<JournalHold> byId(UUID id) {
    return jdbc.sql("select * from journal_hold where id = ?")
        .param(id)
        .query(JournalHolds::row)
        .optional();
  }

  private static JournalHold row(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    return new JournalHold(
        row.getObject("id", UUID.class),
        new JournalHold.Covers(
            HoldScope.valueOf(row.getString("scope")),
            row.getObject("document", UUID.class),
            row.getObject("actor", UUID.class),
            kind == null ? null : EventKind.valueOf(kind),
            Act.instantOrNull(row, "from_at"),
            Act.instantOrNull(row, "until_at")),
        row.getString("authority"),
        Act.of(row, "placed"),
        Act.orNull(row, "proposed"),
        Act.orNull(row, "lifted"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
