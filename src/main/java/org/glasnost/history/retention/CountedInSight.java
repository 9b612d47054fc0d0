package org.glasnost.history.retention;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.JournalEntry;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.springframework.stereotype.Component;

/**
 * What somebody may see of what is counted. A hold on somebody's acts moves events from those due
 * to those held: whoever sees it move of an event that is sealed for them learns whose it was. So
 * events are counted for whom they are not sealed, and what is counted of some of them alone, for
 * nobody who may not see all.
 */
@Component
class CountedInSight {
  private final Sights sights;
  private final DueBodies due;

  CountedInSight(Sights sights, DueBodies due) {
    this.sights = sights;
    this.due = due;
  }

  /**
   * The labels whose events a person sees counted: those that an auditor's clearance covers, or a
   * records manager's.
   */
  Set<Long> labels(Person person) {
    Sight sight = sights.of(person);
    Set<Long> labels = new HashSet<>();
    labels.add(JournalEntry.OPEN);
    if (person.has(Role.AUDITOR)) {
      labels.addAll(sight.labelsMetBy(GrantSource.OVERSIGHT));
    }
    if (person.has(Role.RECORDS_MANAGER)) {
      labels.addAll(sight.labelsMetBy(GrantSource.CUSTODY));
    }
    return labels;
  }

  /** What is counted of these labels. */
  static DueBodies.Count of(Map<Long, DueBodies.Count> byLabel, Set<Long> labels) {
    return DueBodies.Count.sum(
        byLabel.entrySet().stream()
            .filter(each -> labels.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** Orders as a person may see them. */
  List<LapseRun> told(List<LapseRun> runs, Person person) {
    return told(runs, labels(person), due);
  }

  /** An order as a person may see it. */
  LapseRun told(LapseRun run, Person person) {
    return told(List.of(run), person).get(0);
  }

  /** An order as every auditor may see it: for the journal's own lines. */
  static LapseRun toldToAll(LapseRun run, DueBodies due) {
    return told(List.of(run), Set.of(JournalEntry.OPEN), due).get(0);
  }

  /** Each kind is asked for once: that may go through all its events. */
  private static List<LapseRun> told(List<LapseRun> runs, Set<Long> labels, DueBodies due) {
    Set<EventKind> beyond = EnumSet.noneOf(EventKind.class);
    runs.stream()
        .flatMap(run -> run.parts().stream())
        .map(LapseRun.Part::kind)
        .distinct()
        .filter(kind -> due.isAnyBeyond(kind, labels))
        .forEach(beyond::add);
    return runs.stream().map(run -> run.without(beyond)).toList();
  }
}
