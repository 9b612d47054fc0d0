package org.glasnost.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glasnost.policy.DecisionTables;
import org.glasnost.process.decision.KnownDecision;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks the tables in force everything that this version of the product may ask them. A later
 * version may know kinds of work that a table says nothing of, which was whole when it was
 * approved: that is told before the first request, not in the middle of somebody's work.
 */
@Component
@Order(StartOrder.PROCESSES)
class TablesAtStart implements ApplicationRunner {
  private final DecisionTables tables;

  TablesAtStart(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    List<String> reasons = new ArrayList<>();
    for (KnownDecision decision : KnownDecision.values()) {
      for (Map<String, Object> each : decision.cases()) {
        try {
          tables.decide(decision.key(), List.of(each));
        } catch (IllegalStateException unanswered) {
          reasons.add("%s: %s.".formatted(decision.key(), unanswered.getMessage()));
        }
      }
    }
    if (!reasons.isEmpty()) {
      reasons.add(
          "Restore the backup made before the upgrade, start the version that ran before, and put"
              + " tables into force there whose rules take what else there may be: an empty cell, or"
              + " not(…).");
      throw new CannotStart(reasons);
    }
  }
}
