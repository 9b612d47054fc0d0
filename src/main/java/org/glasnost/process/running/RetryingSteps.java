package org.glasnost.process.running;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.engine.FailedStep;
import org.glasnost.process.engine.FailedSteps;
import org.glasnost.process.worklist.ConcernedDocument;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator sees the steps that the engine gave up, and has one tried again. */
@Service
public class RetryingSteps {
  private final FailedSteps steps;
  private final ConcernedDocument concerned;
  private final Journal journal;

  RetryingSteps(FailedSteps steps, ConcernedDocument concerned, Journal journal) {
    this.steps = steps;
    this.concerned = concerned;
    this.journal = journal;
  }

  /**
   * Every step that waits, the longest waiting first.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks
   */
  public List<FailedStep> all(Person person) {
    DeploymentRights.requireAdministrator(person);
    return steps.all();
  }

  /**
   * Has a step tried once more.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; NOT_KNOWN if no such step
   *     waits; CONFLICT if its version is suspended
   */
  @Transactional
  public void retry(UUID id, Person person, Occasion occasion) {
    DeploymentRights.requireAdministrator(person);
    FailedStep step = steps.find(id.toString()).orElseThrow(Refused::notKnown);
    if (step.version().suspended()) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "DPL-0121", "The version is suspended: resume it first, then try the step again."));
    }
    steps.retry(step);
    JournalEntry entry =
        JournalEntry.of(EventKind.INCIDENT_RETRIED, occasion)
            .after(
                Map.of(
                    "process", step.version().process(),
                    "element", step.element(),
                    "cause", step.cause().name()))
            .because("RETRIED_BY_ADMINISTRATOR");
    journal.append(
        Optional.ofNullable(step.document())
            .flatMap(concerned::of)
            .map(found -> entry.document(found.document(), found.label()))
            .orElse(entry));
  }
}
