package org.glasnost.history.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.glasnost.audit.EventBody;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.glasnost.document.Findings;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.RetentionSchedule;
import org.glasnost.policy.RetentionSchedules;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that the bodies of events lapse whose time is over. One records manager orders it and sees
 * what it comes to, a second one agrees; nothing lapses by itself. It is carried out by {@link
 * CarryingOutLapse}.
 */
@Component
public class OrderingLapse {
  /** Why bodies lapse, where no backup was restored. */
  static final String CODE = "RECORDS_SCHEDULE";

  private static final Set<Long> OPEN = Set.of(JournalEntry.OPEN);

  private final RetentionRights rights;
  private final RetentionSchedules schedules;
  private final DueBodies due;
  private final CountedInSight sight;
  private final JournalHolds holds;
  private final HoldGuard guard;
  private final LapseRuns runs;
  private final Vault vault;
  private final Journal journal;
  private final OfficeDay officeDay;

  OrderingLapse(
      RetentionRights rights,
      RetentionSchedules schedules,
      DueBodies due,
      CountedInSight sight,
      JournalHolds holds,
      HoldGuard guard,
      LapseRuns runs,
      Vault vault,
      Journal journal,
      OfficeDay officeDay) {
    this.rights = rights;
    this.schedules = schedules;
    this.due = due;
    this.sight = sight;
    this.holds = holds;
    this.guard = guard;
    this.runs = runs;
    this.vault = vault;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * How long a kind is kept, and what of it is due.
   *
   * @param kind of events
   * @param schedule the name of its schedule
   * @param authority that it rests on
   * @param keep how long, as it is written
   * @param before the instant before which events of it are due; null where none ever is
   * @param due how many bodies are due, without those held, of those that the person may see
   * @param held how many of these holds keep
   * @param sealed whether there are more, due or held, that the person may not see
   */
  public record Kept(
      EventKind kind,
      String schedule,
      String authority,
      String keep,
      @Nullable Instant before,
      long due,
      long held,
      boolean sealed) {}

  /**
   * Every kind, in the order of their declaration.
   *
   * @throws Refused for anybody but records managers and auditors
   */
  @Transactional(readOnly = true)
  public List<Kept> schedules(Person person) {
    rights.require(person);
    Set<Long> labels = sight.labels(person);
    List<Kept> all = new ArrayList<>();
    for (EventKind kind : EventKind.values()) {
      RetentionSchedule schedule = schedules.of(kind);
      Instant before = before(schedule);
      Map<Long, DueBodies.Count> byLabel = before == null ? Map.of() : due.count(kind, before);
      DueBodies.Count seen = CountedInSight.of(byLabel, labels);
      all.add(
          new Kept(
              kind,
              schedule.id(),
              schedule.authority(),
              schedule.written(),
              before,
              seen.due(),
              seen.held(),
              !labels.containsAll(byLabel.keySet())));
    }
    return all;
  }

  /** What an order comes to now. */
  private List<LapseRun.Part> parts() {
    List<LapseRun.Part> parts = new ArrayList<>();
    for (EventKind kind : EventKind.values()) {
      RetentionSchedule schedule = schedules.of(kind);
      Instant before = before(schedule);
      if (before == null) {
        continue;
      }
      Map<Long, DueBodies.Count> byLabel = due.count(kind, before);
      // Whether what is sealed for somebody is held must not be told by what an order is about.
      if (CountedInSight.of(byLabel, OPEN).due() > 0 || !OPEN.containsAll(byLabel.keySet())) {
        DueBodies.Count all = DueBodies.Count.sum(byLabel.values());
        parts.add(
            new LapseRun.Part(
                kind, schedule.authority(), schedule.written(), before, all.due(), all.held(), 0));
      }
    }
    return parts;
  }

  private @Nullable Instant before(RetentionSchedule schedule) {
    if (schedule.keep() == null) {
      return null;
    }
    LocalDate first = schedule.keptFrom(officeDay.today());
    return officeDay.startOf(first);
  }

  /**
   * A page of all orders, the latest first.
   *
   * @param after the last one of the page before, or null for the first page
   * @param limit how many at most
   * @throws Refused for anybody but records managers and auditors
   */
  @Transactional(readOnly = true)
  public List<LapseRun> page(Person person, @Nullable LapseRun after, int limit) {
    rights.require(person);
    return sight.told(runs.page(after, limit), person);
  }

  /**
   * Whether an order waits for its decision or is being carried out: no other is given meanwhile.
   *
   * @throws Refused for anybody but records managers and auditors
   */
  @Transactional(readOnly = true)
  public boolean isOneOpen(Person person) {
    rights.require(person);
    return open();
  }

  private boolean open() {
    return !runs.in(LapseState.ORDERED).isEmpty() || !runs.in(LapseState.RUNNING).isEmpty();
  }

  /**
   * One order.
   *
   * @throws Refused as there, or as not known
   */
  @Transactional(readOnly = true)
  public LapseRun look(UUID id, Person person) {
    rights.require(person);
    return sight.told(known(id), person);
  }

  /**
   * Orders that everything lapses that is due and not held.
   *
   * @throws Refused for anybody but records managers; if another order waits or is being carried
   *     out; if no reason is given or nothing is due; as unavailable if the holds are not those
   *     that the journal tells of
   */
  @Transactional
  public LapseRun order(@Nullable String reason, Person person, Occasion occasion) {
    rights.requireRecordsManager(person);
    // Counted before anybody is kept waiting: what is due is millions at times.
    List<LapseRun.Part> parts = parts();
    holds.still();
    if (open()) {
      throw RetentionRights.conflict(
          "JRN-0047", "Another order waits for its decision, or is being carried out.");
    }
    Findings findings = new Findings();
    String why = RetentionRights.reason(reason, findings);
    if (parts.isEmpty()) {
      findings.add(Finding.error("JRN-0046", "Nothing is due that is not held."));
    }
    findings.refuseIfAny();
    LapseRun run =
        new LapseRun(UUID.randomUUID(), LapseState.ORDERED, parts, rights.act(person), null, null);
    guard.require();
    runs.add(run);
    vault.store(run.id(), ContentKind.REASON, why);
    tell(EventKind.LAPSE_ORDERED, run, occasion);
    return sight.told(run, person);
  }

  /**
   * Has an order carried out that another records manager gave.
   *
   * @throws Refused for anybody but records managers, and whoever ordered it; if it is not known or
   *     decided already, or the schedules are not any more what they were at the order; as
   *     unavailable if the holds are not those that the journal tells of
   */
  @Transactional
  public LapseRun approve(UUID id, Person person, Occasion occasion) {
    rights.requireRecordsManager(person);
    holds.still();
    LapseRun run = known(id);
    rights.requireSecond(person, run.ordered());
    requireOrdered(run);
    for (LapseRun.Part part : run.parts()) {
      RetentionSchedule now = schedules.of(part.kind());
      if (!now.authority().equals(part.authority()) || !now.written().equals(part.keep())) {
        throw RetentionRights.conflict(
            "JRN-0048",
            "The schedule of "
                + part.kind()
                + " is another one than at the order: decline it, and order anew.");
      }
    }
    guard.require();
    runs.decide(id, LapseState.RUNNING, rights.act(person));
    tell(EventKind.LAPSE_APPROVED, run, occasion);
    return sight.told(known(id), person);
  }

  /**
   * Declines an order; whoever gave it may take it back so.
   *
   * @throws Refused for anybody but records managers; if it is not known or decided already; if no
   *     reason is given
   */
  @Transactional
  public LapseRun reject(UUID id, @Nullable String reason, Person person, Occasion occasion) {
    rights.requireRecordsManager(person);
    holds.still();
    LapseRun run = known(id);
    requireOrdered(run);
    Findings findings = new Findings();
    String why = RetentionRights.reason(reason, findings);
    findings.refuseIfAny();
    runs.decide(id, LapseState.REJECTED, rights.act(person));
    vault.store(id, ContentKind.REASON, why);
    tell(EventKind.LAPSE_REJECTED, run, occasion);
    return sight.told(known(id), person);
  }

  private LapseRun known(UUID id) {
    return runs.byId(id).orElseThrow(Refused::notKnown);
  }

  private static void requireOrdered(LapseRun run) {
    if (run.state() != LapseState.ORDERED) {
      throw RetentionRights.conflict("JRN-0047", "This order was decided already.");
    }
  }

  private void tell(EventKind kind, LapseRun run, Occasion occasion) {
    journal.append(
        JournalEntry.of(kind, occasion)
            .because(CODE)
            .after(facts(CountedInSight.toldToAll(run, due))));
  }

  /** An order as every auditor may see it, as its lines bear it. */
  static Map<String, Object> facts(LapseRun run) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("run", run.id().toString());
    facts.put("orderedBy", run.ordered().by().toString());
    facts.put("parts", run.parts().stream().map(OrderingLapse::facts).toList());
    return facts;
  }

  private static Map<String, Object> facts(LapseRun.Part part) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("kind", part.kind().name());
    facts.put("authority", part.authority());
    facts.put("keep", part.keep());
    facts.put("before", EventBody.instant(part.before()));
    facts.put("lapsed", part.lapsed());
    Long due = part.due();
    Long held = part.held();
    if (due != null && held != null) {
      facts.put("due", due);
      facts.put("held", held);
    }
    return facts;
  }
}
