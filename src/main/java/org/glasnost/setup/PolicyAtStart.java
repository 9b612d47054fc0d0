package org.glasnost.setup;

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

  PolicyAtStart(PuttingPolicyInForce putting, PolicyRelease release) {
    this.putting = putting;
    this.release = release;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    putting.put(release);
  }
}
