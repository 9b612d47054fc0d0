package org.glasnost.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The leaves and nodes of the journal's tree as they are stored. Nothing here is ever changed. */
@Component
public class JournalTree {
  private final JdbcClient jdbc;

  /**
   * @param jdbc on the database of the journal
   */
  public JournalTree(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many leaves there are. */
  public long size() {
    return jdbc.sql("select coalesce(max(leaf_index) + 1, 0) from journal_leaf")
        .query(Long.class)
        .single();
  }

  /** The root of the first {@code size} leaves. */
  public byte[] root(long size) {
    return new MerkleTree(this::read).root(size);
  }

  /** The index of an event's leaf; empty while it has none. */
  public Optional<Long> indexOf(UUID event) {
    return jdbc.sql("select leaf_index from journal_leaf where event = ?")
        .param(event)
        .query(Long.class)
        .optional();
  }

  /** The proofs over what is stored. */
  MerkleTree merkle() {
    return new MerkleTree(this::read);
  }

  /** Appends a leaf for each event, and the nodes that become complete by them. */
  void append(List<UUID> events, List<byte[]> leafHashes, long epoch) {
    long size = size();
    Object[] indexes = LongStream.range(size, size + events.size()).boxed().toArray();
    jdbc.sql(
            "insert into journal_leaf (leaf_index, event, leaf_hash, epoch)"
                + " select u.leaf_index, u.event, u.leaf_hash, ? from unnest(cast(? as bigint array),"
                + " cast(? as uuid array), cast(? as bytea array)) u(leaf_index, event, leaf_hash)")
        .params(
            epoch,
            new SqlArrayValue("bigint", indexes),
            new SqlArrayValue("uuid", events.toArray()),
            new SqlArrayValue("bytea", (Object[]) leafHashes.toArray(new byte[0][])))
        .update();
    complete(0, size, size + events.size());
  }

  private void complete(int level, long before, long now) {
    long first = before / MerkleTree.WIDTH;
    long last = now / MerkleTree.WIDTH;
    for (long node = first; node < last; node++) {
      byte[] hash = MerkleTree.fold(read(level, node * MerkleTree.WIDTH, MerkleTree.WIDTH));
      jdbc.sql("insert into journal_node (node_level, node_index, node_hash) values (?,?,?)")
          .params(level + 1, node, hash)
          .update();
    }
    if (last > first) {
      complete(level + 1, first, last);
    }
  }

  /**
   * Hashes of consecutive complete subtrees: at level 0 leaf hashes, at level {@code n} roots of
   * 256^n leaves.
   *
   * @throws IllegalStateException if one is missing: the stored tree is damaged
   */
  List<byte[]> read(int level, long from, int count) {
    String sql =
        level == 0
            ? "select leaf_hash from journal_leaf where leaf_index >= :from and leaf_index < :to"
                + " order by leaf_index"
            : "select node_hash from journal_node where node_level = :level"
                + " and node_index >= :from and node_index < :to order by node_index";
    JdbcClient.StatementSpec query = jdbc.sql(sql).param("from", from).param("to", from + count);
    List<byte[]> hashes =
        (level == 0 ? query : query.param("level", level))
            .query((row, n) -> row.getBytes(1))
            .list();
    return exactly(hashes, count);
  }

  /** The stored root of one complete subtree; empty if it is missing. */
  Optional<byte[]> node(int level, long index) {
    return jdbc.sql("select node_hash from journal_node where node_level = ? and node_index = ?")
        .params(level, index)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** Events that have no leaf and do not wait for one, a hundred at most. */
  List<UUID> withoutPlace() {
    return jdbc.sql(
            "select e.id from journal_event e"
                + " where not exists (select 1 from journal_leaf l where l.event = e.id)"
                + " and not exists (select 1 from journal_pending p where p.event = e.id)"
                + " order by e.id fetch first 100 rows only")
        .query(UUID.class)
        .list();
  }

  /** Events that can be found though there are none of that id and instant, a hundred at most. */
  List<UUID> foundWithoutEvent() {
    return jdbc.sql(
            "select s.event from journal_search s where not exists"
                + " (select 1 from journal_event e where e.id = s.event"
                + " and e.recorded_at = s.recorded_at) order by s.event fetch first 100 rows only")
        .query(UUID.class)
        .list();
  }

  /** Commitments of consecutive leaves, which are the entries of the log. */
  List<byte[]> entries(long from, int count) {
    List<byte[]> commitments =
        jdbc.sql(
                "select e.commitment from journal_leaf l join journal_event e on e.id = l.event"
                    + " where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index")
            .params(from, from + count)
            .query((row, n) -> row.getBytes(1))
            .list();
    return exactly(commitments, count);
  }

  private static List<byte[]> exactly(List<byte[]> found, int count) {
    if (found.size() != count) {
      throw new IllegalStateException(
          "the stored tree has " + found.size() + " of " + count + " hashes");
    }
    return new ArrayList<>(found);
  }
}
