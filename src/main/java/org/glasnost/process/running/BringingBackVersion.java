package org.glasnost.process.running;

import java.util.List;
import java.util.Optional;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentFile;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.SubmitDeployment;
import org.glasnost.process.deployment.SubmittingDeployment;
import org.glasnost.process.engine.Definitions;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.stereotype.Service;

/**
 * Brings an earlier version back: its file is submitted anew, passes the gate anew and waits for a
 * second administrator. What runs stays where it is.
 */
@Service
public class BringingBackVersion {
  private static final String SOURCE = "An earlier version";
  private static final int LONGEST_KEY = 90;

  private final Definitions definitions;
  private final SubmittingDeployment submitting;

  BringingBackVersion(Definitions definitions, SubmittingDeployment submitting) {
    this.definitions = definitions;
    this.submitting = submitting;
  }

  /**
   * Submits the file of an earlier version.
   *
   * @return the deployment, pending
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; NOT_KNOWN if there is no
   *     such version; CONFLICT if it is the newest
   */
  public Deployment submit(String process, int version, Person person, Occasion occasion) {
    DeploymentRights.requireAdministrator(person);
    byte[] file = definitions.bpmn(process, Optional.of(version)).orElseThrow(Refused::notKnown);
    if (definitions.latestVersion(process) == version) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error("DPL-0123", "This is the newest version: new instances take it already."));
    }
    String called = process.length() <= LONGEST_KEY ? process : process.substring(0, LONGEST_KEY);
    return submitting.submit(
        new SubmitDeployment(
            "Back to version " + version + " of " + called,
            SOURCE,
            List.of(new DeploymentFile(called + ".bpmn", file))),
        person,
        occasion);
  }
}
