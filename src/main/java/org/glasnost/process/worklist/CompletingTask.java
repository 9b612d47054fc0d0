package org.glasnost.process.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.glasnost.document.Documents;
import org.glasnost.document.Findings;
import org.glasnost.document.ReviewingMarking;
import org.glasnost.process.TaskForms;
import org.glasnost.process.engine.Course;
import org.glasnost.process.engine.ProcessVariable;
import org.glasnost.release.Redacting;
import org.glasnost.release.Releasing;
import org.glasnost.review.Signing;
import org.glasnost.review.Step;
import org.glasnost.review.Subjects;
import org.glasnost.review.TakingStep;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes a task: the use case of its kind, its line in the journal and the step of the process,
 * in one transaction. The use case decides; the process only learns what came of it.
 */
@Component
public class CompletingTask {
  private final WorkItems items;
  private final Assigning assigning;
  private final Documents documents;
  private final Subjects subjects;
  private final ReviewingMarking reviewingMarking;
  private final TakingStep takingStep;
  private final Signing signing;
  private final Redacting redacting;
  private final Releasing releasing;
  private final Course course;
  private final CurrentOccasion current;
  private final Journal journal;
  private final Vault vault;
  private final JdbcClient jdbc;
  private final TaskForms forms;
  private final JsonMapper json;

  CompletingTask(
      WorkItems items,
      Assigning assigning,
      Documents documents,
      Subjects subjects,
      ReviewingMarking reviewingMarking,
      TakingStep takingStep,
      Signing signing,
      Redacting redacting,
      Releasing releasing,
      Course course,
      CurrentOccasion current,
      Journal journal,
      Vault vault,
      JdbcClient jdbc,
      TaskForms forms,
      JsonMapper json) {
    this.items = items;
    this.assigning = assigning;
    this.documents = documents;
    this.subjects = subjects;
    this.reviewingMarking = reviewingMarking;
    this.takingStep = takingStep;
    this.signing = signing;
    this.redacting = redacting;
    this.releasing = releasing;
    this.course = course;
    this.current = current;
    this.journal = journal;
    this.vault = vault;
    this.jdbc = jdbc;
    this.forms = forms;
    this.json = json;
  }

  /**
   * What a completed task comes to.
   *
   * @param variables what it tells the process
   * @param sentBackBecause the reason for whoever gets the task that opens again, or null
   * @param staysOpenBecause the reason why the task itself stays open, or null
   */
  private record Result(
      Map<ProcessVariable, Object> variables,
      @Nullable String sentBackBecause,
      @Nullable String staysOpenBecause) {
    static Result plain() {
      return of(Map.of());
    }

    static Result of(Map<ProcessVariable, Object> variables) {
      return new Result(variables, null, null);
    }

    static Result sentBack(Map<ProcessVariable, Object> variables, @Nullable String reason) {
      return new Result(variables, reason, null);
    }

    static Result staysOpen(@Nullable String reason) {
      return new Result(Map.of(), null, String.valueOf(reason));
    }
  }

  /** Completes a task that the person has claimed, whatever was seen of it before. */
  @Transactional
  public void complete(Sight sight, UUID id, TaskBody body, Occasion edge) {
    complete(sight, id, body, Assigning.WHATEVER_WAS_SEEN, edge);
  }

  /**
   * Completes a task that the person has claimed.
   *
   * @param precondition refuses a version that is not the one the caller saw
   * @throws Refused with every finding, and nothing changed
   */
  @Transactional
  public void complete(
      Sight sight, UUID id, TaskBody body, LongConsumer precondition, Occasion edge) {
    items.visible(sight, id);
    WorkItem item = items.locked(id);
    Person person = sight.person();
    assigning.admit(item, sight, precondition);
    Occasion occasion = Assigning.inTask(item, edge.as(item.usedRole(person).orElseThrow()));
    long label = documents.inCourse(item.document()).label();
    forms.requireRoomFor(item.kind(), json.valueToTree(body));
    Result result = act(item, body, person, occasion);
    if (result.staysOpenBecause() != null) {
      keepOpen(item, result.staysOpenBecause());
      return;
    }
    journal.append(
        JournalEntry.of(EventKind.TASK_COMPLETED, occasion)
            .document(item.document(), label)
            .review(item.review())
            .after(told(item, result, body))
            .because(item.kind().name()));
    current.during(occasion, () -> course.complete(item.engineTask(), result.variables()));
    if (result.sentBackBecause() != null) {
      tellWhy(item.document(), result.sentBackBecause());
    }
  }

  /** The kind of task, what the process is told, and what was decided: no content. */
  private Map<String, Object> told(WorkItem item, Result result, TaskBody body) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("kind", item.kind().name());
    result.variables().forEach((variable, value) -> told.put(variable.variable(), value));
    told.putAll(Told.of(item.kind(), body, () -> subjects.of(item.document())));
    return told;
  }

  private Result act(WorkItem item, TaskBody body, Person person, Occasion occasion) {
    return switch (item.kind()) {
      case MARKING_REVIEW -> {
        reviewingMarking.confirm(
            item.document(), confirmation((TaskBody.MarkingReview) body), person, occasion);
        yield Result.plain();
      }
      case EQUITY_IDENTIFICATION -> equities(item, (TaskBody.Equities) body, person);
      case FIRST_REVIEW ->
          Result.of(
              Map.of(
                  ProcessVariable.REFERRAL_COUNT,
                  takingStep.decideFirst(
                      courseOf(item), ((TaskBody.Decided) body).decision(), person)));
      case REFERRAL_ANSWER -> {
        takingStep.answer(
            courseOf(item),
            String.valueOf(item.referredTo()),
            ((TaskBody.Answered) body).answer(),
            person,
            occasion);
        yield Result.plain();
      }
      case SECOND_REVIEW -> secondReview(item, (TaskBody.DecidedOrReturned) body, person);
      case ADJUDICATION -> {
        boolean decided =
            takingStep.adjudicate(courseOf(item), ((TaskBody.Decided) body).decision(), person);
        yield Result.of(
            Map.of(
                ProcessVariable.ADJUDICATED,
                decided,
                ProcessVariable.REFERRAL_COUNT,
                takingStep.outstanding(courseOf(item))));
      }
      case SIGNATURE -> signature(item, (TaskBody.Signature) body, person, occasion);
      case REDACTION -> {
        TaskBody.Redactions redactions = (TaskBody.Redactions) body;
        redacting.redact(
            reviewOf(item),
            item.document(),
            required(redactions.redactions(), "/redactions", "The redactions are required."),
            redactions.reason(),
            person);
        yield Result.plain();
      }
      case REDACTION_CHECK -> {
        TaskBody.Check check = (TaskBody.Check) body;
        boolean accept = required(check.accept(), "/accept", "Say whether the copy is accepted.");
        redacting.check(reviewOf(item), item.document(), accept, check.reason(), person);
        yield Result.sentBack(
            Map.of(ProcessVariable.ACCEPTED, accept), accept ? null : check.reason());
      }
      case RELEASE -> release(item, (TaskBody.Release) body, person, occasion);
    };
  }

  private Result equities(WorkItem item, TaskBody.Equities body, Person person) {
    List<Step.Equity> equities =
        required(
            body.equities(),
            "/equities",
            "The equities of other agencies are required; an empty list says that there are none.");
    takingStep.identifyEquities(courseOf(item), equities, body.reason(), person);
    return Result.plain();
  }

  private Result secondReview(WorkItem item, TaskBody.DecidedOrReturned body, Person person) {
    if (Boolean.TRUE.equals(body.returned())) {
      if (body.decides()) {
        throw new Refused(
            Refused.Ground.RULE,
            Finding.error("TSK-0010", "A review is returned or decided, not both.")
                .atMember("/return"));
      }
      takingStep.returnToFirst(courseOf(item), body.reason(), person);
      return Result.sentBack(
          Map.of(ProcessVariable.SECOND_OUTCOME, "RETURNED", ProcessVariable.REFERRAL_COUNT, 0),
          body.reason());
    }
    TakingStep.Comparison comparison =
        takingStep.decideSecond(courseOf(item), body.decision(), person);
    return Result.of(
        Map.of(
            ProcessVariable.SECOND_OUTCOME,
            comparison.name(),
            ProcessVariable.REFERRAL_COUNT,
            takingStep.outstanding(courseOf(item))));
  }

  private Result signature(
      WorkItem item, TaskBody.Signature body, Person person, Occasion occasion) {
    boolean sign = required(body.sign(), "/sign", "Say whether you sign.");
    if (!sign) {
      signing.refuse(courseOf(item), body.reason(), person);
      return Result.sentBack(Map.of(ProcessVariable.SIGNED, false), body.reason());
    }
    Signing.Signed signed = signing.sign(courseOf(item), body.reason(), person, occasion);
    return Result.of(
        Map.of(
            ProcessVariable.SIGNED,
            true,
            ProcessVariable.OUTCOME,
            signed.outcome().name(),
            ProcessVariable.WITHHOLDS,
            signed.withholds()));
  }

  private Result release(WorkItem item, TaskBody.Release body, Person person, Occasion occasion) {
    boolean release = required(body.release(), "/release", "Say whether the copy goes out.");
    if (release) {
      releasing.release(reviewOf(item), item.document(), body.reason(), person, occasion);
      return Result.of(Map.of(ProcessVariable.RELEASED, true));
    }
    boolean withholds =
        releasing.decline(reviewOf(item), item.document(), body.reason(), person, occasion);
    return withholds
        ? Result.sentBack(Map.of(ProcessVariable.RELEASED, false), body.reason())
        : Result.staysOpen(body.reason());
  }

  private static ReviewingMarking.Confirmation confirmation(TaskBody.MarkingReview body) {
    Findings findings = new Findings();
    List<ReviewingMarking.Accepted> readings = new ArrayList<>();
    List<TaskBody.ReadingAnswer> saidOfReadings =
        body.readings() == null ? List.of() : body.readings();
    for (int i = 0; i < saidOfReadings.size(); i++) {
      TaskBody.ReadingAnswer answer = saidOfReadings.get(i);
      answered(answer.reading(), answer.accept(), "/readings/" + i, "reading", readings, findings);
    }
    List<ReviewingMarking.Accepted> proposals = new ArrayList<>();
    List<TaskBody.ProposalAnswer> saidOfProposals =
        body.proposals() == null ? List.of() : body.proposals();
    for (int i = 0; i < saidOfProposals.size(); i++) {
      TaskBody.ProposalAnswer answer = saidOfProposals.get(i);
      answered(
          answer.proposal(), answer.accept(), "/proposals/" + i, "proposal", proposals, findings);
    }
    ReviewingMarking.Stated stated = null;
    TaskBody.MarkingStated marking = body.marking();
    if (marking != null) {
      if (marking.level() == null) {
        findings.error("TSK-0011", "/marking/level", "The level of the marking is required.");
      } else {
        stated =
            new ReviewingMarking.Stated(
                marking.level(), marking.verbatim() == null ? "" : marking.verbatim());
      }
    }
    findings.refuseIfAny();
    return new ReviewingMarking.Confirmation(readings, proposals, stated, body.reason());
  }

  private static void answered(
      @Nullable String id,
      @Nullable Boolean accept,
      String at,
      String what,
      List<ReviewingMarking.Accepted> answers,
      Findings findings) {
    if (id == null) {
      findings.error("TSK-0012", at + "/" + what, "Name the " + what + ".");
    } else if (accept == null) {
      findings.error("TSK-0013", at + "/accept", "Say whether it is accepted.");
    } else {
      answers.add(new ReviewingMarking.Accepted(id, accept));
    }
  }

  /** Seals the reason with the task that opened because another one was sent back. */
  private void tellWhy(UUID document, String reason) {
    for (WorkItem opened : items.openOn(document)) {
      if (opened.note() == null) {
        jdbc.sql("update work_item set note = ? where id = ?")
            .params(vault.store(document, ContentKind.REASON, reason), opened.id())
            .update();
      }
    }
  }

  /** A release that is declined with nothing to redact anew: the task stays, with the reason. */
  private void keepOpen(WorkItem item, String reason) {
    jdbc.sql("update work_item set note = ?, draft = null, version = version + 1 where id = ?")
        .params(vault.store(item.document(), ContentKind.REASON, reason), item.id())
        .update();
  }

  private static <T> T required(@Nullable T value, String pointer, String message) {
    if (value == null) {
      throw new Refused(Refused.Ground.RULE, Finding.error("TSK-0014", message).atMember(pointer));
    }
    return value;
  }

  private static UUID reviewOf(WorkItem item) {
    UUID review = item.review();
    if (review == null) {
      // A process would have to lead here that never asked for a review: the gate refuses such.
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error("TSK-0018", "This task belongs to a review, and none was ordered."));
    }
    return review;
  }

  private static TakingStep.Course courseOf(WorkItem item) {
    return new TakingStep.Course(reviewOf(item), item.document());
  }
}
