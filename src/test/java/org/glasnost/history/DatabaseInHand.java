package org.glasnost.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.glasnost.fixtures.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Somebody who has the database of a journal, and may do with it whatever its owner may: the
 * triggers are gone, and so are the references between the tables.
 */
public final class DatabaseInHand {
  static final List<String> TABLES =
      List.of(
          "journal_event",
          "journal_body",
          "journal_lapse",
          "journal_pending",
          "journal_search",
          "journal_leaf",
          "journal_node",
          "journal_checkpoint",
          "journal_key",
          "journal_origin",
          "journal_hold");

  private static final int WIDTH = 256;
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;
  private final Path checkpoints;

  /** Takes the guards of a journal's tables away. */
  public DatabaseInHand(Databases which, DataSource database, Path directory) {
    this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection(database), true));
    this.checkpoints = directory.resolve("checkpoints");
    switch (which) {
      case H2 -> {
        jdbc.sql("select distinct trigger_name from information_schema.triggers")
            .query(String.class)
            .list()
            .forEach(trigger -> sql("drop trigger " + trigger));
        sql("set referential_integrity false");
      }
      case POSTGRESQL ->
          TABLES.forEach(table -> sql("alter table " + table + " disable trigger all"));
    }
  }

  private static Connection connection(DataSource database) {
    try {
      return database.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Any statement. */
  public int sql(String statement, Object... values) {
    return jdbc.sql(statement).params(values).update();
  }

  /**
   * A leaf as it is stored.
   *
   * @param hash in hexadecimal digits
   */
  record Leaf(UUID event, String hash) {}

  /** The leaves in their order, to be moved about. */
  List<Leaf> leaves() {
    return new ArrayList<>(
        jdbc.sql("select event, leaf_hash from journal_leaf order by leaf_index")
            .query(
                (row, n) -> new Leaf(row.getObject(1, UUID.class), HEX.formatHex(row.getBytes(2))))
            .list());
  }

  /** Puts other leaves in their place, numbered from 0. */
  void putLeaves(List<Leaf> leaves) {
    sql("delete from journal_leaf");
    for (int i = 0; i < leaves.size(); i++) {
      sql(
          "insert into journal_leaf (leaf_index, event, leaf_hash, epoch) values (?, ?, ?, 1)",
          i,
          leaves.get(i).event(),
          HEX.parseHex(leaves.get(i).hash()));
    }
  }

  /** Computes the nodes anew from the leaves. */
  void makeNodes() {
    sql("delete from journal_node");
    List<byte[]> hashes = leaves().stream().map(leaf -> HEX.parseHex(leaf.hash())).toList();
    for (int node = 0; (node + 1) * WIDTH <= hashes.size(); node++) {
      List<byte[]> row = new ArrayList<>(hashes.subList(node * WIDTH, (node + 1) * WIDTH));
      while (row.size() > 1) {
        List<byte[]> above = new ArrayList<>();
        for (int i = 0; i < row.size(); i += 2) {
          above.add(sha256(new byte[] {1}, row.get(i), row.get(i + 1)));
        }
        row = above;
      }
      sql(
          "insert into journal_node (node_level, node_index, node_hash) values (1, ?, ?)",
          node,
          row.get(0));
    }
  }

  /** Computes every leaf anew from its commitment, and the nodes. */
  void makeTree() {
    putLeaves(leaves().stream().map(leaf -> new Leaf(leaf.event(), hash(leaf.event()))).toList());
    makeNodes();
  }

  private String hash(UUID event) {
    return HEX.formatHex(
        sha256(new byte[] {0}, bytes("select commitment from journal_event where id = ?", event)));
  }

  /** The event of a leaf. */
  UUID eventAt(long index) {
    return jdbc.sql("select event from journal_leaf where leaf_index = ?")
        .param(index)
        .query(UUID.class)
        .single();
  }

  /** Writes another body, with salt and commitment that fit it. */
  void rewriteBody(UUID event, String from, String to) {
    String body =
        new String(
                bytes("select canonical from journal_body where event = ?", event),
                StandardCharsets.UTF_8)
            .replace(from, to);
    byte[] salt = new byte[32];
    byte[] canonical = body.getBytes(StandardCharsets.UTF_8);
    sql("update journal_body set canonical = ?, salt = ? where event = ?", canonical, salt, event);
    sql("update journal_event set commitment = ? where id = ?", sha256(salt, canonical), event);
  }

  /** An event that never happened, like another one in all but its id; with its body. */
  Leaf forge(UUID like) {
    UUID forged = UUID.randomUUID();
    sql(
        "insert into journal_event (id, recorded_at, kind, label, commitment)"
            + " select cast(? as uuid), recorded_at, kind, label, commitment from journal_event where id = ?",
        forged.toString(),
        like);
    sql(
        "insert into journal_body (event, recorded_at, actor, document, review, canonical, salt)"
            + " select cast(? as uuid), recorded_at, actor, document, review, canonical, salt"
            + " from journal_body where event = ?",
        forged.toString(),
        like);
    rewriteBody(forged, like.toString(), forged.toString());
    return new Leaf(forged, hash(forged));
  }

  /** Removes an event with all that is stored of it but its leaf. */
  void remove(UUID event) {
    for (String table :
        List.of("journal_body", "journal_lapse", "journal_pending", "journal_search")) {
      sql("delete from " + table + " where event = ?", event);
    }
    sql("delete from journal_event where id = ?", event);
  }

  /** Flips one bit of a column of bytes. */
  void flipByte(String table, String column, String where, Object... values) {
    flipByteAt(10, table, column, where, values);
  }

  /** Flips one bit of a column of bytes, of the byte at a place. */
  void flipByteAt(int place, String table, String column, String where, Object... values) {
    byte[] stored = bytes("select " + column + " from " + table + " where " + where, values);
    stored[place] ^= 4;
    List<Object> all = new ArrayList<>(List.of(stored));
    Collections.addAll(all, values);
    change(table, column, where, all);
  }

  /** Flips one bit of a letter of a column of text, at a place from its end. */
  void flipLetter(String table, String column, int fromEnd, String where, Object... values) {
    String stored =
        jdbc.sql("select " + column + " from " + table + " where " + where)
            .params(values)
            .query(String.class)
            .single();
    char[] letters = stored.toCharArray();
    letters[letters.length - fromEnd] = (char) (letters[letters.length - fromEnd] ^ 1);
    List<Object> all = new ArrayList<>(List.of(new String(letters)));
    Collections.addAll(all, values);
    change(table, column, where, all);
  }

  /** Flips the last bit of a column that holds a UUID. */
  void flipId(String table, String column, String where, Object... values) {
    UUID stored =
        jdbc.sql("select " + column + " from " + table + " where " + where)
            .params(values)
            .query(UUID.class)
            .single();
    List<Object> all =
        new ArrayList<>(
            List.of(
                new UUID(stored.getMostSignificantBits(), stored.getLeastSignificantBits() ^ 1)));
    Collections.addAll(all, values);
    change(table, column, where, all);
  }

  /** Makes an instant a microsecond later. */
  void later(String table, String column, String where, Object... values) {
    OffsetDateTime stored =
        jdbc.sql("select " + column + " from " + table + " where " + where)
            .params(values)
            .query((row, n) -> row.getObject(1, OffsetDateTime.class))
            .single();
    Instant later = stored.toInstant().plus(1, ChronoUnit.MICROS);
    List<Object> all = new ArrayList<>(List.of(later.atOffset(ZoneOffset.UTC)));
    Collections.addAll(all, values);
    change(table, column, where, all);
  }

  private void change(String table, String column, String where, List<Object> values) {
    int changed =
        jdbc.sql("update " + table + " set " + column + " = ? where " + where)
            .params(values)
            .update();
    if (changed != 1) {
      throw new IllegalStateException(changed + " rows changed in " + table);
    }
  }

  private byte[] bytes(String sql, Object... values) {
    return jdbc.sql(sql).params(values).query((row, n) -> row.getBytes(1)).single();
  }

  /** Takes away every statement that was kept, in the database and beside it. */
  void forgetStatements() {
    sql("delete from journal_checkpoint");
    if (!Files.exists(checkpoints)) {
      return;
    }
    try (Stream<Path> files = Files.walk(checkpoints)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So that a start does not wait for the lease of the node that is no more. */
  void endLease() {
    sql("update journal_lease set held_until = current_timestamp - interval '1' second");
  }

  /** Copies every row of the journal into another database with the same tables: a backup. */
  void copyTo(DataSource other) {
    JdbcClient copy = JdbcClient.create(new SingleConnectionDataSource(connection(other), true));
    for (String table : TABLES) {
      for (Map<String, Object> row : jdbc.sql("select * from " + table).query().listOfRows()) {
        List<String> columns = new ArrayList<>(row.keySet());
        copy.sql(
                "insert into %s (%s) values (%s)"
                    .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?"))))
            .params(columns.stream().map(row::get).toList())
            .update();
      }
    }
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
