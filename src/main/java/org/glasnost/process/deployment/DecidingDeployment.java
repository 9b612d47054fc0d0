package org.glasnost.process.deployment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.process.decision.DecisionTable;
import org.glasnost.process.decision.DecisionVersion;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.deployment.Deployment.Decision;
import org.glasnost.process.engine.Definitions;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A second administrator approves a pending deployment, which puts it into force, or rejects it.
 */
@Service
public class DecidingDeployment {
  private static final int LONGEST_REASON = 4000;

  private final DeploymentGate gate;
  private final Deployments deployments;
  private final Definitions definitions;
  private final DecisionVersions decisions;
  private final Reasons reasons;
  private final Journal journal;
  private final OnePerson persons;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /** For Spring. */
  DecidingDeployment(
      DeploymentGate gate,
      Deployments deployments,
      Definitions definitions,
      DecisionVersions decisions,
      Reasons reasons,
      Journal journal,
      OnePerson persons,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.gate = gate;
    this.deployments = deployments;
    this.definitions = definitions;
    this.decisions = decisions;
    this.reasons = reasons;
    this.journal = journal;
    this.persons = persons;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Puts a pending deployment into force. It is examined again first: what is in force may have
   * changed since it was submitted.
   *
   * @throws Refused on ground NOT_KNOWN if there is none of that id; NOT_ENTITLED unless a second
   *     administrator asks; CONFLICT if it is decided; RULE with the gate's errors
   */
  public Deployment approve(UUID id, Person person, Occasion occasion) {
    pending(id, person);
    transaction.executeWithoutResult(
        open -> {
          deployments.takeTurn();
          Deployment deployment = pending(id, person);
          Refused.ifAnyError(
              gate.examine(deployment.files()).stream().map(GateFinding::asFinding).toList());
          putInForce(deployment, Submitter.of(person), occasion);
        });
    return deployments.find(id).orElseThrow();
  }

  /** Puts into force what ships with the product and is new here, in the product's own name. */
  void approveShipped(Deployment deployment, Occasion occasion) {
    transaction.executeWithoutResult(open -> putInForce(deployment, Submitter.SYSTEM, occasion));
  }

  private void putInForce(Deployment deployment, Submitter by, Occasion occasion) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    deployment.files().stream()
        .filter(file -> !DecisionGate.takes(file.name()))
        .forEach(file -> files.put(file.name(), file.bytes()));
    // The engine keeps no decisions: it would keep what they are asked with, in clear.
    String inEngine = files.isEmpty() ? null : definitions.putInForce(deployment.name(), files);
    Instant now = now();
    record(deployment, DeploymentState.APPROVED, new Decision(by, now, null), inEngine);
    List<DecisionVersion> tables = putTablesInForce(deployment, now);
    journal.append(
        JournalEntry.of(EventKind.DEPLOYMENT_APPROVED, occasion)
            .after(JournalWords.approved(deployment, by, tables)));
  }

  private List<DecisionVersion> putTablesInForce(Deployment deployment, Instant now) {
    List<DecisionVersion> tables = new ArrayList<>();
    for (DeploymentFile file : deployment.files()) {
      if (DecisionGate.isTable(file.name())) {
        DecisionTable table = SubmittedTables.read(file).orElseThrow();
        tables.add(
            decisions.add(table.decision(), deployment.id(), file.sha256(), file.bytes(), now));
      }
    }
    return tables;
  }

  /**
   * Rejects a pending deployment.
   *
   * @param reason in words; kept encrypted
   * @throws Refused as for an approval; on ground RULE if the reason is empty or over 4,000
   *     characters
   */
  public Deployment reject(UUID id, String reason, Person person, Occasion occasion) {
    Deployment deployment = pending(id, person);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(
          Ground.RULE,
          Finding.error("DPL-0104", "A rejection gives its reason, in 1 to 4,000 characters.")
              .atMember("/reason"));
    }
    transaction.executeWithoutResult(
        open -> {
          Decision decision = new Decision(Submitter.of(person), now(), reasons.store(id, reason));
          record(deployment, DeploymentState.REJECTED, decision, null);
          journal.append(
              JournalEntry.of(EventKind.DEPLOYMENT_REJECTED, occasion)
                  .because("REJECTED_BY_SECOND_ADMINISTRATOR")
                  .after(JournalWords.decided(deployment, decision.by())));
        });
    return deployments.find(id).orElseThrow();
  }

  /** Why a deployment was rejected, in words; empty unless it was. */
  public Optional<String> reason(Deployment deployment, Person person) {
    DeploymentRights.requireAdministrator(person);
    return Optional.ofNullable(deployment.decision()).map(Decision::reason).map(reasons::read);
  }

  /**
   * The deployment of that id, for whoever may decide it.
   *
   * @throws Refused on ground NOT_KNOWN if there is none of that id; NOT_ENTITLED unless a second
   *     administrator asks
   */
  public Deployment entitled(UUID id, Person person) {
    DeploymentRights.requireAdministrator(person);
    Deployment deployment = deployments.find(id).orElseThrow(Refused::notKnown);
    if (submitted(person, deployment)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error("DPL-0102", "A second administrator decides on a deployment.")
              .suggesting("Ask an administrator who did not submit it."));
    }
    return deployment;
  }

  /** Whether a person submitted it, with whatever account of theirs. */
  public boolean submitted(Person person, Deployment deployment) {
    return persons.of(person).test(deployment.submittedBy().id());
  }

  private Deployment pending(UUID id, Person person) {
    Deployment deployment = entitled(id, person);
    if (deployment.state() != DeploymentState.PENDING) {
      throw decidedAlready();
    }
    return deployment;
  }

  private void record(
      Deployment deployment, DeploymentState state, Decision decision, @Nullable String inEngine) {
    if (!deployments.decide(deployment.id(), state, decision, inEngine)) {
      throw decidedAlready();
    }
  }

  private static Refused decidedAlready() {
    return new Refused(
        Ground.CONFLICT,
        List.of(Finding.error("DPL-0103", "The deployment has been decided already.")));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
