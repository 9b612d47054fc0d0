package org.glasnost.process.worklist;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Delegation;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.NeedToKnow;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.glasnost.document.Document;
import org.glasnost.document.Documents;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.TaskKind;
import org.glasnost.review.DocumentReview;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims tasks, gives them back, assigns them, keeps their drafts. */
@Component
@Transactional
public class Assigning {
  /** The precondition of a caller that makes none. */
  static final LongConsumer WHATEVER_WAS_SEEN = version -> {};

  private final JdbcClient jdbc;
  private final WorkItems items;
  private final WaitingTasks waiting;
  private final Documents documents;
  private final People people;
  private final OnePerson persons;
  private final Sights sights;
  private final Grants grants;
  private final Labels labels;
  private final Vault vault;
  private final Journal journal;
  private final OfficeDay officeDay;

  Assigning(
      JdbcClient jdbc,
      WorkItems items,
      WaitingTasks waiting,
      Documents documents,
      People people,
      OnePerson persons,
      Sights sights,
      Grants grants,
      Labels labels,
      Vault vault,
      Journal journal,
      OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.items = items;
    this.waiting = waiting;
    this.documents = documents;
    this.people = people;
    this.persons = persons;
    this.sights = sights;
    this.grants = grants;
    this.labels = labels;
    this.vault = vault;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /** The role whose holders, in the task's agency, may assign a task of that kind. */
  static Optional<Role> assigner(TaskKind kind) {
    return switch (kind) {
      case FIRST_REVIEW, SECOND_REVIEW, ADJUDICATION -> Optional.of(Role.SENIOR_REVIEWER);
      case REDACTION, REDACTION_CHECK, RELEASE -> Optional.of(Role.RECORDS_MANAGER);
      case MARKING_REVIEW, EQUITY_IDENTIFICATION, REFERRAL_ANSWER, SIGNATURE -> Optional.empty();
    };
  }

  /** Claims a task that nobody has, whatever was seen of it before. */
  public void claim(Sight sight, UUID id, Occasion occasion) {
    claim(sight, id, WHATEVER_WAS_SEEN, occasion);
  }

  /**
   * Claims a task that nobody has.
   *
   * @param precondition refuses a version that is not the one the caller saw
   */
  public void claim(Sight sight, UUID id, LongConsumer precondition, Occasion occasion) {
    items.visible(sight, id);
    WorkItem item = items.locked(id);
    requireAbleToClaim(item, sight.person());
    precondition.accept(item.version());
    requireOpen(item);
    if (item.assignee() != null) {
      throw new Refused(
          Refused.Ground.CONFLICT, Finding.error("TSK-0003", "This task is claimed already."));
    }
    take(
        item,
        sight.person(),
        EventKind.TASK_CLAIMED,
        occasion.as(item.usedRole(sight.person()).orElseThrow()));
  }

  /** Gives a task back that one has, whatever was seen of it before. */
  public void unclaim(Sight sight, UUID id, Occasion occasion) {
    unclaim(sight, id, WHATEVER_WAS_SEEN, occasion);
  }

  /**
   * Gives a task back that one has.
   *
   * @param precondition refuses a version that is not the one the caller saw
   */
  public void unclaim(Sight sight, UUID id, LongConsumer precondition, Occasion occasion) {
    items.visible(sight, id);
    WorkItem item = items.locked(id);
    if (!isOf(sight, item)) {
      requireAbleToClaim(item, sight.person());
    }
    precondition.accept(item.version());
    requireOpen(item);
    requireMine(item, sight);
    release(item, item.usedRole(sight.person()).map(occasion::as).orElse(occasion));
  }

  /**
   * Assigns a task to somebody who could claim it.
   *
   * @param precondition refuses a version that is not the one the caller saw
   */
  public void assign(
      Sight sight,
      UUID id,
      @Nullable String assignee,
      LongConsumer precondition,
      Occasion occasion) {
    items.visible(sight, id);
    WorkItem item = items.locked(id);
    Person assigner = sight.person();
    boolean entitled =
        assigner(item.kind()).filter(assigner::has).isPresent()
            && (item.agency() == null || item.agency().equals(assigner.agency()));
    if (!entitled) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "TSK-0004",
              "Review tasks are assigned by a senior reviewer of the agency, redaction and release"
                  + " by a records manager."));
    }
    precondition.accept(item.version());
    requireOpen(item);
    if (assignee == null || assignee.isBlank()) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error("TSK-0005", "Name the account that gets the task.").atMember("/assignee"));
    }
    Optional<Person> named = people.byUserName(assignee);
    if (named.isEmpty() || !ableToClaim(item, named.get())) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
                  "TSK-0006",
                  "This account cannot claim the task: role, agency, clearance or a separation of"
                      + " duties stands against it.")
              .atMember("/assignee")
              .about(assignee));
    }
    if (item.assignee() != null) {
      release(item, occasion);
    }
    take(items.locked(id), named.get(), EventKind.TASK_ASSIGNED, occasion);
  }

  /** Keeps the form of a task as far as it is filled in, whatever was seen of it before. */
  public void draft(Sight sight, UUID id, String form) {
    draft(sight, id, form, WHATEVER_WAS_SEEN);
  }

  /**
   * Keeps the form of a task as far as it is filled in.
   *
   * @param precondition refuses a version that is not the one the caller saw
   */
  public void draft(Sight sight, UUID id, String form, LongConsumer precondition) {
    items.visible(sight, id);
    WorkItem item = items.locked(id);
    admit(item, sight, precondition);
    jdbc.sql("update work_item set draft = ?, version = version + 1 where id = ?")
        .params(vault.store(item.document(), ContentKind.DRAFT, form), id)
        .update();
  }

  /** The draft of a task that one has. */
  @Transactional(readOnly = true)
  public Optional<String> draft(Sight sight, UUID id) {
    WorkItem item = items.visible(sight, id);
    // Words of the text may stand in it: who could not claim the task today does not read it.
    if (!item.isOpen() || !isOf(sight, item) || !ableToClaim(item, sight.person())) {
      return Optional.empty();
    }
    return Optional.ofNullable(item.draft()).map(vault::readText);
  }

  /** Why a task was sent back, to whoever has it. */
  @Transactional(readOnly = true)
  public Optional<String> note(Sight sight, UUID id) {
    WorkItem item = items.visible(sight, id);
    if (!sights.mayRead(sight, item.document())) {
      return Optional.empty();
    }
    return Optional.ofNullable(item.note()).map(vault::readText);
  }

  /**
   * Admits somebody to the work of a task: whether it is theirs to do at all comes before what they
   * saw of it, and that before how it stands.
   *
   * @param precondition refuses a version that is not the one the caller saw
   * @throws Refused unless it is open, claimed by them, and they could still claim it
   */
  void admit(WorkItem item, Sight sight, LongConsumer precondition) {
    requireAbleToClaim(item, sight.person());
    precondition.accept(item.version());
    requireOpen(item);
    requireMine(item, sight);
  }

  private static boolean isOf(Sight sight, WorkItem item) {
    UUID assignee = item.assignee();
    return assignee != null && sight.isOf(assignee);
  }

  private static void requireMine(WorkItem item, Sight sight) {
    if (!isOf(sight, item)) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error("TSK-0002", "You have not claimed this task. Claim it first."));
    }
  }

  private static void requireOpen(WorkItem item) {
    if (!item.isOpen()) {
      throw new Refused(
          Refused.Ground.CONFLICT, Finding.error("TSK-0001", "This task is completed already."));
    }
  }

  /**
   * Holds role, agency, delegation and separation of duties against a task.
   *
   * @throws Refused if any stands against it
   */
  void requireAbleToClaim(WorkItem item, Person person) {
    requireRole(item, person);
    if (items.barred(item.id()).stream().anyMatch(persons.of(person))) {
      throw new Refused(Refused.Ground.NOT_ENTITLED, DocumentReview.separation());
    }
    if (item.kind() == TaskKind.SIGNATURE && !delegated(item, person)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "TSK-0008", "No delegation of yours covers this record's agency, level and day."));
    }
  }

  /** Holds role and agency against a task. */
  private static void requireRole(WorkItem item, Person person) {
    boolean holdsRole =
        item.candidateRoles().stream().map(Role::valueOf).anyMatch(person::has)
            && (item.agency() == null || item.agency().equals(person.agency()));
    if (!holdsRole) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "TSK-0007",
              "This task is for "
                  + String.join(" or ", item.candidateRoles())
                  + (item.agency() == null ? "." : " of " + item.agency() + ".")));
    }
  }

  private boolean delegated(WorkItem item, Person person) {
    Document document = documents.inCourse(item.document());
    return person
        .delegationFor(
            Delegation.Authority.DECLASSIFICATION,
            String.valueOf(document.originatingAgency()),
            labels.protection(document.label()).level(),
            officeDay.today())
        .isPresent();
  }

  boolean ableToClaim(WorkItem item, Person person) {
    try {
      requireAbleToClaim(item, person);
    } catch (Refused notAble) {
      return false;
    }
    return sights.mayBeGivenTask(sights.of(person), item.document());
  }

  private void take(WorkItem item, Person person, EventKind kind, Occasion occasion) {
    jdbc.sql(
            "update work_item set assignee = ?, claimed_at = ?, version = version + 1 where id = ?")
        .params(person.id(), java.sql.Timestamp.from(officeDay.now()), item.id())
        .update();
    waiting.follow(item.document(), item.id());
    long label = documents.inCourse(item.document()).label();
    Occasion inTask = inTask(item, occasion);
    // As long as they hold the role, in the agency: it may end by its day with nobody acting.
    item.candidateRoles().stream()
        .map(Role::valueOf)
        .filter(person::has)
        .map(role -> claim(item, person, role))
        .forEach(need -> grants.give(need, label, inTask));
    journal.append(
        JournalEntry.of(kind, inTask)
            .document(item.document(), label)
            .review(item.review())
            .after(Map.of("kind", item.kind().name(), "assignee", person.id().toString()))
            .because(item.kind().name()));
  }

  private static NeedToKnow claim(WorkItem item, Person person, Role role) {
    return new NeedToKnow(
        item.document(),
        GrantSource.CLAIM,
        GrantScope.TEXT,
        person.id(),
        role,
        item.agency(),
        item.id());
  }

  /** Nobody has it any more: what was kept of the form goes, and the need to know with it. */
  void release(WorkItem item, Occasion occasion) {
    release(item, item.kind().name(), occasion);
  }

  /**
   * The same, for a reason that the journal has.
   *
   * @param reasonCode why it is given back
   */
  void release(WorkItem item, String reasonCode, Occasion occasion) {
    jdbc.sql(
            "update work_item set assignee = null, claimed_at = null, draft = null, version ="
                + " version + 1 where id = ?")
        .param(item.id())
        .update();
    waiting.follow(item.document(), item.id());
    long label = documents.inCourse(item.document()).label();
    Occasion inTask = inTask(item, occasion);
    grants.endForTask(item.id(), GrantSource.CLAIM, label, inTask);
    journal.append(
        JournalEntry.of(EventKind.TASK_RELEASED, inTask)
            .document(item.document(), label)
            .review(item.review())
            .before(had(item))
            .because(reasonCode));
  }

  private static Map<String, Object> had(WorkItem item) {
    return Map.of("kind", item.kind().name(), "assignee", String.valueOf(item.assignee()));
  }

  static Occasion inTask(WorkItem item, Occasion occasion) {
    return new Occasion(
        occasion.actor(),
        occasion.role(),
        item.id(),
        item.process(),
        occasion.client(),
        occasion.policyRelease());
  }
}
