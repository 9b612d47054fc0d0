package org.glasnost.process.decision;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glasnost.policy.DecisionHit;
import org.glasnost.policy.DecisionTables;
import org.glasnost.process.engine.DecisionEngine;
import org.glasnost.process.engine.DecisionEngine.RuleHit;
import org.springframework.stereotype.Component;

/**
 * Asks the tables in force. A version never changes, so that what was read of it is kept; which
 * version is in force is looked up at each use, so that another node's approval counts at once.
 */
@Component
public class TablesInForce implements DecisionTables {
  /** More cases than this are asked of the library anew; a table of words has far fewer. */
  private static final int MOST_KEPT = 10_000;

  private final DecisionVersions versions;
  private final DecisionEngine engine = new DecisionEngine();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** For Spring. */
  TablesInForce(DecisionVersions versions) {
    this.versions = versions;
  }

  /** A version as it was read, with the answers that it gave. */
  private record Kept(
      int version, DecisionEngine.Table table, Map<Map<String, Object>, RuleHit> answers) {}

  @Override
  public List<DecisionHit> decide(String decision, List<Map<String, Object>> cases) {
    Kept inForce = inForce(decision);
    return cases.stream()
        .map(
            each -> {
              RuleHit hit = answer(decision, inForce, each);
              return new DecisionHit(decision, inForce.version(), hit.rule(), hit.outputs());
            })
        .toList();
  }

  private Kept inForce(String decision) {
    int version = versions.latest(decision);
    if (version == 0) {
      throw new IllegalStateException("no table of the decision " + decision + " is in force");
    }
    Kept known = kept.get(decision);
    if (known != null && known.version() == version) {
      return known;
    }
    byte[] dmn = versions.dmn(decision, version).orElseThrow();
    Kept read = new Kept(version, engine.read(decision, dmn), new ConcurrentHashMap<>());
    kept.put(decision, read);
    return read;
  }

  private static RuleHit answer(String decision, Kept inForce, Map<String, Object> inputs) {
    RuleHit known = inForce.answers().get(inputs);
    if (known != null) {
      return known;
    }
    List<RuleHit> hits = inForce.table().ask(inputs);
    if (hits.isEmpty()) {
      throw new IllegalStateException(
          "version %d of %s has no answer to %s".formatted(inForce.version(), decision, inputs));
    }
    // Several hit under ANY alone, and say the same; the first is told.
    if (inForce.answers().size() < MOST_KEPT) {
      inForce.answers().put(Map.copyOf(inputs), hits.get(0));
    }
    return hits.get(0);
  }
}
