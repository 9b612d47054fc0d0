package org.glasnost.setup;

import org.glasnost.policy.OfficePolicy;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.policy.PuttingPolicyInForce;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the policy that came with this jar in force. */
@Component
@Order(StartOrder.POLICY)
class PolicyAtStart implements ApplicationRunner {
  private final PuttingPolicyInForce putting;
  private final PolicyRelease release;
  private final OfficePolicy office;

  PolicyAtStart(PuttingPolicyInForce putting, PolicyRelease release, OfficePolicy office) {
    this.putting = putting;
    this.release = release;
    this.office = office;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    putting.put(release, office);
  }
}
