package org.glasnost.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which keys have signed the tree, from which size on and until which. A key is known from the
 * first size for which it may sign; it ends with the first size that a later key signs without it,
 * and signs no more after that, on whatever node it is still named.
 */
final class KnownKeys {
  private final JdbcClient jdbc;
  private final TransactionTemplate apart;
  private final JournalOrigin origin;
  private final SigningKeys keys;
  private final Clock clock;

  /**
   * @param apart transactions of their own, so that a row which another node wrote first fails
   *     nothing but itself
   * @param keys those that sign on this node
   */
  KnownKeys(
      JdbcClient jdbc,
      TransactionTemplate apart,
      JournalOrigin origin,
      SigningKeys keys,
      Clock clock) {
    this.jdbc = jdbc;
    this.apart = apart;
    this.origin = origin;
    this.keys = keys;
    this.clock = clock;
  }

  private record Row(
      String key, long fromSize, OffsetDateTime firstUsed, @Nullable Long untilSize) {
    boolean isBefore(Row other) {
      return fromSize < other.fromSize
          || (fromSize == other.fromSize && firstUsed.isBefore(other.firstUsed));
    }
  }

  /** All keys that have signed or may sign, oldest first. */
  List<Checkpoints.Key> all() {
    return rows().stream()
        .map(row -> new Checkpoints.Key(row.key(), row.fromSize(), row.untilSize()))
        .toList();
  }

  /**
   * Remembers that this node's keys sign from here on, and that those before them which do not sign
   * any more have ended.
   *
   * @param size of the tree that is to be signed
   * @return the size from which on all keys of this node sign; more than that given where another
   *     node remembered one of them for a tree that had grown further
   * @throws Refused on ground UNAVAILABLE if a key of this node has ended
   */
  long remember(long size) {
    Set<String> ours =
        keys.all().stream().map(this::written).collect(Collectors.toUnmodifiableSet());
    List<Row> known = rows();
    for (CheckpointSigner signer : keys.all()) {
      String key = written(signer);
      if (known.stream().noneMatch(row -> row.key().equals(key))) {
        write(
            "insert into journal_key (verifier_key, from_size, first_used) values (?,?,?)",
            key,
            size,
            now());
      }
    }
    List<Row> after = rows();
    String present = written(keys.present());
    Row newest = after.stream().filter(row -> row.key().equals(present)).findFirst().orElseThrow();
    long from = 0;
    for (Row row : after) {
      if (ours.contains(row.key())) {
        requireUnended(row);
        from = Math.max(from, row.fromSize());
      } else if (row.untilSize() == null && row.isBefore(newest)) {
        write(
            "insert into journal_key_end (verifier_key, until_size, ended_at) values (?,?,?)",
            row.key(),
            size,
            now());
      }
    }
    return from;
  }

  private static void requireUnended(Row row) {
    if (row.untilSize() != null) {
      throw new Refused(
          Refused.Ground.UNAVAILABLE,
          Finding.error(
              "JRN-0005",
              "The journal's key on this node was followed by another at "
                  + row.untilSize()
                  + " events and signs no more. Name the present key; see docs/operations.md, Keys."));
    }
  }

  private String written(CheckpointSigner signer) {
    return SignedNote.verifierKey(origin.name(), signer.publicKey());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private List<Row> rows() {
    return jdbc.sql(
            "select k.verifier_key, k.from_size, k.first_used, e.until_size from journal_key k"
                + " left join journal_key_end e on e.verifier_key = k.verifier_key"
                + " order by k.from_size, k.first_used")
        .query(
            (row, n) ->
                new Row(
                    row.getString(1),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class),
                    row.getObject(4, Long.class)))
        .list();
  }

  private void write(String insert, Object... values) {
    try {
      apart.executeWithoutResult(open -> jdbc.sql(insert).params(values).update());
    } catch (DuplicateKeyException e) {
      // Another node remembered it in the same moment.
      return;
    }
  }
}
