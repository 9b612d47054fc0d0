package org.glasnost.process.deployment;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.Journal;
import org.glasnost.audit.SequencerSignal;
import org.glasnost.authority.OnePerson;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.policy.ReleasePolicy;
import org.glasnost.process.decision.DecisionVersions;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the deployments need beside the engine. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
  DeploymentGate.class,
  Deployments.class,
  SubmittingDeployment.class,
  DecidingDeployment.class,
  Comparing.class,
  DecisionVersions.class,
  OnePerson.class,
  ShippedProcesses.class,
  Journal.class,
  SequencerSignal.class
})
public class DeploymentsWiring {
  /** For Spring. */
  DeploymentsWiring() {}

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  PolicyRelease policy() {
    return new PolicyRelease("test");
  }

  @Bean
  ReleasePolicy releasePolicy() {
    return GateFiles.POLICY;
  }

  @Bean
  Reasons reasons() {
    return new Reasons() {
      private final Map<UUID, String> kept = new HashMap<>();

      @Override
      public UUID store(UUID owner, String text) {
        UUID id = UUID.randomUUID();
        kept.put(id, text);
        return id;
      }

      @Override
      public String read(UUID id) {
        return Optional.ofNullable(kept.get(id)).orElseThrow();
      }
    };
  }
}
