package org.glasnost.process.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.glasnost.process.TaskKind;
import org.glasnost.process.deployment.DecidingDeployment;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentState;
import org.glasnost.process.deployment.Deployments;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.EngineAlone;
import org.glasnost.process.engine.FailedStep;
import org.glasnost.process.engine.ProcessVariable;
import org.glasnost.rule.Refused.Ground;
import org.junit.jupiter.api.Test;

/** What stands where, what is suspended, what failed, and what is brought back. */
class RunningVersionsIT extends RunningVersions {

  @Test
  void aVersionTellsWhatStandsAtEachElement() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW", "REDACTION");
    begins(key);
    begins(key);
    completes(begins(key), Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    inForce(key, "FIRST_REVIEW");
    begins(key);
    assertThat(look(key, 1).elements())
        .extracting(count -> count.element().id() + " " + count.instances())
        .containsExactly("start 0", "end 0", "FIRST_REVIEW 2", "REDACTION 1");
    assertThat(look(key, 2).elements())
        .extracting(count -> count.element().name() + " " + count.instances())
        .containsExactly("start 0", "end 0", "The FIRST_REVIEW 1");
    assertThat(look(key, 1).newest()).isFalse();
    assertThat(look(key, 2).newest()).isTrue();
    assertRefused(Ground.NOT_KNOWN, "ACC-0001", () -> look(key, 3));
    assertRefused(
        Ground.NOT_ENTITLED,
        "DPL-0101",
        () -> engine.bean(SuspendingVersion.class).look(key, 1, REVIEWER));
  }

  @Test
  void whatIsRepeatedAndWhatIsCalledIsCounted() {
    UUID document = UUID.randomUUID();
    engine.inTransaction(() -> engine.course().startReview(document, UUID.randomUUID()));
    completes(document, Map.of());
    completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 3));
    assertThat(look("declassification-review", 1).elements())
        .filteredOn(count -> count.instances() > 0)
        .extracting(count -> count.element().id() + " " + count.instances())
        .containsExactly("REFERRAL_ANSWER 3");
    assertThat(look("record-life-cycle", 1).elements())
        .filteredOn(count -> count.instances() > 0)
        .extracting(count -> count.element().id() + " " + count.instances())
        .containsExactly("review 1");
    engine.inTransaction(() -> engine.course().cancel(document, "TRIAL"));
  }

  @Test
  void nothingOfASuspendedVersionBeginsOrGoesOn() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW", "REDACTION");
    UUID document = begins(key);
    assertRefused(Ground.RULE, "DPL-0119", () -> suspends(key, " "));
    assertRefused(Ground.CONFLICT, "DPL-0118", () -> resumes(key));
    RunningVersion held = suspends(key, "The gate of the office is under repair.");
    assertThat(held.version().suspended()).isTrue();
    assertThat(held.because()).isEqualTo("The gate of the office is under repair.");
    assertThat(held.revision()).isEqualTo(2);
    assertRefused(Ground.CONFLICT, "DPL-0118", () -> suspends(key, "again"));
    assertRefused(
        Ground.CONFLICT,
        "DPL-0120",
        () -> completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 0)));
    assertThat(task(document).kind()).isEqualTo(TaskKind.FIRST_REVIEW);

    RunningVersion resumed = resumes(key);
    assertThat(resumed.version().suspended()).isFalse();
    assertThat(resumed.held()).isNull();
    assertThat(resumed.revision()).isEqualTo(3);
    completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    assertThat(task(document).kind()).isEqualTo(TaskKind.REDACTION);
    assertThat(lines()).containsSubsequence("PROCESS_SUSPENDED", "PROCESS_RESUMED");
    assertRefused(
        Ground.NOT_ENTITLED,
        "DPL-0101",
        () ->
            engine.bean(SuspendingVersion.class).suspend(key, 1, "a reason", REVIEWER, occasion()));
  }

  @Test
  void aCourseIsRefusedWhereItWouldBeginCallOrReturnToWhatIsSuspended() {
    UUID document = UUID.randomUUID();
    suspends("record-life-cycle", "a trial");
    assertRefused(Ground.CONFLICT, "DPL-0120", () -> ordersReview(document));
    resumes("record-life-cycle");
    suspends("declassification-review", "a trial");
    assertRefused(Ground.CONFLICT, "DPL-0120", () -> ordersReview(document));
    resumes("declassification-review");
    ordersReview(document);
    completes(document, Map.of());
    completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    completes(
        document,
        Map.of(ProcessVariable.SECOND_OUTCOME, "CONCURRED", ProcessVariable.REFERRAL_COUNT, 0));
    Map<ProcessVariable, Object> signed =
        Map.of(
            ProcessVariable.SIGNED,
            true,
            ProcessVariable.OUTCOME,
            "RELEASE",
            ProcessVariable.WITHHOLDS,
            false);
    suspends("record-life-cycle", "a trial");
    assertRefused(Ground.CONFLICT, "DPL-0120", () -> completes(document, signed));
    resumes("record-life-cycle");
    suspends("release", "a trial");
    assertRefused(Ground.CONFLICT, "DPL-0120", () -> completes(document, signed));
    assertThat(task(document).kind()).isEqualTo(TaskKind.SIGNATURE);
    resumes("release");
    completes(document, signed);
    assertThat(task(document).kind()).isEqualTo(TaskKind.RELEASE);
    engine.inTransaction(() -> engine.course().cancel(document, "TRIAL"));
  }

  @Test
  void whatMovesOffASuspendedVersionGoesOn() {
    String key = newKey();
    inForce(key, "FIRST_REVIEW");
    UUID document = begins(key);
    suspends(key, "It lacks the redaction.");
    inForce(key, "FIRST_REVIEW", "REDACTION");
    engine
        .bean(StartingMigration.class)
        .start(new MigrationOrder(key, 1, 2, List.of()), ADMIN, occasion());
    engine.bean(CarryingOutMigration.class).pass(() -> true);
    completes(document, Map.of(ProcessVariable.REFERRAL_COUNT, 0));
    assertThat(task(document).kind()).isEqualTo(TaskKind.REDACTION);
  }

  @Test
  void aStepThatFailedIsToldInWordsAndTriedAgain() {
    String key = newKey();
    inForce(
        key,
        "<serviceTask id=\"troubled\" name=\"The troubled step\" camunda:asyncBefore=\"true\""
            + " camunda:delegateExpression=\"${troubledStep}\"/>"
            + "<userTask id=\"REDACTION\" camunda:candidateGroups=\"REDACTOR\"/>",
        List.of("troubled", "REDACTION"));
    RetryingSteps retrying = engine.bean(RetryingSteps.class);
    RunningWiring.FAILS_WITH.set(RunningWiring.refusal());
    UUID document = begins(key);
    FailedStep failed = await(key);
    assertThat(failed.document()).isEqualTo(document);
    assertThat(failed.element()).isEqualTo("troubled");
    assertThat(failed.elementName()).isEqualTo("The troubled step");
    assertThat(failed.version().process()).isEqualTo(key + ":1");
    assertThat(failed.cause()).isEqualTo(FailedStep.Cause.REFUSED);
    assertThat(failed.rules()).containsExactly("REV-0001");
    assertThat(failed.toString()).doesNotContain("Words that are not to be told");
    assertThat(look(key, 1).elements())
        .filteredOn(count -> count.element().id().equals("troubled"))
        .singleElement()
        .satisfies(count -> assertThat(count.incidents()).isEqualTo(1));

    assertRefused(Ground.NOT_ENTITLED, "DPL-0101", () -> retrying.all(REVIEWER));
    assertRefused(
        Ground.NOT_KNOWN, "ACC-0001", () -> retrying.retry(UUID.randomUUID(), ADMIN, occasion()));
    suspends(key, "a trial");
    UUID id = UUID.fromString(failed.id());
    assertRefused(Ground.CONFLICT, "DPL-0121", () -> retrying.retry(id, ADMIN, occasion()));
    resumes(key);

    // It fails again, for another reason.
    RunningWiring.FAILS_WITH.set(new IllegalStateException("other words"));
    retrying.retry(id, ADMIN, occasion());
    FailedStep again = await(key);
    assertThat(again.id()).isNotEqualTo(failed.id());
    assertThat(again.cause()).isEqualTo(FailedStep.Cause.OTHER);

    RunningWiring.FAILS_WITH.set(null);
    retrying.retry(UUID.fromString(again.id()), ADMIN, occasion());
    while (engine.openTasks().of(document).isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(task(document).kind()).isEqualTo(TaskKind.REDACTION);
    assertThat(retrying.all(ADMIN)).noneMatch(step -> step.version().key().equals(key));
    assertThat(lines()).containsSubsequence("INCIDENT_RETRIED", "INCIDENT_RETRIED");
  }

  @Test
  void anEarlierVersionComesBackAsANewOneOnceASecondAdministratorApproves() {
    BringingBackVersion bringing = engine.bean(BringingBackVersion.class);
    Definitions definitions = engine.bean(Definitions.class);
    assertRefused(
        Ground.CONFLICT, "DPL-0123", () -> bringing.submit("release", 1, ADMIN, occasion()));
    deploys("release", EngineAlone.shippedText("release").replace("\"Release\"", "\"Give out\""));
    assertRefused(
        Ground.NOT_KNOWN, "ACC-0001", () -> bringing.submit("release", 9, ADMIN, occasion()));
    assertRefused(
        Ground.NOT_ENTITLED, "DPL-0101", () -> bringing.submit("release", 1, REVIEWER, occasion()));

    Deployment pending = bringing.submit("release", 1, ADMIN, occasion());
    assertThat(pending.state()).isEqualTo(DeploymentState.PENDING);
    assertThat(pending.name()).isEqualTo("Back to version 1 of release");
    assertThat(pending.findings()).isEmpty();
    assertThat(definitions.latestVersion("release")).isEqualTo(2);
    DecidingDeployment deciding = engine.bean(DecidingDeployment.class);
    assertRefused(
        Ground.NOT_ENTITLED, "DPL-0102", () -> deciding.approve(pending.id(), ADMIN, occasion()));
    deciding.approve(pending.id(), SECOND, occasion());
    assertThat(definitions.bpmn("release", Optional.of(3)))
        .hasValueSatisfying(
            file ->
                assertThat(new String(file, UTF_8)).isEqualTo(EngineAlone.shippedText("release")));
    assertThat(engine.bean(Deployments.class).find(pending.id()).orElseThrow().state())
        .isEqualTo(DeploymentState.APPROVED);
  }

  private void ordersReview(UUID document) {
    engine.inTransaction(() -> engine.course().startReview(document, UUID.randomUUID()));
  }

  /** The step of a process that the engine has given up; its own threads try it meanwhile. */
  private FailedStep await(String key) {
    while (true) {
      Optional<FailedStep> failed =
          engine.bean(RetryingSteps.class).all(ADMIN).stream()
              .filter(step -> step.version().key().equals(key))
              .findFirst();
      if (failed.isPresent()) {
        return failed.get();
      }
      assertThat(
              engine
                  .bean(RuntimeService.class)
                  .createProcessInstanceQuery()
                  .processDefinitionKey(key)
                  .count())
          .isEqualTo(1);
      Thread.onSpinWait();
    }
  }

  private RunningVersion look(String key, int version) {
    return engine.bean(SuspendingVersion.class).look(key, version, ADMIN);
  }

  private RunningVersion suspends(String key, String reason) {
    return engine.bean(SuspendingVersion.class).suspend(key, 1, reason, ADMIN, occasion());
  }

  private RunningVersion resumes(String key) {
    return engine.bean(SuspendingVersion.class).resume(key, 1, "It is over.", ADMIN, occasion());
  }
}
