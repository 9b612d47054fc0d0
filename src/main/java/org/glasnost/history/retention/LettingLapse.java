package org.glasnost.history.retention;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnost.audit.EventBody;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.JournalOrigin;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a batch of bodies go: their lapse, the journal's line of it and the count in one
 * transaction; the list outside the database after it.
 */
@Component
class LettingLapse {
  private static final Logger LOG = LoggerFactory.getLogger(LettingLapse.class);

  private final DueBodies due;
  private final LapsedOutside outside;
  private final Journal journal;
  private final JournalOrigin origin;
  private final OfficeDay officeDay;

  LettingLapse(
      DueBodies due,
      LapsedOutside outside,
      Journal journal,
      JournalOrigin origin,
      OfficeDay officeDay) {
    this.due = due;
    this.outside = outside;
    this.journal = journal;
    this.origin = origin;
    this.officeDay = officeDay;
  }

  /**
   * Lets the events of a batch go that are there.
   *
   * @param batch which; its instant stands beside the lapse
   * @param code why, as a code
   * @param facts what the line bears besides kind, count and instants
   * @return those that went
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public LapsedBatch lapse(
      LapsedBatch batch, String code, Map<String, ?> facts, Occasion occasion) {
    LapsedBatch gone = batch.of(due.lapse(batch));
    int count = gone.events().size();
    due.keep(batch, count);
    if (count == 0) {
      return gone;
    }
    Map<String, Object> after = new TreeMap<>(facts);
    after.put("kind", batch.kind().name());
    after.put("bodies", count);
    after.put("batch", batch.id().toString());
    after.put("lapsedAt", EventBody.instant(batch.lapsedAt()));
    after.put("list", gone.digest(origin.name()));
    journal.append(
        JournalEntry.of(EventKind.BODIES_LAPSED, occasion)
            .under(batch.authority())
            .because(code)
            .after(after));
    return gone;
  }

  /** A new batch of a kind. */
  LapsedBatch batch(EventKind kind, String authority, List<UUID> events) {
    return new LapsedBatch(UUID.randomUUID(), kind, authority, officeDay.now(), events);
  }

  /** The instants of the first and the last event of a batch, as its line bears them. */
  static Map<String, String> range(Instant first, Instant last) {
    return Map.of("first", EventBody.instant(first), "last", EventBody.instant(last));
  }

  /** What is not kept outside now is at the next start; the bodies are gone either way. */
  void keepOutsideAfterCommit(LapsedBatch batch) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            try {
              outside.keep(batch);
            } catch (UncheckedIOException | Refused e) {
              LOG.error("What lapsed is not yet listed outside the database: {}", e.getMessage());
            }
          }
        });
  }
}
