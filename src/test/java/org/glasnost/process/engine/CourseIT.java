package org.glasnost.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.glasnost.process.TaskKind.ADJUDICATION;
import static org.glasnost.process.TaskKind.EQUITY_IDENTIFICATION;
import static org.glasnost.process.TaskKind.FIRST_REVIEW;
import static org.glasnost.process.TaskKind.MARKING_REVIEW;
import static org.glasnost.process.TaskKind.REDACTION;
import static org.glasnost.process.TaskKind.REDACTION_CHECK;
import static org.glasnost.process.TaskKind.REFERRAL_ANSWER;
import static org.glasnost.process.TaskKind.RELEASE;
import static org.glasnost.process.TaskKind.SECOND_REVIEW;
import static org.glasnost.process.TaskKind.SIGNATURE;
import static org.glasnost.process.engine.ProcessVariable.ACCEPTED;
import static org.glasnost.process.engine.ProcessVariable.ADJUDICATED;
import static org.glasnost.process.engine.ProcessVariable.OUTCOME;
import static org.glasnost.process.engine.ProcessVariable.REFERRAL_COUNT;
import static org.glasnost.process.engine.ProcessVariable.RELEASED;
import static org.glasnost.process.engine.ProcessVariable.SECOND_OUTCOME;
import static org.glasnost.process.engine.ProcessVariable.SIGNED;
import static org.glasnost.process.engine.ProcessVariable.WITHHOLDS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.process.TaskKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** The three shipped processes, walked on the engine along each of their ways. */
class CourseIT {
  private static EngineAlone engine;

  private final UUID document = UUID.randomUUID();
  private final UUID review = UUID.randomUUID();

  @BeforeAll
  static void startEngine() {
    engine = EngineAlone.started().withShippedProcesses();
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @Test
  void aRegisteredDocumentWaitsForItsMarkingReviewAndThenRests() {
    engine.inTransaction(() -> engine.course().startOnRegistration(document));

    OpenedTask task = only(MARKING_REVIEW);
    assertThat(task.name()).isEqualTo("Marking review");
    assertThat(task.candidateRoles()).containsExactly(Role.CLASSIFIER);
    assertThat(task.document()).isEqualTo(document);
    assertThat(task.review()).isNull();
    assertThat(task.ordinal()).isNull();
    assertThat(task.process()).isEqualTo("record-life-cycle:1");

    complete(MARKING_REVIEW, Map.of());
    assertAtRest();
  }

  @Test
  void aReviewGoesStraightThroughToAReleaseInFull() {
    orderReview();
    OpenedTask first = only(EQUITY_IDENTIFICATION);
    assertThat(first.review()).isEqualTo(review);
    assertThat(first.process()).isEqualTo("declassification-review:1");

    complete(EQUITY_IDENTIFICATION, Map.of());
    complete(FIRST_REVIEW, Map.of(REFERRAL_COUNT, 0));
    complete(SECOND_REVIEW, Map.of(SECOND_OUTCOME, "CONCURRED", REFERRAL_COUNT, 0));
    complete(SIGNATURE, signed("RELEASE", false));
    assertThat(only(RELEASE).process()).isEqualTo("release:1");
    complete(RELEASE, Map.of(RELEASED, true));
    assertAtRest();
    assertThat(lastPassage("record-life-cycle").passed()).contains("given-out").hasSize(5);
  }

  @Test
  void aSustainedClassificationEndsWithoutRelease() {
    toSignature();
    complete(SIGNATURE, signed("SUSTAINED", true));
    assertAtRest();
    assertThat(lastPassage("record-life-cycle").passed())
        .contains("sustained")
        .doesNotContain("release");
  }

  @Test
  void wordsDeclassifiedButWithheldEndWithoutRedactionOrRelease() {
    toSignature();
    complete(SIGNATURE, signed("WITHHELD", true));
    assertAtRest();
    assertThat(lastPassage("record-life-cycle").passed())
        .contains("kept-back")
        .doesNotContain("release");
  }

  @Test
  void aReturnGoesBackToAFirstReviewAsOftenAsItIsGiven() {
    orderReview();
    complete(EQUITY_IDENTIFICATION, Map.of());
    for (int time = 0; time < 3; time++) {
      complete(FIRST_REVIEW, Map.of(REFERRAL_COUNT, 0));
      complete(SECOND_REVIEW, Map.of(SECOND_OUTCOME, "RETURNED", REFERRAL_COUNT, 0));
    }
    only(FIRST_REVIEW);
  }

  @Test
  void theSecondReviewWaitsForTheAnswersOfEveryAgencyReferredTo() {
    orderReview();
    complete(EQUITY_IDENTIFICATION, Map.of());
    complete(FIRST_REVIEW, Map.of(REFERRAL_COUNT, 2));

    List<OpenedTask> asked = engine.openTasks().of(document);
    assertThat(asked).extracting(OpenedTask::kind).containsOnly(REFERRAL_ANSWER);
    assertThat(asked).extracting(OpenedTask::ordinal).containsExactlyInAnyOrder(0, 1);
    complete(asked.get(1), Map.of());
    assertThat(engine.openTasks().of(document)).containsExactly(asked.get(0));
    complete(asked.get(0), Map.of());
    only(SECOND_REVIEW);
  }

  @Test
  void agenciesThatOnlyTheSecondReviewRefersToAreAskedBeforeTheAdjudication() {
    orderReview();
    complete(EQUITY_IDENTIFICATION, Map.of());
    complete(FIRST_REVIEW, Map.of(REFERRAL_COUNT, 0));
    complete(SECOND_REVIEW, Map.of(SECOND_OUTCOME, "DIFFERS", REFERRAL_COUNT, 1));
    complete(REFERRAL_ANSWER, Map.of());
    complete(ADJUDICATION, Map.of(ADJUDICATED, true, REFERRAL_COUNT, 0));
    only(SIGNATURE);
  }

  @Test
  void anAdjudicatorWhoRefersDecidesOnceTheAnswersAreIn() {
    toAdjudication();
    complete(ADJUDICATION, Map.of(ADJUDICATED, false, REFERRAL_COUNT, 2));
    for (OpenedTask asked : engine.openTasks().of(document)) {
      assertThat(asked.kind()).isEqualTo(REFERRAL_ANSWER);
      complete(asked, Map.of());
    }
    complete(ADJUDICATION, Map.of(ADJUDICATED, true, REFERRAL_COUNT, 0));
    only(SIGNATURE);
  }

  @Test
  void anAdjudicatorWhoDecidesAndRefersIsSignedOnceTheAnswersAreIn() {
    toAdjudication();
    complete(ADJUDICATION, Map.of(ADJUDICATED, true, REFERRAL_COUNT, 1));
    complete(REFERRAL_ANSWER, Map.of());
    only(SIGNATURE);
  }

  @Test
  void aRefusedSignatureReopensTheSecondReviewWhereNobodyAdjudicated() {
    toSignature();
    complete(SIGNATURE, Map.of(SIGNED, false));
    complete(SECOND_REVIEW, Map.of(SECOND_OUTCOME, "CONCURRED", REFERRAL_COUNT, 0));
    only(SIGNATURE);
  }

  @Test
  void aRefusedSignatureReopensTheAdjudicationWhereThereWasOne() {
    toAdjudication();
    complete(ADJUDICATION, Map.of(ADJUDICATED, true, REFERRAL_COUNT, 0));
    complete(SIGNATURE, Map.of(SIGNED, false));
    complete(ADJUDICATION, Map.of(ADJUDICATED, true, REFERRAL_COUNT, 0));
    complete(SIGNATURE, signed("RELEASE", false));
    only(RELEASE);
  }

  @Test
  void aFailedCheckReopensTheRedaction() {
    toSignature();
    complete(SIGNATURE, signed("RELEASE", true));
    complete(REDACTION, Map.of());
    complete(REDACTION_CHECK, Map.of(ACCEPTED, false));
    complete(REDACTION, Map.of());
    complete(REDACTION_CHECK, Map.of(ACCEPTED, true));
    complete(RELEASE, Map.of(RELEASED, true));
    assertAtRest();
  }

  @Test
  void aCopyHeldBackIsRedactedAgainWhereSomethingIsWithheld() {
    toSignature();
    complete(SIGNATURE, signed("RELEASE", true));
    complete(REDACTION, Map.of());
    complete(REDACTION_CHECK, Map.of(ACCEPTED, true));
    complete(RELEASE, Map.of(RELEASED, false));
    only(REDACTION);
  }

  @Test
  void aFullCopyHeldBackWaitsForItsReleaseAgain() {
    toSignature();
    complete(SIGNATURE, signed("RELEASE", false));
    complete(RELEASE, Map.of(RELEASED, false));
    only(RELEASE);
  }

  @Test
  void showsWhatIsPassedAndWhereTheDocumentWaits() {
    toSignature();
    List<Passage> path = engine.course().path(document);
    assertThat(path)
        .extracting(Passage::processKey)
        .containsExactly("record-life-cycle", "declassification-review");
    Passage called = lastPassage("declassification-review");
    assertThat(called.current()).containsExactly("SIGNATURE");
    assertThat(called.passed())
        .contains("begun", "EQUITY_IDENTIFICATION", "FIRST_REVIEW", "SECOND_REVIEW");
    assertThat(called.calledBy()).isEqualTo(path.get(0).instance());
    assertThat(called.endedAt()).isNull();
    assertThat(path.get(0).current()).containsExactly("review");
  }

  @Test
  void cancellingEndsTheWholeCourseAndItsOpenTask() {
    toSignature();
    OpenedTask open = only(SIGNATURE);
    engine.inTransaction(() -> engine.course().cancel(document, "REGISTERED_IN_ERROR"));
    assertAtRest();
    assertThat(engine.openTasks().wasCancelled(open.engineTaskId())).isTrue();
    assertThat(engine.course().path(document)).extracting(Passage::cancelled).containsOnly(true);
  }

  @Test
  void cancellingADocumentAtRestChangesNothing() {
    engine.inTransaction(() -> engine.course().cancel(document, "REGISTERED_IN_ERROR"));
    assertThat(engine.course().path(document)).isEmpty();
  }

  @Test
  void aReasonInFreeTextNeverReachesTheEngine() {
    assertThatThrownBy(
            () ->
                engine.inTransaction(
                    () -> engine.course().cancel(document, "names a source in Vienna")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("Vienna");
  }

  @Test
  void aDocumentHasOneCourseAtATime() {
    orderReview();
    assertThatThrownBy(this::orderReview).isInstanceOf(IllegalStateException.class);
    only(EQUITY_IDENTIFICATION);
  }

  @Test
  void aTaskIsCompletedOnce() {
    orderReview();
    OpenedTask task = only(EQUITY_IDENTIFICATION);
    complete(task, Map.of());
    assertThatThrownBy(() -> complete(task, Map.of())).isInstanceOf(IllegalStateException.class);
    only(FIRST_REVIEW);
  }

  @Test
  void nothingMovesOutsideTheCallersTransaction() {
    assertThatThrownBy(() -> engine.course().startOnRegistration(document))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(engine.course().path(document)).isEmpty();
  }

  @Test
  void stateAndProcessStepAreCommittedTogetherOrNotAtAll() {
    JdbcClient jdbc = engine.bean(JdbcClient.class);
    jdbc.sql("create table if not exists ours (id uuid)").update();
    assertThatThrownBy(
            () ->
                engine.inTransaction(
                    () -> {
                      jdbc.sql("insert into ours (id) values (?)").param(document).update();
                      engine.course().startOnRegistration(document);
                      throw new IllegalArgumentException("the use case fails after the step");
                    }))
        .hasMessage("the use case fails after the step");
    assertThat(engine.course().path(document)).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from ours where id = ?")
                .param(document)
                .query()
                .singleValue())
        .isEqualTo(0L);

    engine.inTransaction(() -> engine.course().startOnRegistration(document));
    assertThat(engine.course().runningInstance(document)).isPresent();
  }

  private void orderReview() {
    engine.inTransaction(() -> engine.course().startReview(document, review));
  }

  private void toSignature() {
    orderReview();
    complete(EQUITY_IDENTIFICATION, Map.of());
    complete(FIRST_REVIEW, Map.of(REFERRAL_COUNT, 0));
    complete(SECOND_REVIEW, Map.of(SECOND_OUTCOME, "CONCURRED", REFERRAL_COUNT, 0));
  }

  private void toAdjudication() {
    orderReview();
    complete(EQUITY_IDENTIFICATION, Map.of());
    complete(FIRST_REVIEW, Map.of(REFERRAL_COUNT, 0));
    complete(SECOND_REVIEW, Map.of(SECOND_OUTCOME, "DIFFERS", REFERRAL_COUNT, 0));
  }

  private static Map<ProcessVariable, Object> signed(String outcome, boolean withholds) {
    return Map.of(SIGNED, true, OUTCOME, outcome, WITHHOLDS, withholds);
  }

  private OpenedTask only(TaskKind kind) {
    List<OpenedTask> open = engine.openTasks().of(document);
    assertThat(open).extracting(OpenedTask::kind).containsExactly(kind);
    return open.get(0);
  }

  private void complete(TaskKind kind, Map<ProcessVariable, Object> variables) {
    complete(only(kind), variables);
  }

  private void complete(OpenedTask task, Map<ProcessVariable, Object> variables) {
    engine.inTransaction(() -> engine.course().complete(task.engineTaskId(), variables));
  }

  private void assertAtRest() {
    assertThat(engine.openTasks().of(document)).isEmpty();
    assertThat(engine.course().runningInstance(document)).isEmpty();
  }

  private Passage lastPassage(String key) {
    return engine.course().path(document).stream()
        .filter(passage -> passage.processKey().equals(key))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
