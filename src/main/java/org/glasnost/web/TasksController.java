package org.glasnost.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.DocumentHeads.Head;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.Assigning;
import org.glasnost.process.worklist.CompletingTask;
import org.glasnost.process.worklist.TaskBody;
import org.glasnost.process.worklist.TaskPages;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.process.worklist.WorkItems;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tasks over HTTP. */
@RestController
@RequestMapping("/api/tasks")
public class TasksController {
  private final WorkItems items;
  private final TaskPages pages;
  private final Assigning assigning;
  private final CompletingTask completing;
  private final TaskBodies bodies;
  private final TaskViews views;
  private final ReadingLines lines;
  private final ActAndAnswer acts;
  private final Sights sights;
  private final Callers callers;
  private final ContentMarking contentMarking;
  private final FreshSignIn fresh;
  private final JsonMapper json;

  TasksController(
      WorkItems items,
      TaskPages pages,
      Assigning assigning,
      CompletingTask completing,
      TaskBodies bodies,
      TaskViews views,
      ReadingLines lines,
      ActAndAnswer acts,
      Sights sights,
      Callers callers,
      ContentMarking contentMarking,
      FreshSignIn fresh,
      JsonMapper json) {
    this.items = items;
    this.pages = pages;
    this.assigning = assigning;
    this.completing = completing;
    this.bodies = bodies;
    this.views = views;
    this.lines = lines;
    this.acts = acts;
    this.sights = sights;
    this.callers = callers;
    this.contentMarking = contentMarking;
    this.fresh = fresh;
    this.json = json;
  }

  /** Whose tasks are asked for, as written in a query. */
  public enum AssignedTo {
    me(TaskPages.Assigned.ME),
    none(TaskPages.Assigned.NONE),
    any(TaskPages.Assigned.ANY);

    private final TaskPages.Assigned assigned;

    AssignedTo(TaskPages.Assigned assigned) {
      this.assigned = assigned;
    }

    /** As the work list is asked. */
    public TaskPages.Assigned asked() {
      return assigned;
    }
  }

  /** An account that gets a task. */
  public record Assignee(@Nullable String assignee) {}

  /** A page of open tasks, least time left first. */
  @GetMapping
  ResponseEntity<ListView<TaskView>> list(
      @RequestParam(defaultValue = "any") AssignedTo assigned,
      @RequestParam(required = false) @Nullable TaskKind kind,
      @RequestParam(required = false) @Nullable LocalDate due,
      @RequestParam(required = false) @Nullable UUID document,
      @RequestParam(required = false) @Nullable UUID review,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    PageRequest page = PageRequest.of(limit, after);
    Sight sight = sights.of(callers.current());
    List<WorkItem> found =
        pages.page(
            sight,
            new TaskPages.Filter(assigned.asked(), kind, due, document, review),
            Cursors.task(page.after()),
            page.limit() + 1);
    ListView<WorkItem> shown = page.page(found, Cursors::key);
    Map<UUID, Head> heads = views.heads(shown.items());
    return ResponseEntity.ok()
        .header(
            ContentMarking.HEADER, HeldBanner.of(ContentMarking.ofHeads(heads.values())).rollUp())
        .body(new ListView<>(views.of(shown.items(), heads), shown.next()));
  }

  /** One task. */
  @GetMapping("/{id}")
  ResponseEntity<TaskView> view(@PathVariable UUID id) {
    Sight sight = sights.of(callers.current());
    WorkItem item = items.visible(sight, id);
    Optional<String> note = assigning.note(sight, id);
    if (note.isPresent()) {
      lines.atTask(List.of(ReadingLines.Written.TASK_NOTE), sight, item);
    }
    TaskView view = views.of(item).sentBackBecause(note.orElse(null));
    return ResponseEntity.ok()
        .eTag(ETags.of(item.version(), json.writeValueAsBytes(view)))
        .header(ContentMarking.HEADER, contentMarking.of(item.document()))
        .body(view);
  }

  /** Claims a task. */
  @PostMapping("/{id}/claim")
  ResponseEntity<TaskView> claim(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            assigning.claim(
                sights.of(callers.current()),
                id,
                version -> ETags.hold(ifMatch, version),
                callers.occasion(null)),
        () -> view(id));
  }

  /** Gives a task back. */
  @PostMapping("/{id}/unclaim")
  ResponseEntity<TaskView> unclaim(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return acts.inOne(
        () ->
            assigning.unclaim(
                sights.of(callers.current()),
                id,
                version -> ETags.hold(ifMatch, version),
                callers.occasion(null)),
        () -> view(id));
  }

  /** Assigns a task. */
  @PostMapping("/{id}/assign")
  ResponseEntity<TaskView> assign(
      @RequestBody Assignee body,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    return acts.inOne(
        () ->
            assigning.assign(
                sights.of(person),
                id,
                body.assignee(),
                version -> ETags.hold(ifMatch, version),
                callers.occasion(
                    person.has(Role.SENIOR_REVIEWER)
                        ? Role.SENIOR_REVIEWER
                        : Role.RECORDS_MANAGER)),
        () -> view(id));
  }

  /** Keeps a form as far as it is filled in. */
  @PutMapping("/{id}/draft")
  ResponseEntity<TaskView> draft(
      @RequestBody JsonNode form,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Sight sight = sights.of(callers.current());
    // Read for what is malformed in it; what is missing yet is no matter of a draft.
    bodies.read(items.visible(sight, id).kind(), form);
    return acts.inOne(
        () ->
            assigning.draft(
                sight, id, json.writeValueAsString(form), version -> ETags.hold(ifMatch, version)),
        () -> view(id));
  }

  /** The draft of a task that one has. */
  @GetMapping("/{id}/draft")
  ResponseEntity<JsonNode> draft(@PathVariable UUID id) {
    Sight sight = sights.of(callers.current());
    WorkItem item = items.visible(sight, id);
    Optional<String> draft = assigning.draft(sight, id);
    if (draft.isPresent()) {
      lines.atTask(List.of(ReadingLines.Written.TASK_DRAFT), sight, item);
    }
    return ResponseEntity.ok()
        .header(ContentMarking.HEADER, contentMarking.of(item.document()))
        .body(json.readTree(draft.orElseThrow(Refused::notKnown)));
  }

  /** Completes a task. */
  @PostMapping("/{id}/complete")
  ResponseEntity<TaskView> complete(
      @RequestBody JsonNode body,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Sight sight = sights.of(callers.current());
    TaskBody said = bodies.read(items.visible(sight, id).kind(), body);
    if (said instanceof TaskBody.Signature signature && Boolean.TRUE.equals(signature.sign())) {
      fresh.require();
    }
    return acts.inOne(
        () ->
            completing.complete(
                sight, id, said, version -> ETags.hold(ifMatch, version), callers.occasion(null)),
        () -> view(id));
  }
}
