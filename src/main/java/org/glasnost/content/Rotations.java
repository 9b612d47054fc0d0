package org.glasnost.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rotations that were ordered. None is ever removed. */
@Component
public class Rotations {
  private static final String BLANK = " ";

  private final JdbcClient jdbc;

  Rotations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records an order in the running transaction.
   *
   * @throws org.springframework.dao.DuplicateKeyException if a rotation to that key was ordered
   *     before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Rotation rotation) {
    jdbc.sql(
            "insert into key_rotation (to_key, from_keys, ordered_by, ordered_by_name, ordered_at,"
                + " at_order, rewrapped, unopened) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            rotation.to(),
            String.join(BLANK, rotation.from()),
            rotation.orderedBy(),
            rotation.orderedByName(),
            Timestamp.from(rotation.orderedAt()),
            rotation.atOrder(),
            rotation.rewrapped(),
            rotation.unopened())
        .update();
  }

  /** Every rotation, the latest first: as many as keys were ever added. */
  public List<Rotation> all() {
    return jdbc.sql("select * from key_rotation order by ordered_at desc, to_key")
        .query(Rotations::row)
        .list();
  }

  /** The latest, or empty if none was ever ordered. */
  public Optional<Rotation> latest() {
    return all().stream().findFirst();
  }

  /** The rotation to a key. */
  public Optional<Rotation> to(String key) {
    return jdbc.sql("select * from key_rotation where to_key = ?")
        .param(key)
        .query(Rotations::row)
        .optional();
  }

  /** Counts a batch, in the transaction that rewrapped it. */
  void rewrapped(String to, long more, Instant now) {
    jdbc.sql(
            "update key_rotation set rewrapped = rewrapped + ?, begun_at = coalesce(begun_at, ?)"
                + " where to_key = ?")
        .params(more, Timestamp.from(now), to)
        .update();
  }

  /** Says how many keys a whole pass could not open. */
  void unopened(String to, long count) {
    jdbc.sql("update key_rotation set unopened = ? where to_key = ? and unopened <> ?")
        .params(count, to, count)
        .update();
  }

  /**
   * Ends it in the running transaction.
   *
   * @return whether it had not ended before
   */
  boolean end(String to, Instant now) {
    return jdbc.sql(
                "update key_rotation set ended_at = ?, begun_at = coalesce(begun_at, ?), unopened ="
                    + " 0 where to_key = ? and ended_at is null")
            .params(Timestamp.from(now), Timestamp.from(now), to)
            .update()
        == 1;
  }

  private static Rotation row(ResultSet row, int number) throws SQLException {
    return new Rotation(
        row.getString("to_key"),
        List.of(row.getString("from_keys").split(BLANK, -1)),
        row.getObject("ordered_by", UUID.class),
        row.getString("ordered_by_name"),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        row.getLong("at_order"),
        instant(row, "begun_at"),
        row.getLong("rewrapped"),
        row.getLong("unopened"),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
