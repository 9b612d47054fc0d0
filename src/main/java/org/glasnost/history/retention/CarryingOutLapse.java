package org.glasnost.history.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.LapsedBatch;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.PolicyRelease;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what two records managers agreed on: bodies go in batches, each in one transaction
 * with its line of the journal and its count. What is cut off is taken up by the next pass, in this
 * process or another one. What is held at that moment stays, whatever was counted at the order.
 */
@Component
public class CarryingOutLapse {
  private final DueBodies due;
  private final LettingLapse letting;
  private final JournalHolds holds;
  private final HoldGuard guard;
  private final LapseRuns runs;
  private final Journal journal;
  private final OfficeDay officeDay;
  private final TransactionTemplate transaction;
  private final Occasion occasion;
  private final int batch;

  CarryingOutLapse(
      DueBodies due,
      LettingLapse letting,
      JournalHolds holds,
      HoldGuard guard,
      LapseRuns runs,
      Journal journal,
      OfficeDay officeDay,
      PolicyRelease policy,
      PlatformTransactionManager transactions,
      @Value("${glasnost.journal.lapse-batch}") int batch) {
    if (batch < 1 || batch > 5000) {
      throw new IllegalArgumentException("glasnost.journal.lapse-batch lies between 1 and 5000");
    }
    this.due = due;
    this.letting = letting;
    this.holds = holds;
    this.guard = guard;
    this.runs = runs;
    this.journal = journal;
    this.officeDay = officeDay;
    this.transaction = new TransactionTemplate(transactions);
    this.occasion =
        new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id());
    this.batch = batch;
  }

  /**
   * What a batch came to.
   *
   * @param last the last body looked at, or null if there was none left
   * @param left whether some of them must be looked at once more
   */
  private record Batch(DueBodies.@Nullable Due last, boolean left) {}

  /**
   * One pass over all that was agreed on; ends an order of which nothing is left but what is held.
   * While the holds are not those that the journal tells of, nothing goes and no order ends.
   *
   * @param goOn asked between batches; where it says no, the pass stops there
   */
  public void pass(BooleanSupplier goOn) {
    List<LapseRun> running = runs.in(LapseState.RUNNING);
    if (running.isEmpty() || !agrees()) {
      return;
    }
    for (LapseRun run : running) {
      boolean left = false;
      for (LapseRun.Part part : run.parts()) {
        DueBodies.Due last = null;
        do {
          if (!goOn.getAsBoolean()) {
            return;
          }
          Batch done = next(run, part, last);
          left |= done.left();
          last = done.last();
        } while (last != null);
      }
      if (!left) {
        end(run.id());
      }
    }
  }

  private boolean agrees() {
    return Boolean.TRUE.equals(
        transaction.execute(
            open -> {
              holds.still();
              return guard.agrees(true);
            }));
  }

  private Batch next(LapseRun run, LapseRun.Part part, DueBodies.@Nullable Due after) {
    return Objects.requireNonNull(
        transaction.execute(
            open -> {
              holds.still();
              if (!isRunning(run.id())) {
                return new Batch(null, false);
              }
              List<DueBodies.Due> some = due.next(part.kind(), part.before(), after, batch);
              if (some.isEmpty()) {
                return new Batch(null, false);
              }
              if (!guard.agrees(false)) {
                return new Batch(null, true);
              }
              List<DueBodies.Due> ours = due.still(some);
              lapse(run, part, ours);
              return new Batch(some.get(some.size() - 1), ours.size() < some.size());
            }));
  }

  private void lapse(LapseRun run, LapseRun.Part part, List<DueBodies.Due> ours) {
    if (ours.isEmpty()) {
      return;
    }
    List<UUID> events = ours.stream().map(DueBodies.Due::event).toList();
    LapsedBatch batched = letting.batch(part.kind(), part.authority(), events);
    Instant first = ours.get(0).at();
    Map<String, Object> facts =
        new TreeMap<>(LettingLapse.range(first, ours.get(ours.size() - 1).at()));
    facts.put("run", run.id().toString());
    LapsedBatch gone = letting.lapse(batched, OrderingLapse.CODE, facts, occasion);
    runs.lapsed(run.id(), part.kind(), gone.events().size());
    letting.keepOutsideAfterCommit(gone);
  }

  private boolean isRunning(UUID run) {
    return runs.byId(run).filter(known -> known.state() == LapseState.RUNNING).isPresent();
  }

  private void end(UUID id) {
    transaction.executeWithoutResult(
        open -> {
          holds.still();
          if (isRunning(id)) {
            runs.end(id, officeDay.now());
            LapseRun ended = runs.byId(id).orElseThrow();
            journal.append(
                JournalEntry.of(EventKind.LAPSE_ENDED, occasion)
                    .because(OrderingLapse.CODE)
                    .after(OrderingLapse.facts(CountedInSight.toldToAll(ended, due))));
          }
        });
  }
}
