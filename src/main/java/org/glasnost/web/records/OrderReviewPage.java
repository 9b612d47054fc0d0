package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.review.OrderingReview;
import org.glasnost.review.ReviewKind;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.Callers;
import org.glasnost.web.RegistrationsShown;
import org.glasnost.web.page.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where intake or records management order a review. */
@Controller
class OrderReviewPage {
  private final OrderingReview ordering;
  private final RegistrationsShown records;
  private final Sights sights;
  private final Callers callers;
  private final RefusedForms refusals;

  OrderReviewPage(
      OrderingReview ordering,
      RegistrationsShown records,
      Sights sights,
      Callers callers,
      RefusedForms refusals) {
    this.ordering = ordering;
    this.records = records;
    this.sights = sights;
    this.callers = callers;
    this.refusals = refusals;
  }

  /** A kind of review as it is offered. */
  record Kind(String name, String words) {
    static Kind of(ReviewKind kind) {
      return new Kind(
          kind.name(),
          switch (kind) {
            case OADR -> "OADR: the originating agency's determination";
            case MANDATORY -> "Mandatory declassification review";
            case FOIA -> "Freedom of Information Act request";
            case AUTOMATIC -> "Automatic declassification is due";
            case SYSTEMATIC -> "Systematic review";
            case DISCRETIONARY -> "Discretionary declassification";
          });
    }
  }

  @GetMapping("/reviews/new")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String document, HttpServletResponse response) {
    requireCustodian(callers.current());
    return form(ReviewForm.empty(document), Picker.Asked.ALL, response);
  }

  /** Looks for documents; the form comes back as it was filled in. */
  @PostMapping("/reviews/new/find")
  ModelAndView find(
      @ModelAttribute ReviewForm form,
      @RequestParam(required = false) @Nullable String pickWords,
      @RequestParam(required = false) @Nullable String pickAfter,
      HttpServletResponse response) {
    requireCustodian(callers.current());
    return form(form, new Picker.Asked(pickWords, pickAfter, true), response);
  }

  @PostMapping("/reviews/new")
  ModelAndView order(@ModelAttribute ReviewForm form, HttpServletResponse response) {
    Person person = callers.current();
    requireCustodian(person);
    try {
      Typed typed = new Typed();
      OrderingReview.Order order = form.order(typed);
      typed.refuseIfAny();
      UUID id =
          ordering.order(
              order,
              person,
              sights.of(person),
              callers.occasion(
                  person.has(Role.RECORDS_MANAGER) ? Role.RECORDS_MANAGER : Role.INTAKE_OFFICER));
      return Onward.to("/reviews/" + id);
    } catch (Refused refused) {
      return refusals.told(refused).on(form(form, Picker.Asked.ALL, response), refused);
    }
  }

  private ModelAndView form(ReviewForm form, Picker.Asked asked, HttpServletResponse response) {
    String agency = callers.current().agency();
    List<String> chosen = new ArrayList<>(form.documents());
    String evidence = form.evidenceDocument();
    if (evidence != null && !chosen.contains(evidence)) {
      chosen.add(evidence);
    }
    Picker picker =
        Picker.of(
            records,
            sights.of(callers.current()),
            new Documents.Filter(null, DocumentState.PROTECTED, null),
            asked,
            chosen,
            dossier ->
                dossier.document().state() == DocumentState.PROTECTED
                    && dossier.document().holdingAgency().equals(agency));
    ModelAndView page = new ModelAndView("records/review-new");
    page.addObject("form", form);
    page.addObject("found", FormFindings.NONE);
    page.addObject("fields", ReviewForm.FIELDS);
    page.addObject("kinds", Arrays.stream(ReviewKind.values()).map(Kind::of).toList());
    page.addObject("picker", picker);
    page.addObject("picked", String.join(" ", form.documents()));
    Shown.mark(page, response, picker.shown());
    return page;
  }

  private static void requireCustodian(Person person) {
    if (!person.has(Role.RECORDS_MANAGER) && !person.has(Role.INTAKE_OFFICER)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "WEB-0210", "Reviews are ordered by the intake or the records management."));
    }
  }
}
