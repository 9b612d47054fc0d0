package org.glasnost.process.running;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.process.deployment.Submitter;
import org.glasnost.process.engine.Definition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suspensions of versions, running and ended. None is ever removed. */
@Repository
class Suspensions {
  private final JdbcClient jdbc;

  Suspensions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The suspension that holds a version now. */
  Optional<Suspension> of(Definition.Version version) {
    return jdbc.sql(
            "select * from process_suspension where process = ? and version = ? and resumed_at is"
                + " null")
        .params(version.key(), version.version())
        .query(
            (row, n) ->
                new Suspension(
                    row.getObject("id", UUID.class),
                    row.getString("suspended_by_name"),
                    row.getObject("suspended_at", OffsetDateTime.class).toInstant(),
                    row.getObject("reason", UUID.class)))
        .optional();
  }

  /** How often a version was suspended or resumed so far. */
  long changes(Definition.Version version) {
    return jdbc.sql(
            "select count(*) + count(resumed_at) from process_suspension where process = ? and"
                + " version = ?")
        .params(version.key(), version.version())
        .query(Long.class)
        .single();
  }

  /**
   * Records that a version was suspended.
   *
   * @throws org.springframework.dao.DuplicateKeyException if somebody did so at the same moment
   */
  void add(Definition.Version version, UUID id, Submitter by, Instant at, UUID reason) {
    long before =
        jdbc.sql("select count(*) from process_suspension where process = ? and version = ?")
            .params(version.key(), version.version())
            .query(Long.class)
            .single();
    jdbc.sql(
            "insert into process_suspension (process, version, number, id, suspended_by,"
                + " suspended_by_name, suspended_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            version.key(),
            version.version(),
            before,
            id,
            by.id(),
            by.userName(),
            Timestamp.from(at),
            reason)
        .update();
  }

  /** Ends a suspension; false if it had ended before. */
  boolean end(UUID id, Submitter by, Instant at, UUID reason) {
    return jdbc.sql(
                "update process_suspension set resumed_by = ?, resumed_by_name = ?, resumed_at = ?,"
                    + " resumption_reason = ? where id = ? and resumed_at is null")
            .params(by.id(), by.userName(), Timestamp.from(at), reason, id)
            .update()
        == 1;
  }
}
