package org.glasnost.process.deployment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.rule.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An administrator submits process definitions. They are examined and wait; nothing is in force.
 */
@Service
public class SubmittingDeployment {
  private final DeploymentGate gate;
  private final Deployments deployments;
  private final Journal journal;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /** For Spring. */
  SubmittingDeployment(
      DeploymentGate gate,
      Deployments deployments,
      Journal journal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.gate = gate;
    this.deployments = deployments;
    this.journal = journal;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Keeps the files as a pending deployment, with what the gate found; findings do not hinder the
   * submission but the approval.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks
   */
  public Deployment submit(SubmitDeployment command, Person person, Occasion occasion) {
    DeploymentRights.requireAdministrator(person);
    return keep(command, Submitter.of(person), gate.examine(command.files()), occasion);
  }

  /**
   * As a drawing tool submits: files with errors are not kept, and the same files again under the
   * same name are answered with the deployment that they made before, unless it was rejected.
   *
   * @param onlyIfNew whether to answer so for the same files
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; on ground RULE with the
   *     gate's errors
   */
  public Deployment submitIfSound(
      SubmitDeployment command, boolean onlyIfNew, Person person, Occasion occasion) {
    DeploymentRights.requireAdministrator(person);
    if (onlyIfNew) {
      // One with errors, kept for whoever submitted it on a page, is none of a drawing tool's.
      Optional<Deployment> same =
          deployments.sameAs(command.name(), command.files()).filter(kept -> !kept.hasErrors());
      if (same.isPresent()) {
        return same.get();
      }
    }
    List<GateFinding> findings = gate.examine(command.files());
    Refused.ifAnyError(findings.stream().map(GateFinding::asFinding).toList());
    return keep(command, Submitter.of(person), findings, occasion);
  }

  /** Keeps what ships with the product as pending, in the product's own name. */
  Deployment submitShipped(SubmitDeployment command, Occasion occasion) {
    return keep(command, Submitter.SYSTEM, gate.examine(command.files()), occasion);
  }

  private Deployment keep(
      SubmitDeployment command, Submitter by, List<GateFinding> findings, Occasion occasion) {
    Deployment deployment =
        new Deployment(
            UUID.randomUUID(),
            command.name(),
            command.source(),
            DeploymentState.PENDING,
            by,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null,
            command.files(),
            findings);
    transaction.executeWithoutResult(
        open -> {
          deployments.add(deployment);
          journal.append(
              JournalEntry.of(EventKind.DEPLOYMENT_SUBMITTED, occasion)
                  .after(JournalWords.of(deployment)));
        });
    return deployment;
  }
}
