package org.glasnost.process.worklist;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnost.audit.Actor;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.NeedToKnow;
import org.glasnost.document.Document;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.process.TaskKind;
import org.glasnost.process.engine.OpenedTask;
import org.glasnost.process.engine.TaskObserver;
import org.glasnost.review.Clocks;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.Reviews;
import org.glasnost.review.StepKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the work list as the process moves: an opened task with the grants of its queue and those
 * whom a separation of duties keeps from it, an ended one with the end of its grants.
 */
@Component
class OpeningTasks implements TaskObserver {
  private final JdbcClient jdbc;
  private final WorkItems items;
  private final WaitingTasks waiting;
  private final OnePerson persons;
  private final Documents documents;
  private final Reviews reviews;
  private final Grants grants;
  private final Journal journal;
  private final OfficeDay officeDay;
  private final CurrentOccasion current;
  private final PolicyRelease policy;

  OpeningTasks(
      JdbcClient jdbc,
      WorkItems items,
      WaitingTasks waiting,
      OnePerson persons,
      Documents documents,
      Reviews reviews,
      Grants grants,
      Journal journal,
      OfficeDay officeDay,
      CurrentOccasion current,
      PolicyRelease policy) {
    this.jdbc = jdbc;
    this.items = items;
    this.waiting = waiting;
    this.persons = persons;
    this.documents = documents;
    this.reviews = reviews;
    this.grants = grants;
    this.journal = journal;
    this.officeDay = officeDay;
    this.current = current;
    this.policy = policy;
  }

  @Override
  public void opened(OpenedTask task) {
    Document document = documents.inCourse(task.document());
    UUID id = UUID.randomUUID();
    String referredTo = referredTo(task);
    String agency = agency(task.kind(), document);
    insert(id, task, agency, referredTo, due(task.review()));
    Map<Role, Boolean> roles = roles(task);
    roles.forEach(
        (role, mayClaim) ->
            jdbc.sql("insert into work_item_role (work_item, role, may_claim) values (?, ?, ?)")
                .params(id, role.name(), mayClaim)
                .update());
    for (UUID account : persons.withNamesakes(barred(task))) {
      jdbc.sql("insert into work_item_barred (work_item, account) values (?, ?)")
          .params(id, account)
          .update();
    }
    Occasion occasion = occasion(id, task.process());
    for (Role role : roles.keySet()) {
      grants.give(
          NeedToKnow.holders(document.id(), GrantSource.QUEUE, role, agency, id),
          document.label(),
          occasion);
    }
    waiting.follow(document.id(), id);
    journal.append(
        JournalEntry.of(EventKind.TASK_OPENED, occasion)
            .document(document.id(), document.label())
            .review(task.review())
            .after(Map.of("kind", task.kind().name()))
            .because(task.kind().name()));
  }

  @Override
  public void moved(String engineTaskId, String process) {
    // No new version of the task: whoever works at it is not told that it changed.
    jdbc.sql("update work_item set process = ? where engine_task = ?")
        .params(process, engineTaskId)
        .update();
  }

  @Override
  public void ended(String engineTaskId, boolean cancelled) {
    WorkItem item = items.byEngineTask(engineTaskId).orElseThrow();
    Document document = documents.inCourse(item.document());
    jdbc.sql(
            "update work_item set completed_at = ?, cancelled = ?, due_while_open = null, draft ="
                + " null, version = version + 1 where id = ?")
        .params(Timestamp.from(officeDay.now()), cancelled, item.id())
        .update();
    waiting.follow(item.document(), item.id());
    Occasion occasion = occasion(item.id(), item.process());
    grants.endForTask(item.id(), document.label(), occasion);
    if (cancelled) {
      tellCancelled(item, document, occasion);
    }
    UUID assignee = item.assignee();
    if (!cancelled && assignee != null) {
      // What remains of a claim: that the task was theirs. Not the text.
      grants.give(
          NeedToKnow.person(
              item.document(), GrantSource.CLAIM, GrantScope.METADATA, assignee, item.id()),
          document.label(),
          occasion);
    }
  }

  /** Nobody did what was to be done: its document was withdrawn, or its course set right. */
  private void tellCancelled(WorkItem item, Document document, Occasion occasion) {
    Map<String, Object> stood = new TreeMap<>();
    stood.put("kind", item.kind().name());
    if (item.assignee() != null) {
      stood.put("assignee", item.assignee().toString());
    }
    journal.append(
        JournalEntry.of(EventKind.TASK_CANCELLED, occasion)
            .document(item.document(), document.label())
            .review(item.review())
            .before(stood)
            .because(
                document.state() == DocumentState.WITHDRAWN
                    ? "DOCUMENT_WITHDRAWN"
                    : "COURSE_CHANGED"));
  }

  /** The agency of an open marking review follows the registration. */
  void followRegistration(UUID id) {
    Document document = documents.inCourse(id);
    for (WorkItem item : items.openOn(id)) {
      String agency = agency(item.kind(), document);
      jdbc.sql("update work_item set agency = ?, version = version + 1 where id = ?")
          .params(Arrays.asList(agency, item.id()))
          .update();
      Occasion occasion = occasion(item.id(), item.process());
      grants.endForTask(item.id(), GrantSource.QUEUE, document.label(), occasion);
      for (String role : item.candidateRoles()) {
        grants.give(
            NeedToKnow.holders(id, GrantSource.QUEUE, Role.valueOf(role), agency, item.id()),
            document.label(),
            occasion);
      }
      waiting.follow(id, item.id());
    }
  }

  private void insert(
      UUID id,
      OpenedTask task,
      @Nullable String agency,
      @Nullable String referredTo,
      @Nullable LocalDate due) {
    String name = referredTo == null ? task.name() : task.name() + ": " + referredTo;
    jdbc.sql(
            "insert into work_item (id, engine_task, kind, name, document, review, agency,"
                + " referred_to, roles, process, created_at, cancelled, due, due_while_open, version)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                id,
                task.engineTaskId(),
                task.kind().name(),
                name,
                task.document(),
                task.review(),
                agency,
                referredTo,
                String.join(",", task.candidateRoles().stream().map(Role::name).sorted().toList()),
                task.process(),
                Timestamp.from(officeDay.now()),
                false,
                due,
                due == null ? WorkItems.NEVER : due,
                0L))
        .update();
  }

  /** Which agency's people a task is for (domain brief: who decides, who holds). */
  private static @Nullable String agency(TaskKind kind, Document document) {
    return switch (kind) {
      case MARKING_REVIEW, FIRST_REVIEW, SECOND_REVIEW, ADJUDICATION, SIGNATURE ->
          document.originatingAgency();
      case EQUITY_IDENTIFICATION, REFERRAL_ANSWER, REDACTION, REDACTION_CHECK, RELEASE ->
          document.holdingAgency();
    };
  }

  private Map<Role, Boolean> roles(OpenedTask task) {
    Map<Role, Boolean> roles = new TreeMap<>(Comparator.comparing(Role::name));
    task.candidateRoles().forEach(role -> roles.put(role, true));
    Assigning.assigner(task.kind()).ifPresent(role -> roles.putIfAbsent(role, false));
    return roles;
  }

  private @Nullable String referredTo(OpenedTask task) {
    UUID review = task.review();
    Integer ordinal = task.ordinal();
    if (task.kind() != TaskKind.REFERRAL_ANSWER || review == null || ordinal == null) {
      return null;
    }
    List<String> agencies =
        new ArrayList<>(reviews.of(review, task.document()).outstanding().keySet());
    return agencies.get(ordinal);
  }

  private Set<UUID> barred(OpenedTask task) {
    UUID id = task.review();
    if (id == null) {
      return Set.of();
    }
    DocumentReview review = reviews.of(id, task.document());
    return switch (task.kind()) {
      case FIRST_REVIEW -> review.barredFrom(StepKind.FIRST_REVIEWED);
      case SECOND_REVIEW -> review.barredFrom(StepKind.SECOND_REVIEWED);
      case ADJUDICATION -> review.barredFrom(StepKind.ADJUDICATED);
      case SIGNATURE -> review.barredFrom(StepKind.SIGNED);
      case REDACTION -> review.barredFrom(StepKind.REDACTED);
      case REDACTION_CHECK -> review.barredFrom(StepKind.REDACTION_ACCEPTED);
      case MARKING_REVIEW, EQUITY_IDENTIFICATION, REFERRAL_ANSWER, RELEASE -> Set.of();
    };
  }

  private @Nullable LocalDate due(@Nullable UUID review) {
    return review == null
        ? null
        : Clocks.of(reviews.inCourse(review)).stream()
            .map(Clocks.Clock::dueOn)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private Occasion occasion(UUID task, String process) {
    return current
        .get()
        .map(o -> new Occasion(o.actor(), o.role(), task, process, o.client(), o.policyRelease()))
        .orElseGet(
            () ->
                new Occasion(
                    Actor.SYSTEM, null, task, process, Occasion.ClientClass.SYSTEM, policy.id()));
  }
}
