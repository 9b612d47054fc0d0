package org.glasnost.web.page.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.DocumentHeads.Head;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.worklist.TaskPages;
import org.glasnost.process.worklist.TaskTimings;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.web.Callers;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.TaskViews;
import org.glasnost.web.TasksController.AssignedTo;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open tasks that one has or may claim, least time left first. */
@Controller
class TaskListPage {
  private final TaskPages pages;
  private final TaskViews views;
  private final Sights sights;
  private final Callers callers;
  private final OfficeDay officeDay;
  private final TaskTimings timings;
  private final Names names;

  TaskListPage(
      TaskPages pages,
      TaskViews views,
      Sights sights,
      Callers callers,
      OfficeDay officeDay,
      TaskTimings timings,
      Names names) {
    this.pages = pages;
    this.views = views;
    this.sights = sights;
    this.callers = callers;
    this.officeDay = officeDay;
    this.timings = timings;
    this.names = names;
  }

  /**
   * A line of the list.
   *
   * @param id of the task
   * @param name what is to be done
   * @param title of the document
   * @param marking what the document is held at
   * @param mine whether the caller has it; otherwise they may claim it
   * @param timing how it stands with the time that is left, in words
   * @param timingStyle the same as part of a style's name
   * @param due the last day, in words, or null
   * @param opened since when it waits
   */
  record Line(
      UUID id,
      String name,
      String title,
      PageMarking marking,
      boolean mine,
      String timing,
      String timingStyle,
      @Nullable String due,
      String opened) {}

  @GetMapping("/tasks")
  String show(
      @RequestParam(defaultValue = "any") AssignedTo assigned,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    PageRequest page = PageRequest.of(null, after);
    Sight sight = sights.of(callers.current());
    TaskPages.Filter filter = new TaskPages.Filter(assigned.asked(), null, null, null, null);
    List<WorkItem> found = pages.page(sight, filter, Cursors.task(page.after()), page.limit() + 1);
    ListView<WorkItem> shown = page.page(found, Cursors::key);
    Map<UUID, Head> heads = views.heads(shown.items());
    Map<UUID, WorkItem.Timing> standing = timings.of(shown.items(), officeDay.today());
    Protection held = ContentMarking.ofHeads(heads.values());
    model.addAttribute(
        "lines",
        shown.items().stream()
            .map(
                item ->
                    line(
                        item,
                        Objects.requireNonNull(heads.get(item.document())),
                        Objects.requireNonNull(standing.get(item.id())),
                        sight))
            .toList());
    model.addAttribute("next", shown.next());
    model.addAttribute("assigned", assigned.name());
    model.addAttribute("pageMarking", PageMarking.of(held));
    return "tasks";
  }

  private Line line(WorkItem item, Head head, WorkItem.Timing timing, Sight sight) {
    Protection held = head.protection();
    UUID assignee = item.assignee();
    LocalDate due = item.due();
    return new Line(
        item.id(),
        item.name(),
        head.title(),
        PageMarking.of(held),
        assignee != null && sight.isOf(assignee),
        words(timing),
        timing.name(),
        due == null ? null : names.day(due),
        names.moment(item.createdAt()));
  }

  private static String words(WorkItem.Timing timing) {
    return switch (timing) {
      case ON_TIME -> "On time";
      case AT_RISK -> "At risk";
      case OVERDUE -> "Overdue";
    };
  }
}
