package org.glasnost.process.worklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.document.Document;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.process.engine.Course;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets right what {@link CourseKeeping} finds, as far as nothing that people decided is touched: a
 * lost marking review begins again, a course of a document at rest ends, and so does one too many
 * in a marking review. A review that lost its course is left to people; its steps are all there.
 */
@Component
public class RepairingCourses {
  private static final String REASON = "REPAIRED";

  private final CourseKeeping keeping;
  private final Course course;
  private final Documents documents;
  private final WorkItems items;
  private final OpeningTasks tasks;
  private final Journal journal;
  private final CurrentOccasion current;

  RepairingCourses(
      CourseKeeping keeping,
      Course course,
      Documents documents,
      WorkItems items,
      OpeningTasks tasks,
      Journal journal,
      CurrentOccasion current) {
    this.keeping = keeping;
    this.course = course;
    this.documents = documents;
    this.items = items;
    this.tasks = tasks;
    this.journal = journal;
    this.current = current;
  }

  /**
   * What was done, by the ids of documents.
   *
   * @param started whose marking review was begun anew
   * @param ended whose course had no work left, or was one too many, and was ended
   * @param left what a person has to look at
   */
  public record Repair(List<UUID> started, List<UUID> ended, List<UUID> left) {

    /** Copies. */
    public Repair {
      started = List.copyOf(started);
      ended = List.copyOf(ended);
      left = List.copyOf(left);
    }
  }

  /**
   * Looks and sets right, in one transaction, with a line in the journal for each document.
   *
   * @throws Refused if the person is no administrator
   */
  @Transactional
  public Repair repair(Person person, Occasion occasion) {
    if (!person.has(Role.ADMINISTRATOR)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error("OPS-0003", "Only an administrator repairs courses."));
    }
    CourseKeeping.Disagreement found = keeping.look();
    List<UUID> started = new ArrayList<>();
    List<UUID> ended = new ArrayList<>();
    List<UUID> left = new ArrayList<>();
    for (UUID id : found.several()) {
      if (endedSurplus(id, found.idle().contains(id), occasion)) {
        ended.add(id);
        tell(documents.inCourse(id), "COURSE_ENDED", occasion);
      } else {
        left.add(id);
      }
    }
    for (UUID id : found.without()) {
      Document document = documents.inCourse(id);
      if (document.state() == DocumentState.MARKING_REVIEW) {
        current.during(
            occasion,
            () -> {
              items.openOn(id).forEach(item -> tasks.ended(item.engineTask(), true));
              course.startOnRegistration(id);
            });
        started.add(id);
        tell(document, "COURSE_STARTED", occasion);
      } else {
        left.add(id);
      }
    }
    for (UUID id : found.idle()) {
      if (!found.several().contains(id)) {
        current.during(occasion, () -> course.cancel(id, REASON));
        ended.add(id);
        tell(documents.inCourse(id), "COURSE_ENDED", occasion);
      }
    }
    return new Repair(started, ended, left);
  }

  /**
   * Of several courses one stays: that in which somebody has claimed the task, else the oldest; at
   * rest none does. Where people work in two of them, or a review is under way, it is for people to
   * say which is the true one.
   */
  private boolean endedSurplus(UUID id, boolean atRest, Occasion occasion) {
    Map<String, Set<String>> running = course.openTasks(id);
    Set<String> surplus = new LinkedHashSet<>(running.keySet());
    if (!atRest) {
      if (documents.inCourse(id).state() != DocumentState.MARKING_REVIEW) {
        return false;
      }
      Set<String> claimed =
          items.openOn(id).stream()
              .filter(item -> item.assignee() != null)
              .map(WorkItem::engineTask)
              .collect(Collectors.toSet());
      List<String> worked =
          running.entrySet().stream()
              .filter(entry -> !Collections.disjoint(entry.getValue(), claimed))
              .map(Map.Entry::getKey)
              .toList();
      if (worked.size() > 1) {
        return false;
      }
      surplus.remove(worked.isEmpty() ? surplus.iterator().next() : worked.get(0));
    }
    current.during(occasion, () -> surplus.forEach(instance -> course.end(instance, REASON)));
    return true;
  }

  private void tell(Document document, String what, Occasion occasion) {
    journal.append(
        JournalEntry.of(EventKind.REPAIRED, occasion)
            .document(document.id(), document.label())
            .after(Map.of("repair", what)));
  }
}
