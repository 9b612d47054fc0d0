package org.glasnost.web.page.task;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.contract.FindingView;
import org.glasnost.marking.Protection;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.Assigning;
import org.glasnost.process.worklist.CompletingTask;
import org.glasnost.process.worklist.TaskBody;
import org.glasnost.process.worklist.TaskPages;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.process.worklist.WorkItems;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.ContentMarking;
import org.glasnost.web.FreshSignIn;
import org.glasnost.web.Problem;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.ReadingLines.Written;
import org.glasnost.web.RefusalLines;
import org.glasnost.web.TaskBodies;
import org.glasnost.web.TaskViews;
import org.glasnost.web.edge.Confirming;
import org.glasnost.web.page.Names;
import org.glasnost.web.page.Onward;
import org.glasnost.web.page.PageMarking;
import org.glasnost.web.page.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A task: what is to be done, on what, and the form in which it is done. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskPage {
  private static final Pattern PORTION = Pattern.compile("[pP](\\d{1,5})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

  private final WorkItems items;
  private final TaskPages pages;
  private final Assigning assigning;
  private final CompletingTask completing;
  private final TaskMaterial material;
  private final KeptForm kept;
  private final TaskBodies bodies;
  private final TaskViews views;
  private final ReadingLines readings;
  private final ContentMarking contentMarking;
  private final Sights sights;
  private final Callers callers;
  private final FreshSignIn fresh;
  private final Confirming confirming;
  private final RefusalLines lines;
  private final Names names;
  private final JsonMapper json;

  TaskPage(
      WorkItems items,
      TaskPages pages,
      Assigning assigning,
      CompletingTask completing,
      TaskMaterial material,
      KeptForm kept,
      TaskBodies bodies,
      TaskViews views,
      ReadingLines readings,
      ContentMarking contentMarking,
      Sights sights,
      Callers callers,
      FreshSignIn fresh,
      Confirming confirming,
      RefusalLines lines,
      Names names,
      JsonMapper json) {
    this.items = items;
    this.pages = pages;
    this.assigning = assigning;
    this.completing = completing;
    this.material = material;
    this.kept = kept;
    this.bodies = bodies;
    this.views = views;
    this.readings = readings;
    this.contentMarking = contentMarking;
    this.sights = sights;
    this.callers = callers;
    this.fresh = fresh;
    this.confirming = confirming;
    this.lines = lines;
    this.names = names;
    this.json = json;
  }

  @GetMapping
  String show(@PathVariable UUID id, @RequestParam(defaultValue = "1") int sheet, Model model) {
    return page(id, model, sheet, null, List.of());
  }

  @PostMapping("/claim")
  ModelAndView claim(@PathVariable UUID id) {
    assigning.claim(sights.of(callers.current()), id, callers.occasion(null));
    return Onward.to("/tasks/" + id);
  }

  @PostMapping("/unclaim")
  ModelAndView unclaim(@PathVariable UUID id, RedirectAttributes next) {
    assigning.unclaim(sights.of(callers.current()), id, callers.occasion(null));
    next.addFlashAttribute("notice", "The task is given back. What you had filled in is gone.");
    return Onward.to("/tasks");
  }

  /**
   * Keeps what is filled in, and leads on to another sheet where one is asked for.
   *
   * @param sheet the sheet that was sent
   * @param to the sheet to be shown next, or {@code undecided}: that of the first entry of which
   *     nobody has said anything
   * @param rest present where every undecided entry is to be decided in one way
   */
  @PostMapping("/draft")
  ModelAndView draft(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int sheet,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String rest,
      HttpServletRequest request,
      RedirectAttributes next) {
    Sight sight = sights.of(callers.current());
    WorkItem item = items.visible(sight, id);
    Matter matter = material.matter(sight, item);
    ObjectNode body = sent(sight, matter, sheet, request);
    if (rest != null) {
      kept.decideRest(matter, body);
    }
    assigning.draft(sight, id, json.writeValueAsString(FormBody.kept(body)));
    next.addFlashAttribute(
        "notice", rest == null ? "The draft is kept." : TaskWords.rest(item.kind()));
    return Onward.to("/tasks/" + id + onSheet(matter, body, sheet, to));
  }

  /**
   * Completes the task; what a rule refuses comes back beside its field, with all that was typed.
   */
  @PostMapping("/complete")
  ModelAndView complete(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int sheet,
      @RequestParam(required = false) @Nullable String password,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    Sight sight = sights.of(callers.current());
    WorkItem item = items.visible(sight, id);
    Matter matter = material.matter(sight, item);
    ObjectNode body = sent(sight, matter, sheet, request);
    try {
      TaskBody said = bodies.read(item.kind(), FormBody.said(body));
      if (said instanceof TaskBody.Signature signature
          && Boolean.TRUE.equals(signature.sign())
          && !fresh.holds()) {
        confirming.byPassword(password, request, response);
      }
      completing.complete(sight, id, said, callers.occasion(null));
    } catch (Refused refused) {
      if (!toldAtTheForm(refused.ground(), isMine(item, sight))) {
        throw refused;
      }
      lines.recordOnly(refused, request);
      // What was typed is on more sheets than the page shows again.
      assigning.draft(sight, id, json.writeValueAsString(FormBody.kept(body)));
      List<FindingView> findings = FindingView.of(refused.findings());
      String view = page(id, model, sheetOfFirst(matter, body, sheet, findings), body, findings);
      return new ModelAndView(view, model.asMap(), Problem.status(refused.ground()));
    }
    next.addFlashAttribute("notice", "Completed: " + item.name() + ".");
    return Onward.to("/tasks");
  }

  private ObjectNode sent(Sight sight, Matter matter, int sheet, HttpServletRequest request) {
    return kept.with(
        sight,
        matter,
        matter.sheet(sheet),
        FormBody.of(matter.item().kind(), request.getParameterMap()),
        request.getParameter("whole") != null);
  }

  private int sheetOfFirst(Matter matter, ObjectNode body, int sheet, List<FindingView> findings) {
    Spread spread = kept.spread(matter, matter.sheet(sheet), body);
    return findings.stream()
        .map(FindingView::at)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .map(spread::sheetOf)
        .orElse(sheet);
  }

  private String onSheet(Matter matter, ObjectNode body, int sheet, @Nullable String to) {
    if (to == null) {
      return sheet == 1 ? "" : "?sheet=" + matter.sheet(sheet).number();
    }
    Spread spread = kept.spread(matter, matter.sheet(sheet), body);
    if (to.equals("undecided")) {
      return kept.undecided(matter, body).stream()
          .findFirst()
          .map(pointer -> "?sheet=" + spread.sheetOf(pointer) + "#f" + pointer.replace('/', '-'))
          .orElse("?sheet=" + matter.sheet(sheet).number() + "#determination");
    }
    Matcher portion = PORTION.matcher(to.strip());
    if (portion.matches()) {
      int index = matter.asked().indexOf("p" + portion.group(1));
      Sheet holding = Sheet.holding(Math.max(0, index), matter.size(), matter.asked().size());
      return "?sheet=" + holding.number() + "#p" + portion.group(1);
    }
    return NUMBER.matcher(to).matches()
        ? "?sheet=" + matter.sheet(Integer.parseInt(to)).number() + "#text-title"
        : "?sheet=" + matter.sheet(sheet).number();
  }

  /**
   * What can be mended is told at the form. So is what its holder may not do today, such as without
   * a training: what was typed waits for the day on which they may.
   */
  private static boolean toldAtTheForm(Refused.Ground ground, boolean mine) {
    return switch (ground) {
      case RULE, MALFORMED -> true;
      case NOT_ENTITLED -> mine;
      case NOT_KNOWN, CONFLICT, STALE, TOO_LARGE, UNAVAILABLE -> false;
    };
  }

  private static boolean isMine(WorkItem item, Sight sight) {
    UUID assignee = item.assignee();
    return item.isOpen() && assignee != null && sight.isOf(assignee);
  }

  private String page(
      UUID id, Model model, int number, @Nullable ObjectNode typed, List<FindingView> findings) {
    Sight sight = sights.of(callers.current());
    WorkItem item = items.visible(sight, id);
    boolean mine = isMine(item, sight);
    model.addAttribute("task", views.of(item));
    model.addAttribute("guidance", TaskWords.guidance(item.kind()));
    model.addAttribute("mine", mine);
    model.addAttribute("claimable", claimable(sight, item));
    model.addAttribute("opened", names.moment(item.createdAt()));
    model.addAttribute("referredTo", item.referredTo());
    model.addAttribute("names", names);
    Optional<String> note = assigning.note(sight, id);
    model.addAttribute("note", note.orElse(null));
    List<Written> written =
        new ArrayList<>(note.isPresent() ? List.of(Written.TASK_NOTE) : List.of());
    Protection held = contentMarking.protection(item.document());
    if (mine && sights.mayRead(sight, item.document())) {
      Matter matter = material.matter(sight, item);
      ObjectNode body = typed != null ? typed : kept.standing(sight, matter);
      Spread spread = kept.spread(matter, matter.sheet(number), body);
      written.addAll(written(matter));
      readings.atTask(written, sight, item);
      material.layOut(model, matter, spread, sight, readings.at(sight, item));
      model.addAttribute("form", new FilledForm(body, findings, spread));
      if (item.kind() == TaskKind.SIGNATURE) {
        model.addAttribute("fresh", fresh.holds());
        model.addAttribute("means", confirming.means().name());
      }
      model.addAttribute("undecided", kept.undecided(matter, body).size());
      held = held.join(matter.written());
    } else {
      readings.atTask(written, sight, item);
    }
    model.addAttribute("pageMarking", PageMarking.of(held));
    return "task";
  }

  /** What others wrote in the course before, and what was kept of the form, stands on the page. */
  private static List<Written> written(Matter matter) {
    List<Written> written = new ArrayList<>();
    if (matter.item().review() != null
        && matter.mayReadReasons()
        && !matter.course().steps().isEmpty()) {
      written.add(Written.DELIBERATIONS);
    }
    if (matter.item().draft() != null) {
      written.add(Written.TASK_DRAFT);
    }
    return written;
  }

  private boolean claimable(Sight sight, WorkItem item) {
    if (!item.isOpen() || item.assignee() != null) {
      return false;
    }
    TaskPages.Filter onThis =
        new TaskPages.Filter(
            TaskPages.Assigned.NONE, item.kind(), null, item.document(), item.review());
    return pages.page(sight, onThis, null, 50).stream()
        .anyMatch(open -> open.id().equals(item.id()));
  }
}
