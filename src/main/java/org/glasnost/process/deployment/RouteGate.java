package org.glasnost.process.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnost.policy.ReleasePolicy;
import org.glasnost.process.deployment.flow.FlowGraph;
import org.glasnost.process.deployment.flow.MovedInstances;
import org.glasnost.process.deployment.flow.ReleaseDemands;
import org.glasnost.process.engine.InForce;
import org.springframework.stereotype.Component;

/**
 * Judges where instances may go on that move from one version of their process to another: two
 * sound versions do not make every step from the one into the other sound.
 */
@Component
public class RouteGate {
  private static final String UNREADABLE = "One of the two versions cannot be read any more.";

  private final FlowsInForce flows;
  private final ReleaseDemands demands;

  /**
   * @param inForce what is in force
   * @param policy what must lie on every way to a release
   */
  public RouteGate(InForce inForce, ReleasePolicy policy) {
    this.flows = new FlowsInForce(inForce, new SafeXml());
    this.demands = ReleaseDemands.of(policy);
  }

  /**
   * Why instances may not go on so, by the element that they wait at; empty if nothing stands
   * against it.
   *
   * @param process the key
   * @param elements where they go on, by where they wait
   */
  public Map<String, String> unsound(
      String process, int from, int to, Map<String, String> elements) {
    Optional<FlowGraph> source = flows.flow(process, from);
    Optional<FlowGraph> target = flows.flow(process, to);
    if (source.isEmpty() || target.isEmpty()) {
      return Map.of("", UNREADABLE);
    }
    return MovedInstances.unsound(
        flows.around(List.of(source.get())),
        source.get(),
        flows.around(List.of(target.get())),
        target.get(),
        elements,
        demands);
  }
}
