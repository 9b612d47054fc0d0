package org.glasnost.process.deployment;

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
   * @throws Refused on ground NOT_ENTITLED for the submitter
   */
  public static void requireSecond(Person person, Deployment deployment) {
    if (deployment.submittedBy().id().equals(person.id())) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error("DPL-0102", "A second administrator decides on a deployment.")
              .suggesting("Ask an administrator who did not submit it."));
    }
  }
}
