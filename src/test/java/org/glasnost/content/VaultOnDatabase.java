package org.glasnost.content;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.audit.Journal;
import org.glasnost.audit.SequencerSignal;
import org.glasnost.fixtures.Databases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed content with its keys on a new database, without an application around it. */
final class VaultOnDatabase implements AutoCloseable {
  static final char[] PASSWORD = "a password of the test".toCharArray();
  static final String POLICY = "2026.1";

  private static final int BATCH = 4;

  final HikariDataSource database;
  final JdbcClient jdbc;
  final JdbcTransactionManager transactions;
  final TransactionTemplate transaction;
  final KeystoreFile keys;
  final Vault vault;
  final KeysInUse inUse;
  final Rotations rotations;

  /** The texts stored, by item. */
  final Map<UUID, String> texts = new LinkedHashMap<>();

  VaultOnDatabase(Databases kind, Path directory) {
    this.database = new HikariDataSource();
    database.setDataSource(kind.migratedTo("0602"));
    database.setMinimumIdle(1);
    this.jdbc = JdbcClient.create(database);
    this.transactions = new JdbcTransactionManager(database);
    this.transaction = new TransactionTemplate(transactions);
    try {
      this.keys = KeystoreFile.create(directory.resolve("keys.p12"), PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.vault = new Vault(jdbc, keys, Clock.systemUTC());
    this.inUse = new KeysInUse(jdbc, keys);
    this.rotations = new Rotations(jdbc);
  }

  @Override
  public void close() {
    database.close();
  }

  /** Stores so many texts, each with an owner of its own. */
  void holds(int many) {
    for (int n = 0; n < many; n++) {
      String text = "A notional text " + n;
      UUID item =
          transaction.execute(open -> vault.store(UUID.randomUUID(), ContentKind.TEXT, text));
      texts.put(Objects.requireNonNull(item), text);
    }
  }

  /** Adds a key to the store and orders the rotation to it. */
  String orders() {
    try {
      keys.add();
      String to = keys.renewed().name();
      List<String> from = inUse.namesBesides(to);
      Rotation rotation =
          new Rotation(
              to,
              from,
              UUID.randomUUID(),
              "admin",
              Clock.systemUTC().instant(),
              from.stream().mapToLong(inUse::count).sum(),
              null,
              0,
              0,
              null);
      transaction.executeWithoutResult(open -> rotations.add(rotation));
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Rewrapping rewrapping() {
    return rewrapping(transactions);
  }

  Rewrapping rewrapping(PlatformTransactionManager by) {
    return new Rewrapping(
        jdbc,
        keys,
        inUse,
        rotations,
        new Journal(new JdbcTemplate(database), by, Clock.systemUTC(), new SequencerSignal()),
        () -> POLICY,
        by,
        Clock.systemUTC(),
        BATCH);
  }

  /** Everything that is sealed, as it lies in the database. */
  List<String> sealed() {
    List<String> rows = new ArrayList<>();
    rows.addAll(
        jdbc.sql("select item, number, sealed from content_chunk order by item, number")
            .query(
                (row, n) ->
                    row.getString(1)
                        + " "
                        + row.getInt(2)
                        + " "
                        + HexFormat.of().formatHex(row.getBytes(3)))
            .list());
    rows.addAll(
        jdbc.sql("select id, owner, kind, length, chunks, created_at from content_item order by id")
            .query(
                (row, n) ->
                    String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
            .list());
    return rows;
  }

  long lines(String kind) {
    return jdbc.sql("select count(*) from journal_event where kind = ?")
        .param(kind)
        .query(Long.class)
        .single();
  }

  /** The body of the one line of a kind. */
  String body(String kind) {
    byte[] canonical =
        jdbc.sql(
                "select b.canonical from journal_body b join journal_event e on e.id = b.event"
                    + " where e.kind = ?")
            .param(kind)
            .query((row, n) -> row.getBytes(1))
            .single();
    return new String(canonical, StandardCharsets.UTF_8);
  }
}
