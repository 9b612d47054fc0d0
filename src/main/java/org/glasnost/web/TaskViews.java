package org.glasnost.web;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.document.MarkingInForce;
import org.glasnost.document.Registered;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.TaskForms;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.reading.MarkingReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the views of tasks that the caller has been let in to. */
@Component
public class TaskViews {
  private final Registered registered;
  private final MarkingInForce markings;
  private final MarkingReader reader;
  private final People people;
  private final TaskForms forms;
  private final OfficeDay officeDay;

  TaskViews(
      Registered registered,
      MarkingInForce markings,
      MarkingReader reader,
      People people,
      TaskForms forms,
      OfficeDay officeDay) {
    this.registered = registered;
    this.markings = markings;
    this.reader = reader;
    this.people = people;
    this.forms = forms;
    this.officeDay = officeDay;
  }

  /** The view of one task. */
  public TaskView of(WorkItem item) {
    return new TaskView(
        item.id(),
        item.kind(),
        item.name(),
        new TaskView.TaskDocumentView(
            item.document(),
            registered.words(item.document()).title(),
            MarkingView.of(
                markings.of(item.document()), registered.dateOf(item.document()), reader)),
        item.review(),
        item.candidateRoles(),
        userName(item.assignee()),
        item.createdAt(),
        item.completedAt(),
        item.due(),
        item.timing(officeDay.today()),
        item.followUp(),
        forms.schema(item.kind()),
        null);
  }

  /** The views of several tasks. */
  public List<TaskView> of(List<WorkItem> items) {
    return items.stream().map(this::of).toList();
  }

  private @Nullable String userName(@Nullable UUID account) {
    return account == null ? null : people.byId(account).map(Person::userName).orElse(null);
  }
}
