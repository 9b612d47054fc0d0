package org.glasnost.web.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.process.decision.DecisionTable;
import org.glasnost.process.deployment.DecisionEffects;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentState;
import org.glasnost.process.deployment.SubmittedTables;
import org.glasnost.process.worklist.WarningEffects.Effect;
import org.springframework.stereotype.Component;

/** What the page of a deployment shows of the decisions in it. */
@Component
class DecisionParts {
  private final DecisionEffects effects;

  DecisionParts(DecisionEffects effects) {
    this.effects = effects;
  }

  /**
   * The decisions of a deployment.
   *
   * @param tables those that can be read, by the place of their file in the deployment
   * @param effects what they would change; empty once it is decided, or where the gate found errors
   */
  record Decided(Map<Integer, DecisionTable> tables, List<Effect> effects) {}

  Decided of(Deployment deployment) {
    Map<Integer, DecisionTable> tables = new LinkedHashMap<>();
    for (int i = 0; i < deployment.files().size(); i++) {
      int place = i;
      SubmittedTables.read(deployment.files().get(i)).ifPresent(table -> tables.put(place, table));
    }
    boolean runs = deployment.state() == DeploymentState.PENDING && !deployment.hasErrors();
    return new Decided(tables, runs ? effects.of(deployment) : List.of());
  }
}
