package org.glasnost.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what happens. An entry is written in the transaction of what it tells of: both are there
 * or neither. Writers do not wait for each other here; the sequencer gives each committed event its
 * place in the tree.
 *
 * <p>There is no change and no removal.
 */
@Component
public class Journal {
  /** H2 holds at most this many bytes in one value; no entry comes near it. */
  private static final int LARGEST_BODY = 1024 * 1024;

  private static final String EVENT =
      "insert into journal_event (id, recorded_at, kind, label, commitment) values (?,?,?,?,?)";

  private static final String BODY =
      "insert into journal_body (event, recorded_at, actor, document, review, canonical, salt)"
          + " values (?,?,?,?,?,?,?)";

  private static final String PENDING = "insert into journal_pending (event) values (?)";

  /** Asks the database once and not three times: as one statement where it knows how. */
  private static final String INSERT_ON_POSTGRESQL =
      "with event as (" + EVENT + "), body as (" + BODY + ") " + PENDING;

  private static final String INSERT = EVENT + "; " + BODY + "; " + PENDING;

  private final JdbcOperations jdbc;
  private final TransactionTemplate alone;
  private final JournalClock clock;
  private final SequencerSignal signal;
  private final SecureRandom random = new SecureRandom();
  private volatile @Nullable Boolean postgresql;

  /**
   * @param jdbc on the database of the business tables
   * @param transactions the transaction manager of the business transactions
   * @param clock for the instant of each entry
   * @param signal told after each commit
   */
  public Journal(
      JdbcOperations jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      SequencerSignal signal) {
    this.jdbc = jdbc;
    this.alone = new TransactionTemplate(transactions);
    this.clock = new JournalClock(clock);
    this.signal = signal;
  }

  /**
   * An event that was recorded.
   *
   * @param at its instant; rows that tell of the same thing bear the same
   */
  public record Line(UUID id, Instant at) {}

  /**
   * Records an entry in the open business transaction.
   *
   * @throws IllegalStateException if no transaction is open: an entry without what it tells of
   */
  public Line record(JournalEntry entry) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an entry belongs to the transaction of what it tells of");
    }
    Line line = insert(entry);
    signalAfterCommit();
    return line;
  }

  /**
   * {@link #record Records} an entry.
   *
   * @return the id of the event
   */
  public UUID append(JournalEntry entry) {
    return record(entry).id();
  }

  /**
   * Records an entry in a transaction of its own: refusals (after the refused transaction, never
   * inside it), sign-ins, reads of content (before the first byte leaves). When this returns, the
   * entry is committed.
   *
   * @return the id of the event
   * @throws IllegalStateException if a transaction is open
   * @throws Refused on ground UNAVAILABLE if the entry cannot be recorded
   */
  public UUID appendAlone(JournalEntry entry) {
    return alone(() -> append(entry));
  }

  /**
   * Records several entries in one transaction of their own: all of them, or none. As {@link
   * #appendAlone} for what one answer tells.
   *
   * @throws IllegalStateException if a transaction is open
   * @throws Refused on ground UNAVAILABLE if they cannot be recorded
   */
  public void appendAllAlone(Collection<JournalEntry> entries) {
    if (!entries.isEmpty()) {
      alone(() -> entries.stream().map(this::append).toList());
    }
  }

  private <T> T alone(Supplier<T> recording) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("nested, it would wait for the connection it holds up");
    }
    try {
      return Objects.requireNonNull(alone.execute(open -> recording.get()));
    } catch (DataAccessException | TransactionException e) {
      throw notRecorded(e);
    }
  }

  /** What is answered where the journal cannot record. */
  public static Refused notRecorded(Exception cause) {
    Refused refused =
        new Refused(
            Refused.Ground.UNAVAILABLE,
            Finding.error(
                "JRN-0001",
                "The journal does not answer, and nothing is done that it cannot record. Try"
                    + " again later."));
    refused.initCause(cause);
    return refused;
  }

  private Line insert(JournalEntry entry) {
    Instant at = clock.next();
    UUID id = EventId.of(at, random);
    OffsetDateTime recordedAt = at.atOffset(ZoneOffset.UTC);
    byte[] canonical = EventBody.canonical(id, at, entry);
    if (canonical.length > LARGEST_BODY) {
      throw new IllegalArgumentException("an entry of " + canonical.length + " bytes");
    }
    byte[] salt = new byte[Hashes.LENGTH];
    random.nextBytes(salt);
    jdbc.update(
        onPostgresql() ? INSERT_ON_POSTGRESQL : INSERT,
        id,
        recordedAt,
        entry.kind().name(),
        entry.concern().label(),
        Hashes.commitment(salt, canonical),
        id,
        recordedAt,
        entry.occasion().actor().id(),
        entry.concern().document(),
        entry.concern().review(),
        canonical,
        salt,
        id);
    return new Line(id, at);
  }

  private boolean onPostgresql() {
    Boolean known = postgresql;
    if (known == null) {
      String product =
          jdbc.execute(
              (Connection connection) -> connection.getMetaData().getDatabaseProductName());
      known = "PostgreSQL".equals(product);
      postgresql = known;
    }
    return known;
  }

  private void signalAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.committed();
          }
        });
  }
}
