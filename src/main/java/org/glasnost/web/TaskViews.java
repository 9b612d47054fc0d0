package org.glasnost.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.document.DocumentHeads;
import org.glasnost.document.DocumentHeads.Head;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.TaskForms;
import org.glasnost.process.worklist.TaskTimings;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.reading.MarkingReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the views of tasks that the caller has been let in to. */
@Component
public class TaskViews {
  private final DocumentHeads heads;
  private final ReadingLines lines;
  private final MarkingReader reader;
  private final People people;
  private final TaskForms forms;
  private final OfficeDay officeDay;
  private final TaskTimings timings;

  TaskViews(
      DocumentHeads heads,
      ReadingLines lines,
      MarkingReader reader,
      People people,
      TaskForms forms,
      OfficeDay officeDay,
      TaskTimings timings) {
    this.heads = heads;
    this.lines = lines;
    this.reader = reader;
    this.people = people;
    this.forms = forms;
    this.officeDay = officeDay;
    this.timings = timings;
  }

  /** The view of one task. */
  public TaskView of(WorkItem item) {
    return of(List.of(item)).get(0);
  }

  /** The views of several tasks. */
  public List<TaskView> of(List<WorkItem> items) {
    return of(items, heads(items));
  }

  /**
   * What stands at the head of each task about its document, by the document's id. That the titles
   * are shown is recorded first.
   */
  public Map<UUID, Head> heads(List<WorkItem> items) {
    Map<UUID, Head> theirs = heads.of(items.stream().map(WorkItem::document).distinct().toList());
    Map<UUID, Long> held = new LinkedHashMap<>();
    theirs.forEach((document, head) -> held.put(document, head.marking().label()));
    lines.registrations(held);
    return theirs;
  }

  /** The views of several tasks whose heads are known. */
  public List<TaskView> of(List<WorkItem> items, Map<UUID, Head> theirs) {
    Map<UUID, Optional<String>> names = new HashMap<>();
    Map<UUID, WorkItem.Timing> standing = timings.of(items, officeDay.today());
    return items.stream()
        .map(
            item ->
                of(
                    item,
                    Objects.requireNonNull(theirs.get(item.document())),
                    Objects.requireNonNull(standing.get(item.id())),
                    item.assignee() == null
                        ? null
                        : names.computeIfAbsent(item.assignee(), this::userName).orElse(null)))
        .toList();
  }

  private TaskView of(WorkItem item, Head head, WorkItem.Timing timing, @Nullable String assignee) {
    return new TaskView(
        item.id(),
        item.kind(),
        item.name(),
        new TaskView.TaskDocumentView(
            item.document(), head.title(), MarkingView.of(head.marking(), head.date(), reader)),
        item.review(),
        item.candidateRoles(),
        assignee,
        item.createdAt(),
        item.completedAt(),
        item.due(),
        timing,
        item.followUp(),
        forms.schema(item.kind()),
        null);
  }

  private Optional<String> userName(UUID account) {
    return people.byId(account).map(Person::userName);
  }
}
