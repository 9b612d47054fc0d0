package org.glasnost.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.glasnost.document.Destruction;
import org.glasnost.document.DestructionState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The copies of the database that were made by the product's own means, and until when they are
 * kept. What others copy (disks, servers, replicas) is not known here.
 */
@Component
public class BackupRegister {
  /** A copy that takes longer is not expected. */
  private static final Duration LONGEST_COPY = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final int keepDays;

  BackupRegister(
      JdbcClient jdbc, Clock clock, @Value("${glasnost.backups.keep-days}") int keepDays) {
    if (keepDays < 0) {
      throw new IllegalArgumentException("glasnost.backups.keep-days is 0 or more");
    }
    this.jdbc = jdbc;
    this.clock = clock;
    this.keepDays = keepDays;
  }

  /**
   * A copy.
   *
   * @param file its name where it was made
   * @param madeAt when it was begun
   * @param until when it is to be deleted; null where no such time is configured
   * @param destroyedSince how many documents were destroyed since, whose keys it may hold
   */
  public record Copy(String file, Instant madeAt, @Nullable Instant until, long destroyedSince) {}

  @Transactional
  void add(String file, Instant madeAt) {
    jdbc.sql("insert into backup_made (id, file, made_at) values (?, ?, ?)")
        .params(UUID.randomUUID(), file, Timestamp.from(madeAt))
        .update();
  }

  /** The copies that are kept at this moment by what is configured, the latest first. */
  List<Copy> kept(Instant now) {
    return jdbc.sql(
            "select b.file, b.made_at, (select count(*) from destruction x join document d on d.id ="
                + " x.document where x.state = 'CARRIED_OUT' and x.decided_at >= b.made_at and"
                + " d.registered_at <= b.made_at) destroyed"
                + " from backup_made b where b.made_at > ? order by b.made_at desc, b.id limit 200")
        .param(Timestamp.from(oldestKept(now)))
        .query(
            (row, n) ->
                copy(
                    row.getString("file"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getLong("destroyed")))
        .list();
  }

  /**
   * The copies, kept at this moment, that may hold the key of a destroyed document, the latest
   * first; none where it is not destroyed.
   */
  public List<Copy> holding(Destruction order) {
    Destruction.Act decided = order.decided();
    if (order.state() != DestructionState.CARRIED_OUT || decided == null) {
      return List.of();
    }
    Instant registeredAt =
        jdbc.sql("select registered_at from document where id = ?")
            .param(order.document())
            .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .single();
    return kept(clock.instant()).stream()
        .filter(copy -> !copy.madeAt().isAfter(decided.at()))
        .filter(copy -> copy.madeAt().isAfter(registeredAt.minus(LONGEST_COPY)))
        .toList();
  }

  private Copy copy(String file, Instant madeAt, long destroyedSince) {
    return new Copy(
        file,
        madeAt,
        keepDays == 0 ? null : madeAt.plus(Duration.ofDays(keepDays)),
        destroyedSince);
  }

  private Instant oldestKept(Instant now) {
    return keepDays == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(keepDays));
  }
}
