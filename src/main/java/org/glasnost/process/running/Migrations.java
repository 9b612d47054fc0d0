package org.glasnost.process.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.process.deployment.Submitter;
import org.glasnost.process.engine.Moving.Running;
import org.glasnost.process.engine.Moving.Stop;
import org.glasnost.process.engine.Moving.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The migrations, with what became of each instance. None is ever removed. */
@Repository
public class Migrations {
  /** So often an instance is tried before it is said that it failed. */
  private static final int TRIES = 3;

  private final JdbcClient jdbc;

  Migrations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The migration of that id. */
  public Optional<Migration> find(UUID id) {
    return jdbc.sql("select * from migration where id = ?").param(id).query(this::row).optional();
  }

  /**
   * A page of all migrations, newest first.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit how many at most
   */
  public List<Migration> page(@Nullable Migration after, int limit) {
    if (after == null) {
      return jdbc.sql("select * from migration order by started_at desc, id desc limit ?")
          .param(limit)
          .query(this::row)
          .list();
    }
    return jdbc.sql(
            "select * from migration where started_at < :at or (started_at = :at and id < :id)"
                + " order by started_at desc, id desc limit :limit")
        .param("at", Timestamp.from(after.startedAt()))
        .param("id", after.id())
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  /**
   * A page of the instances of a migration, in the order of their ids.
   *
   * @param state those in that state alone, or null for all
   * @param after the id of the last one of the page before, or empty
   */
  public List<Migration.Instance> instances(
      UUID migration, @Nullable MoveState state, String after, int limit) {
    return jdbc.sql(
            "select * from migration_instance where migration = :migration and instance > :after"
                + (state == null ? "" : " and state = :state")
                + " order by instance limit :limit")
        .param("migration", migration)
        .param("after", after)
        .param("state", state == null ? null : state.name())
        .param("limit", limit)
        .query(Migrations::instance)
        .list();
  }

  /** Whether a migration from that version has not ended. */
  boolean underWay(String process, int from) {
    return jdbc.sql(
                "select count(*) from migration where process = ? and from_version = ? and state <>"
                    + " 'ENDED'")
            .params(process, from)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Keeps a migration that begins, with the instances that wait for it. */
  void add(Migration migration, Submitter by, List<Running> instances) {
    jdbc.sql(
            "insert into migration (id, process, from_version, to_version, state, started_by,"
                + " started_by_name, started_at, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            migration.id(),
            migration.process(),
            migration.from(),
            migration.to(),
            migration.state().name(),
            by.id(),
            by.userName(),
            Timestamp.from(migration.startedAt()),
            migration.revision())
        .update();
    migration
        .elements()
        .forEach(
            (source, target) ->
                jdbc.sql(
                        "insert into migration_element (migration, source, target) values (?, ?, ?)")
                    .params(migration.id(), source, target)
                    .update());
    for (Running each : instances) {
      jdbc.sql(
              "insert into migration_instance (migration, instance, document, state, tries) values"
                  + " (:migration, :instance, :document, 'WAITING', 0)")
          .param("migration", migration.id())
          .param("instance", each.id())
          .param("document", each.document())
          .update();
    }
  }

  /** The migrations that are to go on, the oldest first. */
  List<UUID> running() {
    return jdbc.sql("select id from migration where state = 'RUNNING' order by started_at, id")
        .query(UUID.class)
        .list();
  }

  /** The migration of that id, held against others until the transaction ends. */
  Migration locked(UUID id) {
    jdbc.sql("select id from migration where id = ? for update")
        .param(id)
        .query(UUID.class)
        .single();
    return find(id).orElseThrow();
  }

  /**
   * Moves a locked migration from one state to another.
   *
   * @param endedAt when it ended, or null where it does not
   */
  void turn(UUID id, MigrationState to, @Nullable Instant endedAt) {
    jdbc.sql(
            "update migration set state = :state, ended_at = :at, revision = revision + 1 where id"
                + " = :id")
        .param("state", to.name())
        .param("at", endedAt == null ? null : Timestamp.from(endedAt))
        .param("id", id)
        .update();
  }

  /** The next batch: what was not tried yet; then what failed, each by itself. */
  List<String> next(UUID id, int most) {
    List<String> untried = waiting(id, "tries = 0", most);
    return untried.isEmpty() ? waiting(id, "tries > 0", 1) : untried;
  }

  private List<String> waiting(UUID id, String which, int most) {
    return jdbc.sql(
            "select instance from migration_instance where migration = ? and state = 'WAITING' and "
                + which
                + " order by tries, instance limit ?")
        .params(id, most)
        .query(String.class)
        .list();
  }

  void moved(UUID id, List<String> instances) {
    for (String instance : instances) {
      jdbc.sql("update migration_instance set state = 'MOVED' where migration = ? and instance = ?")
          .params(id, instance)
          .update();
    }
  }

  void held(UUID id, String instance, Stop stop) {
    jdbc.sql(
            "update migration_instance set state = 'NOT_MOVED', why = :why, element = :element where"
                + " migration = :id and instance = :instance")
        .param("why", stop.why().name())
        .param("element", stop.element())
        .param("id", id)
        .param("instance", instance)
        .update();
  }

  /** A batch failed: each of it is tried by itself next, and given up after some times. */
  void failed(UUID id, List<String> instances) {
    for (String instance : instances) {
      jdbc.sql(
              "update migration_instance set tries = tries + 1, state = case when tries + 1 >= ?"
                  + " then 'NOT_MOVED' else state end where migration = ? and instance = ? and state"
                  + " = 'WAITING'")
          .params(TRIES, id, instance)
          .update();
    }
  }

  private Migration row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
    return new Migration(
        id,
        row.getString("process"),
        row.getInt("from_version"),
        row.getInt("to_version"),
        elements(id),
        MigrationState.valueOf(row.getString("state")),
        row.getString("started_by_name"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        endedAt == null ? null : endedAt.toInstant(),
        counts(id),
        row.getLong("revision"));
  }

  private Map<String, String> elements(UUID id) {
    Map<String, String> elements = new HashMap<>();
    jdbc.sql("select source, target from migration_element where migration = ?")
        .param(id)
        .query(
            row -> {
              elements.put(row.getString("source"), row.getString("target"));
            });
    return elements;
  }

  private Map<MoveState, Long> counts(UUID id) {
    Map<MoveState, Long> counts = new EnumMap<>(MoveState.class);
    for (MoveState state : MoveState.values()) {
      counts.put(state, 0L);
    }
    jdbc.sql(
            "select state, count(*) as instances from migration_instance where migration = ? group"
                + " by state")
        .param(id)
        .query(
            row -> {
              counts.put(MoveState.valueOf(row.getString("state")), row.getLong("instances"));
            });
    return counts;
  }

  private static Migration.Instance instance(ResultSet row, int number) throws SQLException {
    String why = row.getString("why");
    return new Migration.Instance(
        row.getString("instance"),
        row.getObject("document", UUID.class),
        MoveState.valueOf(row.getString("state")),
        why == null ? null : Why.valueOf(why),
        row.getString("element"));
  }
}
