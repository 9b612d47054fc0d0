package org.glasnost.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.glasnost.fixtures.Databases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A journal with all its parts on a new database, without an application around it. */
public final class JournalOnDatabase {
  public static final Occasion OCCASION =
      new Occasion(
          new Actor(UUID.fromString("11111111-1111-4111-8111-111111111111"), "Reviewer, STATE"),
          "REVIEWER",
          null,
          null,
          Occasion.ClientClass.PROGRAM,
          "2026.1");

  public final JdbcClient jdbc;
  public final JdbcTransactionManager transactions;
  public final TransactionTemplate transaction;
  public final SequencerSignal signal = new SequencerSignal();
  public final Journal journal;
  public final JournalTree tree;
  public final Sequencer sequencer;
  public final JournalOrigin origin;
  public final SigningKeys signing;
  public final Checkpoints checkpoints;
  public final Proofs proofs;
  public final Tiles tiles;

  /**
   * @param database which
   * @param directory for key and checkpoints
   */
  public JournalOnDatabase(Databases database, Path directory) {
    this(database.journal(), directory);
  }

  /**
   * On a database that has its tables.
   *
   * @param database whose
   * @param directory with key and checkpoints, or for them
   */
  public JournalOnDatabase(DataSource database, Path directory) {
    this(database, directory, SigningKeys.of(key(directory.resolve("key.pem"))));
  }

  private static CheckpointSigner key(Path file) {
    return Files.exists(file) ? KeyFileSigner.read(file) : KeyFileSigner.create(file);
  }

  /** With keys of its own. */
  public JournalOnDatabase(DataSource database, Path directory, SigningKeys signing) {
    this.jdbc = JdbcClient.create(database);
    this.transactions = new JdbcTransactionManager(database);
    this.transaction = new TransactionTemplate(transactions);
    this.journal = new Journal(new JdbcTemplate(database), transactions, Clock.systemUTC(), signal);
    this.tree = new JournalTree(jdbc);
    this.sequencer = new Sequencer(jdbc, transactions, tree, signal);
    this.origin = new JournalOrigin(jdbc, transactions, "records.example.gov");
    this.signing = signing;
    this.checkpoints =
        new Checkpoints(
            jdbc,
            transactions,
            tree,
            origin,
            signing,
            new CheckpointDirectory(directory.resolve("checkpoints")),
            Clock.systemUTC());
    this.proofs = new Proofs(tree);
    this.tiles = new Tiles(tree);
  }

  /** Records and places some entries. */
  public void record(int count) {
    transaction.executeWithoutResult(
        open -> {
          for (int i = 0; i < count; i++) {
            journal.append(JournalEntry.of(EventKind.TASK_CLAIMED, OCCASION).because("N" + i));
          }
        });
    sequencer.placePending();
  }

  /** Places what is pending. */
  public void place() {
    sequencer.placePending();
  }
}
