package org.glasnost.process.worklist;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.glasnost.audit.Occasion;
import org.glasnost.rule.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back the tasks that their holders could not claim any more, where nobody's act took
 * anything from them: a role, a clearance, a delegation or a need to know has passed its last day.
 *
 * <p>Safe at every moment and on several nodes: each task is given back in a transaction of its
 * own, which locks its row and asks again. Where nothing has lapsed, nothing is written.
 */
@Component
public class GivingBackLapsed {
  /** The reason in the journal. */
  private static final String LAPSED = "RIGHT_LAPSED";

  private static final Logger LOG = LoggerFactory.getLogger(GivingBackLapsed.class);

  private final WorkItems items;
  private final Assigning assigning;
  private final GivingBackWork work;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;

  GivingBackLapsed(
      WorkItems items,
      Assigning assigning,
      GivingBackWork work,
      PlatformTransactionManager transactions) {
    this.items = items;
    this.assigning = assigning;
    this.work = work;
    this.writing = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * Looks at every task that somebody has.
   *
   * @param occasion the circumstances of what is given back
   * @param goOn asked between two tasks; where it says no, the rest is left
   * @return whether none was left that should have been given back
   */
  public boolean giveBack(Occasion occasion, BooleanSupplier goOn) {
    boolean all = true;
    for (UUID task : lapsed()) {
      if (!goOn.getAsBoolean()) {
        return false;
      }
      try {
        writing.executeWithoutResult(open -> giveBack(task, occasion));
      } catch (DataAccessException | TransactionException | IllegalStateException | Refused e) {
        LOG.warn("Task {} will be given back with the next look: {}", task, e.getMessage());
        all = false;
      }
    }
    return all;
  }

  private List<UUID> lapsed() {
    List<UUID> lapsed =
        reading.execute(
            open -> items.taken().stream().filter(work::isLost).map(WorkItem::id).toList());
    return lapsed == null ? List.of() : lapsed;
  }

  /** Whoever gave it back meanwhile, completed it or got the right anew was first. */
  private void giveBack(UUID task, Occasion occasion) {
    WorkItem item = items.locked(task);
    if (item.isOpen() && item.assignee() != null && work.isLost(item)) {
      assigning.release(item, LAPSED, occasion);
    }
  }
}
