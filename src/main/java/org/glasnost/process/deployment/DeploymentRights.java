package org.glasnost.process.deployment;

import java.util.UUID;
import java.util.function.Predicate;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;

/** Who may see, submit and decide deployments. */
public final class DeploymentRights {

  private DeploymentRights() {}

  /**
   * Deployments and definitions are the administrators' matter.
   *
   * @throws Refused on ground NOT_ENTITLED for anybody else
   */
  public static void requireAdministrator(Person person) {
    if (!person.has(Role.ADMINISTRATOR)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "DPL-0101", "Definitions and deployments are open to administrators only."));
    }
  }

  /**
   * Nobody puts into force what they submitted themselves.
   *
   * @param self whether an account is that of the person who decides
   * @throws Refused on ground NOT_ENTITLED for the submitter
   */
  static void requireSecond(Predicate<UUID> self, Deployment deployment) {
    if (self.test(deployment.submittedBy().id())) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error("DPL-0102", "A second administrator decides on a deployment.")
              .suggesting("Ask an administrator who did not submit it."));
    }
  }
}
