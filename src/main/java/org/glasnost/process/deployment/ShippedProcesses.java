package org.glasnost.process.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.process.engine.InForce;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The definitions that ship with the product. At start those whose key is new here pass the gate
 * and come into force in the product's own name; one that ships changed waits as pending, like any
 * other, for an administrator. A process that does not pass the product's own gate stops the start.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ShippedProcesses implements ApplicationRunner {
  private static final String DEFINITIONS = "classpath*:processes/*/*.bpmn";
  private static final String SOURCE = "shipped with Glasnost";
  private static final int ENDING = ".bpmn".length();

  private final InForce inForce;
  private final Deployments deployments;
  private final SubmittingDeployment submitting;
  private final DecidingDeployment deciding;
  private final PolicyRelease policy;
  private final TransactionTemplate transaction;

  /** For Spring. */
  ShippedProcesses(
      InForce inForce,
      Deployments deployments,
      SubmittingDeployment submitting,
      DecidingDeployment deciding,
      PolicyRelease policy,
      PlatformTransactionManager transactions) {
    this.inForce = inForce;
    this.deployments = deployments;
    this.submitting = submitting;
    this.deciding = deciding;
    this.policy = policy;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    transaction.executeWithoutResult(
        open -> {
          deployments.takeTurn(); // Of two nodes that start at once, one finds the other's.
          deploy(shipped());
        });
  }

  /**
   * Deploys what is new, submits what changed, leaves the rest. A file is named after the key of
   * its process.
   *
   * @throws IllegalStateException if a new one does not pass the gate
   */
  void deploy(List<DeploymentFile> files) {
    List<DeploymentFile> added = new ArrayList<>();
    List<DeploymentFile> changed = new ArrayList<>();
    for (DeploymentFile file : files) {
      String key = file.name().substring(0, file.name().length() - ENDING);
      if (inForce.latestVersion(key) == 0) {
        added.add(file);
      } else if (!deployments.knows(file)) {
        changed.add(file);
      }
    }
    Occasion occasion =
        new Occasion(Actor.SYSTEM, null, null, null, ClientClass.SYSTEM, policy.id());
    if (!added.isEmpty()) {
      Deployment deployment =
          submitting.submitShipped(
              new SubmitDeployment("Processes new with this version", SOURCE, added), occasion);
      if (deployment.hasErrors()) {
        throw new IllegalStateException("shipped and not sound: " + deployment.findings());
      }
      deciding.approveShipped(deployment, occasion);
    }
    if (!changed.isEmpty()) {
      submitting.submitShipped(
          new SubmitDeployment("Processes changed with this version", SOURCE, changed), occasion);
    }
  }

  /** The definitions on the class path, in the order of their names. */
  static List<DeploymentFile> shipped() {
    try {
      List<DeploymentFile> files = new ArrayList<>();
      for (Resource found : new PathMatchingResourcePatternResolver().getResources(DEFINITIONS)) {
        String name = found.getFilename();
        if (name != null) {
          files.add(new DeploymentFile(name, found.getContentAsByteArray()));
        }
      }
      files.sort(Comparator.comparing(DeploymentFile::name));
      return files;
    } catch (IOException e) {
      throw new IllegalStateException("the shipped processes cannot be read", e);
    }
  }
}
