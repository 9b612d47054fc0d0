package org.glasnost.setup;

import org.glasnost.policy.OfficeTrainings;
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
  private final OfficeTrainings trainings;

  PolicyAtStart(PuttingPolicyInForce putting, PolicyRelease release, OfficeTrainings trainings) {
    this.putting = putting;
    this.release = release;
    this.trainings = trainings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    putting.put(release, trainings);
  }
}
