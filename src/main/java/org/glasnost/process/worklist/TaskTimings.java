package org.glasnost.process.worklist;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.policy.DecisionHit;
import org.glasnost.policy.DecisionTables;
import org.glasnost.process.decision.KnownDecision;
import org.glasnost.process.worklist.WorkItem.Timing;
import org.glasnost.review.ReviewKind;
import org.glasnost.review.Reviews;
import org.springframework.stereotype.Component;

/**
 * How tasks stand with the time that is left, by the table of warnings in force. Nothing is kept of
 * it: a task is at risk on the day on which somebody looks, or it is not.
 */
@Component
public class TaskTimings {
  private final Reviews reviews;
  private final DecisionTables tables;

  /** For Spring. */
  TaskTimings(Reviews reviews, DecisionTables tables) {
    this.reviews = reviews;
    this.tables = tables;
  }

  /**
   * Each task's standing on a day, by the task's id.
   *
   * @param items tasks that the caller was let in to
   * @throws IllegalStateException if no table of warnings is in force
   */
  public Map<UUID, Timing> of(List<WorkItem> items, LocalDate today) {
    if (items.isEmpty()) {
      return Map.of();
    }
    Map<UUID, ReviewKind> kinds =
        reviews.kinds(
            items.stream().map(WorkItem::review).filter(Objects::nonNull).distinct().toList());
    List<DecisionHit> hits =
        tables.decide(
            KnownDecision.TASK_WARNING.key(),
            items.stream()
                .map(
                    item ->
                        KnownDecision.ofTask(
                            item.review() == null
                                ? null
                                : Objects.requireNonNull(kinds.get(item.review())),
                            item.kind()))
                .toList());
    Map<UUID, Timing> timings = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      WorkItem item = items.get(i);
      timings.put(item.id(), item.timing(today, hits.get(i).number(KnownDecision.DAYS)));
    }
    return timings;
  }
}
