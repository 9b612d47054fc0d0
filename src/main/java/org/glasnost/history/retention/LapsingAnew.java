package org.glasnost.history.retention;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.audit.Occasion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a backup was restored, lets lapse again what lapsed since it was made, by the list that is
 * kept outside the database; and completes that list from the database. Holds of the backup's time
 * do not keep it: what went had gone lawfully.
 */
@Component
public class LapsingAnew {
  private static final String CODE = "RESTORED_BACKUP";

  private final DueBodies due;
  private final LettingLapse letting;
  private final LapsedOutside outside;
  private final TransactionTemplate transaction;

  LapsingAnew(
      DueBodies due,
      LettingLapse letting,
      LapsedOutside outside,
      PlatformTransactionManager transactions) {
    this.due = due;
    this.letting = letting;
    this.outside = outside;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Brings both lists together, a batch in a transaction.
   *
   * @param occasion of the product itself
   * @return how many bodies lapsed again
   */
  public long settle(Occasion occasion) {
    Set<UUID> kept = outside.batches();
    Set<UUID> known = new HashSet<>();
    for (LapsedBatch batch : due.batches()) {
      known.add(batch.id());
      if (!kept.contains(batch.id()) || !outside.isSignedAnew(batch.id())) {
        outside.replace(batch.of(due.eventsOf(batch)));
      }
    }
    long again = 0;
    for (UUID id : kept) {
      if (!known.contains(id)) {
        again += lapse(outside.read(id), occasion);
      }
    }
    return again;
  }

  private long lapse(LapsedBatch batch, Occasion occasion) {
    LapsedBatch gone =
        Objects.requireNonNull(
            transaction.execute(open -> letting.lapse(batch, CODE, Map.of(), occasion)));
    return gone.events().size();
  }
}
