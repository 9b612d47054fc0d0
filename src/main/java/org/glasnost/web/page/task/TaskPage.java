package org.glasnost.web.page.task;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.marking.Protection;
import org.glasnost.process.worklist.Assigning;
import org.glasnost.process.worklist.CompletingTask;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.process.worklist.WorkItems;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.FindingView;
import org.glasnost.web.Problem;
import org.glasnost.web.TaskBodies;
import org.glasnost.web.TaskViews;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.PageMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A task: what is to be done, on what, and the form in which it is done. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskPage {
  private final WorkItems items;
  private final Assigning assigning;
  private final CompletingTask completing;
  private final TaskMaterial material;
  private final TaskBodies bodies;
  private final TaskViews views;
  private final ContentMarking contentMarking;
  private final Sights sights;
  private final Callers callers;
  private final Names names;
  private final JsonMapper json;

  TaskPage(
      WorkItems items,
      Assigning assigning,
      CompletingTask completing,
      TaskMaterial material,
      TaskBodies bodies,
      TaskViews views,
      ContentMarking contentMarking,
      Sights sights,
      Callers callers,
      Names names,
      JsonMapper json) {
    this.items = items;
    this.assigning = assigning;
    this.completing = completing;
    this.material = material;
    this.bodies = bodies;
    this.views = views;
    this.contentMarking = contentMarking;
    this.sights = sights;
    this.callers = callers;
    this.names = names;
    this.json = json;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    return page(id, model, null, List.of());
  }

  @PostMapping("/claim")
  String claim(@PathVariable UUID id) {
    assigning.claim(sights.of(callers.current()), id, callers.occasion(null));
    return "redirect:/tasks/" + id;
  }

  @PostMapping("/unclaim")
  String unclaim(@PathVariable UUID id, RedirectAttributes next) {
    assigning.unclaim(sights.of(callers.current()), id, callers.occasion(null));
    next.addFlashAttribute("notice", "The task is given back. What you had filled in is gone.");
    return "redirect:/tasks";
  }

  @PostMapping("/draft")
  String draft(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    Sight sight = sights.of(callers.current());
    ObjectNode body = FormBody.of(items.visible(sight, id).kind(), request.getParameterMap());
    assigning.draft(sight, id, json.writeValueAsString(body));
    next.addFlashAttribute("notice", "The draft is kept.");
    return "redirect:/tasks/" + id;
  }

  /**
   * Completes the task; what a rule refuses comes back beside its field, with all that was typed.
   */
  @PostMapping("/complete")
  String complete(
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Sight sight = sights.of(callers.current());
    WorkItem item = items.visible(sight, id);
    ObjectNode body = FormBody.of(item.kind(), request.getParameterMap());
    try {
      completing.complete(sight, id, bodies.read(item.kind(), body), callers.occasion(null));
    } catch (Refused refused) {
      if (!ofWhatWasTyped(refused.ground())) {
        throw refused;
      }
      response.setStatus(Problem.status(refused.ground()).value());
      return page(id, model, body, FindingView.of(refused.findings()));
    }
    next.addFlashAttribute("notice", "Completed: " + item.name() + ".");
    return "redirect:/tasks";
  }

  private static boolean ofWhatWasTyped(Refused.Ground ground) {
    return switch (ground) {
      case RULE, MALFORMED -> true;
      case NOT_KNOWN, NOT_ENTITLED, CONFLICT, STALE, TOO_LARGE, UNAVAILABLE -> false;
    };
  }

  private String page(UUID id, Model model, @Nullable JsonNode typed, List<FindingView> findings) {
    Sight sight = sights.of(callers.current());
    WorkItem item = items.visible(sight, id);
    UUID assignee = item.assignee();
    boolean mine = item.isOpen() && assignee != null && sight.isOf(assignee);
    model.addAttribute("task", views.of(item));
    model.addAttribute("guidance", TaskWords.guidance(item.kind()));
    model.addAttribute("mine", mine);
    model.addAttribute("claimable", claimable(sight, item));
    model.addAttribute("opened", names.moment(item.createdAt()));
    model.addAttribute("referredTo", item.referredTo());
    model.addAttribute("names", names);
    model.addAttribute("note", assigning.note(sight, id).orElse(null));
    if (mine && sights.mayRead(sight, item.document())) {
      JsonNode begun = material.layOut(model, item, sight, callers.occasion(null));
      Optional<String> draft = assigning.draft(sight, id);
      JsonNode body = typed != null ? typed : draft.map(json::readTree).orElse(begun);
      model.addAttribute("form", new FilledForm(body, findings));
    }
    Protection held = contentMarking.protection(item.document());
    model.addAttribute("pageMarking", new PageMarking(held.banner(), held.level()));
    return "task";
  }

  private boolean claimable(Sight sight, WorkItem item) {
    if (!item.isOpen() || item.assignee() != null) {
      return false;
    }
    WorkItems.Filter onThis =
        new WorkItems.Filter(
            WorkItems.Assigned.NONE, item.kind(), null, item.document(), item.review());
    return items.page(sight, onThis, null, 50).stream()
        .anyMatch(open -> open.id().equals(item.id()));
  }
}
