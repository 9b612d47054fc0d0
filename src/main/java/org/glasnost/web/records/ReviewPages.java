package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.Dossier;
import org.glasnost.process.worklist.WorkItem;
import org.glasnost.process.worklist.WorkItems;
import org.glasnost.review.Clocks;
import org.glasnost.review.Decision;
import org.glasnost.review.Particulars;
import org.glasnost.review.Review;
import org.glasnost.review.Step;
import org.glasnost.review.ViewingReview;
import org.glasnost.rule.Citation;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.RegistrationsShown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reviews as a list, and each with where it stands. */
@Controller
class ReviewPages {
  private final ViewingReview viewing;
  private final RegistrationsShown documents;
  private final ReadingLines lines;
  private final WorkItems items;
  private final People people;
  private final Sights sights;
  private final Callers callers;

  ReviewPages(
      ViewingReview viewing,
      RegistrationsShown documents,
      ReadingLines lines,
      WorkItems items,
      People people,
      Sights sights,
      Callers callers) {
    this.viewing = viewing;
    this.documents = documents;
    this.lines = lines;
    this.items = items;
    this.people = people;
    this.sights = sights;
    this.callers = callers;
  }

  /** A review in the list. */
  record Row(Review review, String kind, String state, List<Choice> documents) {}

  /** A clock in words. */
  record ClockRow(String name, Clocks.Clock clock, List<String> cites) {}

  /** An agency that was asked; the answer, or null while it is awaited. */
  record ReferralRow(
      String agency, List<String> portions, Step.@Nullable ReferralAnswer answer, boolean told) {}

  /**
   * A step taken, as far as the person may know of it.
   *
   * @param reason in words; null where there is none or the person may not read the text
   */
  record StepRow(
      String what,
      @Nullable String who,
      Instant at,
      @Nullable String determination,
      @Nullable String effectiveOn,
      @Nullable String reason) {}

  /** A document's part of the review. */
  record Part(
      Choice document,
      String state,
      List<Step.Equity> equities,
      List<ReferralRow> referrals,
      List<StepRow> steps,
      boolean mayRead) {}

  /** A task of the review. */
  record TaskRow(WorkItem item, String name, @Nullable String assignee, String document) {}

  @GetMapping("/reviews")
  ModelAndView list(
      @RequestParam(required = false) @Nullable String after, HttpServletResponse response) {
    Person person = callers.current();
    Sight sight = sights.of(person);
    PageRequest asked = PageRequest.of(null, after);
    ListView<ViewingReview.Listed> found =
        asked.page(
            viewing.page(sight, Cursors.review(asked.after()), asked.limit() + 1), Cursors::key);
    List<Dossier> shown =
        documents.views(
            sight,
            found.items().stream()
                .flatMap(listed -> listed.documents().stream())
                .distinct()
                .toList());
    Map<UUID, Dossier> byId =
        shown.stream()
            .collect(Collectors.toMap(dossier -> dossier.document().id(), dossier -> dossier));
    List<Row> rows = new ArrayList<>();
    for (ViewingReview.Listed listed : found.items()) {
      List<Dossier> of =
          listed.documents().stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
      rows.add(
          new Row(
              listed.review(),
              OrderReviewPage.Kind.of(listed.review().kind()).words(),
              Typed.words(listed.state()),
              Choice.of(of)));
    }
    ModelAndView page = new ModelAndView("records/reviews");
    page.addObject("rows", rows);
    page.addObject("next", found.next());
    page.addObject("mayOrder", person.has(Role.RECORDS_MANAGER) || person.has(Role.INTAKE_OFFICER));
    Shown.mark(page, response, shown);
    return page;
  }

  @GetMapping("/reviews/{id}")
  ModelAndView show(@PathVariable UUID id, HttpServletResponse response) {
    Sight sight = sights.of(callers.current());
    ViewingReview.Picture picture = viewing.view(sight, id);
    lines.deliberations(sight, picture);
    List<Dossier> shown =
        documents.views(
            sight, picture.courses().stream().map(ViewingReview.Part::document).toList());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      parts.add(part(shown.get(i), picture.courses().get(i)));
    }
    Particulars.HistoricAction action = picture.historicAction();
    ModelAndView page = new ModelAndView("records/review");
    page.addObject("review", picture.review());
    page.addObject("kind", OrderReviewPage.Kind.of(picture.review().kind()).words());
    page.addObject("state", Typed.words(picture.state()));
    page.addObject("orderedBy", name(picture.review().orderedBy()));
    page.addObject("historicAction", action);
    page.addObject("clocks", picture.clocks().stream().map(ReviewPages::clock).toList());
    page.addObject("parts", parts);
    page.addObject(
        "tasks", items.ofReview(sight, id).stream().map(item -> task(item, shown)).toList());
    Shown.mark(page, response, Shown.of(shown).join(picture.written()));
    return page;
  }

  private Part part(Dossier dossier, ViewingReview.Part part) {
    List<ReferralRow> referrals = new ArrayList<>();
    part.course()
        .referred()
        .forEach(
            (agency, portions) ->
                referrals.add(
                    new ReferralRow(
                        agency, portions, part.course().answers().get(agency), part.mayRead())));
    return new Part(
        Choice.of(dossier),
        Typed.words(part.state()),
        part.course().equities(),
        referrals,
        part.course().steps().stream().map(step -> step(step, part.mayRead())).toList(),
        part.mayRead());
  }

  private StepRow step(Step step, boolean mayRead) {
    Decision decision = step.said().decision();
    Decision.Determination determination = decision == null ? null : decision.determination();
    Step.Signature signature = step.said().signature();
    return new StepRow(
        Typed.words(step.kind()),
        name(step.by()),
        step.at(),
        determination == null ? null : Typed.words(determination),
        signature == null ? null : signature.effectiveOn().toString(),
        mayRead ? step.said().reason() : null);
  }

  private TaskRow task(WorkItem item, List<Dossier> shown) {
    String title =
        shown.stream()
            .filter(dossier -> dossier.document().id().equals(item.document()))
            .findFirst()
            .map(dossier -> dossier.words().title())
            .orElseThrow();
    return new TaskRow(
        item, item.name(), item.assignee() == null ? null : name(item.assignee()), title);
  }

  private static ClockRow clock(Clocks.Clock clock) {
    return new ClockRow(
        switch (clock.name()) {
          case "MDR_DECISION" -> "Decision on the request for mandatory review";
          case "FOIA_DECISION" -> "Decision on the request under the FOIA";
          default -> throw new IllegalArgumentException("no clock of ours: " + clock.name());
        },
        clock,
        clock.cites().stream().map(Citation::shown).toList());
  }

  /** The office's name of an account that is open; closed ones are known by their id alone. */
  private String name(UUID account) {
    return people.byId(account).map(Person::displayName).orElse(account.toString());
  }
}
