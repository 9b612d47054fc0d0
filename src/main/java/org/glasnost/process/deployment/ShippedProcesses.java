package org.glasnost.process.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.process.decision.DecisionVersions;
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
  private static final List<String> DEFINITIONS =
      List.of(
          "classpath*:processes/*/*.bpmn",
          "classpath*:processes/*/*.dmn",
          "classpath*:processes/*/*.examples.yaml");
  private static final String SOURCE = "shipped with Glasnost";

  private final InForce inForce;
  private final DecisionVersions decisions;
  private final Deployments deployments;
  private final SubmittingDeployment submitting;
  private final DecidingDeployment deciding;
  private final PolicyRelease policy;
  private final TransactionTemplate transaction;

  /** For Spring. */
  ShippedProcesses(
      InForce inForce,
      DecisionVersions decisions,
      Deployments deployments,
      SubmittingDeployment submitting,
      DecidingDeployment deciding,
      PolicyRelease policy,
      PlatformTransactionManager transactions) {
    this.inForce = inForce;
    this.decisions = decisions;
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
   * its process or decision; a table and its examples are one thing.
   *
   * @throws IllegalStateException if a new one does not pass the gate
   */
  void deploy(List<DeploymentFile> files) {
    List<DeploymentFile> added = new ArrayList<>();
    List<DeploymentFile> changed = new ArrayList<>();
    Map<String, List<DeploymentFile>> parts = new LinkedHashMap<>();
    for (DeploymentFile file : files) {
      String part =
          DecisionGate.takes(file.name()) ? DecisionGate.tableOf(file.name()) : file.name();
      parts.computeIfAbsent(part, name -> new ArrayList<>()).add(file);
    }
    parts.forEach(
        (name, together) -> {
          if (latest(name) == 0) {
            added.addAll(together);
          } else if (!together.stream().allMatch(deployments::knows)) {
            changed.addAll(together);
          }
        });
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

  private int latest(String file) {
    String key = file.substring(0, file.lastIndexOf('.'));
    return DecisionGate.isTable(file) ? decisions.latest(key) : inForce.latestVersion(key);
  }

  /**
   * The definitions on the class path, with the decisions and their examples, in the order of their
   * names.
   */
  static List<DeploymentFile> shipped() {
    try {
      List<DeploymentFile> files = new ArrayList<>();
      for (String pattern : DEFINITIONS) {
        for (Resource found : new PathMatchingResourcePatternResolver().getResources(pattern)) {
          String name = found.getFilename();
          if (name != null) {
            files.add(new DeploymentFile(name, found.getContentAsByteArray()));
          }
        }
      }
      files.sort(Comparator.comparing(DeploymentFile::name));
      return files;
    } catch (IOException e) {
      throw new IllegalStateException("the shipped processes cannot be read", e);
    }
  }
}
