package org.glasnost.process.deployment;

import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;

/** Who may see and submit deployments; {@link DecidingDeployment} says who decides. */
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
}
