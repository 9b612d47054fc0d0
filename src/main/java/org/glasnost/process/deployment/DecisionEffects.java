package org.glasnost.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasnost.process.decision.DecisionTable;
import org.glasnost.process.decision.KnownDecision;
import org.glasnost.process.engine.DecisionEngine;
import org.glasnost.process.worklist.WarningEffects;
import org.glasnost.process.worklist.WarningEffects.Effect;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.stereotype.Component;

/** A dry run of submitted tables over what is open; it changes nothing. */
@Component
public class DecisionEffects {
  private final WarningEffects warnings;
  private final DecisionEngine engine = new DecisionEngine();

  /** For Spring. */
  DecisionEffects(WarningEffects warnings) {
    this.warnings = warnings;
  }

  /**
   * What each table of a deployment would change, were it in force now; empty if it holds none.
   *
   * @throws Refused on ground RULE if the gate found errors: such a table runs nowhere
   */
  public List<Effect> of(Deployment deployment) {
    if (deployment.hasErrors()) {
      throw new Refused(
          Ground.RULE,
          Finding.error("DPL-0133", "What the gate has found errors in is not run, not even dry."));
    }
    List<Effect> effects = new ArrayList<>();
    for (DeploymentFile file : deployment.files()) {
      Optional<DecisionTable> table = SubmittedTables.read(file);
      if (table.isPresent()) {
        String key = table.get().decision();
        DecisionEngine.Table runs = engine.read(key, file.bytes());
        effects.add(
            switch (KnownDecision.named(key).orElseThrow()) {
              case TASK_WARNING -> warnings.of(runs);
            });
      }
    }
    return effects;
  }
}
