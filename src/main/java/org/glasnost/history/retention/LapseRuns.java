package org.glasnost.history.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every order that bodies lapse; none is ever removed. */
@Component
class LapseRuns {
  private final JdbcClient jdbc;

  LapseRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(LapseRun run) {
    jdbc.sql(
            "insert into lapse_run (id, state, ordered_by, ordered_by_name, ordered_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            run.id(),
            run.state().name(),
            run.ordered().by(),
            run.ordered().byName(),
            Timestamp.from(run.ordered().at()))
        .update();
    for (LapseRun.Part part : run.parts()) {
      jdbc.sql(
              "insert into lapse_part (run, kind, authority, keep_for, before_at, due, held, lapsed)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              run.id(),
              part.kind().name(),
              part.authority(),
              part.keep(),
              Timestamp.from(part.before()),
              Objects.requireNonNull(part.due()),
              Objects.requireNonNull(part.held()),
              part.lapsed())
          .update();
    }
  }

  void decide(UUID id, LapseState state, Act decided) {
    jdbc.sql(
            "update lapse_run set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?"
                + " where id = ?")
        .params(state.name(), decided.by(), decided.byName(), Timestamp.from(decided.at()), id)
        .update();
  }

  void end(UUID id, Instant now) {
    jdbc.sql("update lapse_run set state = ?, ended_at = ? where id = ?")
        .params(LapseState.ENDED.name(), Timestamp.from(now), id)
        .update();
  }

  /** Counts a batch, in the transaction in which it goes. */
  void lapsed(UUID id, EventKind kind, long more) {
    jdbc.sql("update lapse_part set lapsed = lapsed + ? where run = ? and kind = ?")
        .params(more, id, kind.name())
        .update();
  }

  /**
   * A page of all, the latest first.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit how many at most
   */
  List<LapseRun> page(@Nullable LapseRun after, int limit) {
    if (after == null) {
      return whole(
          jdbc.sql("select * from lapse_run order by ordered_at desc, id desc limit ?")
              .param(limit)
              .query(LapseRuns::row)
              .list());
    }
    return whole(
        jdbc.sql(
                "select * from lapse_run where ordered_at < :at or (ordered_at = :at and id < :id)"
                    + " order by ordered_at desc, id desc limit :limit")
            .param("at", Timestamp.from(after.ordered().at()))
            .param("id", after.id())
            .param("limit", limit)
            .query(LapseRuns::row)
            .list());
  }

  Optional<LapseRun> byId(UUID id) {
    return whole(
            jdbc.sql("select * from lapse_run where id = ?").param(id).query(LapseRuns::row).list())
        .stream()
        .findFirst();
  }

  /** Those in a state, the oldest first. */
  List<LapseRun> in(LapseState state) {
    return whole(
        jdbc.sql("select * from lapse_run where state = ? order by ordered_at, id")
            .param(state.name())
            .query(LapseRuns::row)
            .list());
  }

  private List<LapseRun> whole(List<LapseRun> bare) {
    return bare.stream().map(run -> run.with(parts(run.id()))).toList();
  }

  private static LapseRun row(ResultSet row, int number) throws SQLException {
    return new LapseRun(
        row.getObject("id", UUID.class),
        LapseState.valueOf(row.getString("state")),
        List.of(),
        Act.of(row, "ordered"),
        Act.orNull(row, "decided"),
        Act.instantOrNull(row, "ended_at"));
  }

  private List<LapseRun.Part> parts(UUID run) {
    return jdbc.sql("select * from lapse_part where run = ? order by kind")
        .param(run)
        .query(
            (row, n) ->
                new LapseRun.Part(
                    EventKind.valueOf(row.getString("kind")),
                    row.getString("authority"),
                    row.getString("keep_for"),
                    Act.instant(row, "before_at"),
                    row.getLong("due"),
                    row.getLong("held"),
                    row.getLong("lapsed")))
        .list();
  }
}
