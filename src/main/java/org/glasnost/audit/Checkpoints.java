package org.glasnost.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs what the tree is, and keeps every such statement, in the database and outside it.
 *
 * <p>A tree that is no continuation of what was signed before is not signed: neither one that a
 * restored backup or a lost tail has made shorter, nor one whose past differs.
 */
@Component
public class Checkpoints {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JournalTree tree;
  private final JournalOrigin origin;
  private final SigningKeys signing;
  private final KnownKeys keys;
  private final CheckpointDirectory outside;
  private final Clock clock;

  /**
   * @param jdbc on the database of the journal
   * @param transactions its transaction manager
   * @param tree what is signed
   * @param origin the tree's name
   * @param signing the keys
   * @param outside where statements are kept beside the database
   * @param clock for the instant of signing
   */
  public Checkpoints(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JournalTree tree,
      JournalOrigin origin,
      SigningKeys signing,
      CheckpointDirectory outside,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.tree = tree;
    this.origin = origin;
    this.signing = signing;
    this.outside = outside;
    this.clock = clock;
    this.keys = new KnownKeys(jdbc, transaction, origin, signing, clock);
  }

  /**
   * The statement about the tree as it is now; signed if there is none yet for its size.
   *
   * @throws Refused on ground UNAVAILABLE if the tree is no continuation of what was signed before,
   *     or this node's key has ended
   */
  public synchronized Checkpoint current() {
    long size = tree.size();
    Optional<Checkpoint> latest = latest();
    if (latest.isPresent() && latest.get().size() == size) {
      requireContinuation(latest.get());
      outside.keep(origin.name(), latest.get());
      return latest.get();
    }
    latest.ifPresent(this::requireContinuation);
    outside.latest(origin.name()).ifPresent(this::requireContinuation);
    long from = keys.remember(size);
    if (from > size && tree.size() >= from) {
      // The tree has grown meanwhile, and another node signed the larger one by a key that is new.
      return current();
    }
    String text =
        origin.name()
            + "\n"
            + size
            + "\n"
            + Base64.getEncoder().encodeToString(tree.root(size))
            + "\n";
    Checkpoint signed = new Checkpoint(size, SignedNote.sign(text, origin.name(), signing));
    try {
      write(
          "insert into journal_checkpoint (tree_size, note, signed_at) values (?,?,?)",
          size,
          signed.note(),
          clock.instant().atOffset(ZoneOffset.UTC));
    } catch (DuplicateKeyException e) {
      // Another node was quicker; with its keys the statement is the same to the last byte.
      signed = at(size).orElseThrow();
    }
    outside.keep(origin.name(), signed);
    return signed;
  }

  private void requireContinuation(Checkpoint before) {
    boolean continued =
        before.size() <= tree.size()
            && before.root().equals(Base64.getEncoder().encodeToString(tree.root(before.size())));
    if (!continued) {
      throw new Refused(
          Refused.Ground.UNAVAILABLE,
          Finding.error(
              "JRN-0002",
              "The journal does not continue what was signed at "
                  + before.size()
                  + " events: its end is missing or its past differs. Nothing is signed until this"
                  + " is resolved; see docs/spec/journal.md, After a restore."));
    }
  }

  /** The newest statement in the database. */
  public Optional<Checkpoint> latest() {
    return jdbc.sql(
            "select tree_size, note from journal_checkpoint order by tree_size desc"
                + " fetch first 1 rows only")
        .query((row, n) -> new Checkpoint(row.getLong(1), row.getString(2)))
        .optional();
  }

  /** The statements in the database about trees of more leaves than one size, up to another. */
  Map<Long, String> kept(long above, long upTo) {
    Map<Long, String> notes = new HashMap<>();
    jdbc.sql(
            "select tree_size, note from journal_checkpoint where tree_size > ? and tree_size <= ?")
        .params(above, upTo)
        .query(
            row -> {
              notes.put(row.getLong(1), row.getString(2));
            });
    return notes;
  }

  private Optional<Checkpoint> at(long size) {
    return jdbc.sql("select tree_size, note from journal_checkpoint where tree_size = ?")
        .param(size)
        .query((row, n) -> new Checkpoint(row.getLong(1), row.getString(2)))
        .optional();
  }

  /**
   * A key that signs, and the sizes of tree for which it did.
   *
   * @param verifierKey in C2SP verifier-key form
   * @param fromSize the first size it signed
   * @param untilSize the first size that it did not sign any more, or null while it signs
   */
  public record Key(String verifierKey, long fromSize, @Nullable Long untilSize) {}

  /** All keys that have signed or may sign, oldest first. */
  public List<Key> keys() {
    keys.remember(tree.size());
    return keys.all();
  }

  /** The signature over a text, such as the digest of an export, as a signed note. */
  public String signed(String text) {
    return SignedNote.sign(text, origin.name(), signing);
  }

  /**
   * Whether a text was signed by this journal: each of its signature lines by a key that may sign
   * now, one of this node's or another's, and that has not ended.
   *
   * @param signatures the lines, each with its end
   */
  public boolean isSigned(String text, String signatures) {
    Set<String> mayBe = new HashSet<>(present());
    for (Key key : keys.all()) {
      if (key.untilSize() == null) {
        mayBe.add(key.verifierKey());
      } else {
        mayBe.remove(key.verifierKey());
      }
    }
    return NoteSignatures.verify(text, signatures, List.copyOf(mayBe));
  }

  /** Whether a text bears the signatures that it would be given now, and no others. */
  public boolean isSignedNow(String text, String signatures) {
    List<String> present = present();
    return signatures.lines().count() == present.size()
        && present.stream()
            .allMatch(
                key ->
                    signatures
                        .lines()
                        .anyMatch(line -> NoteSignatures.verify(text, line + "\n", List.of(key))));
  }

  private List<String> present() {
    return signing.all().stream()
        .map(signer -> SignedNote.verifierKey(origin.name(), signer.publicKey()))
        .toList();
  }

  /** For itself, so that a row which another node wrote first fails nothing but this. */
  private void write(String insert, Object... values) {
    transaction.executeWithoutResult(open -> jdbc.sql(insert).params(values).update());
  }
}
