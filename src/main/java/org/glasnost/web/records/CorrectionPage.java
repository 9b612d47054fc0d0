package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.CorrectingRegistration;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.document.Dossier;
import org.glasnost.document.RecordStatus;
import org.glasnost.document.Registration;
import org.glasnost.policy.Agencies;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.glasnost.web.Callers;
import org.glasnost.web.ETags;
import org.glasnost.web.RegistrationsShown;
import org.glasnost.web.page.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a registration is corrected, or one made in error withdrawn. */
@Controller
@RequestMapping("/documents/{id}")
class CorrectionPage {
  private final CorrectingRegistration correcting;
  private final RegistrationsShown records;
  private final Sights sights;
  private final Agencies agencies;
  private final Callers callers;
  private final RefusedForms refusals;

  CorrectionPage(
      CorrectingRegistration correcting,
      RegistrationsShown records,
      Sights sights,
      Agencies agencies,
      Callers callers,
      RefusedForms refusals) {
    this.correcting = correcting;
    this.records = records;
    this.sights = sights;
    this.agencies = agencies;
    this.callers = callers;
    this.refusals = refusals;
  }

  @GetMapping("/correct")
  ModelAndView show(@PathVariable UUID id, HttpServletResponse response) {
    Person person = callers.current();
    Dossier dossier = records.view(sights.of(person), id);
    requireCustodian(person, dossier);
    return page(dossier, RegistrationForm.of(dossier), Picker.Asked.NOTHING, response);
  }

  @PostMapping("/correct")
  ModelAndView correct(
      @PathVariable UUID id, @ModelAttribute RegistrationForm form, HttpServletResponse response) {
    Person person = callers.current();
    Dossier dossier = records.view(sights.of(person), id);
    requireCustodian(person, dossier);
    try {
      RegistrationForm known = RegistrationForm.of(dossier);
      Typed typed = new Typed();
      Registration said = form.registration(typed);
      List<Finding> emptied = new ArrayList<>();
      emptied(known, form, emptied);
      typed.refuseIfAny(emptied);
      correcting.correct(
          id,
          changes(said, known.registration(new Typed())),
          form.reason(),
          version -> hold(form.version(), version),
          person,
          sights.of(person),
          callers.occasion(custodian(person)));
      return Onward.to("/documents/" + id);
    } catch (Refused refused) {
      return refusals
          .told(refused)
          .on(page(dossier, form, Picker.Asked.NOTHING, response), refused);
    }
  }

  /** Looks for a transmittal; the form comes back as it was filled in. */
  @PostMapping("/correct/find")
  ModelAndView find(
      @PathVariable UUID id,
      @ModelAttribute RegistrationForm form,
      @RequestParam(required = false) @Nullable String pickWords,
      @RequestParam(required = false) @Nullable String pickAfter,
      HttpServletResponse response) {
    Person person = callers.current();
    Dossier dossier = records.view(sights.of(person), id);
    requireCustodian(person, dossier);
    return page(dossier, form, new Picker.Asked(pickWords, pickAfter, true), response);
  }

  @PostMapping("/withdraw")
  ModelAndView withdraw(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String version,
      HttpServletResponse response) {
    Person person = callers.current();
    Dossier dossier = records.view(sights.of(person), id);
    requireCustodian(person, dossier);
    try {
      correcting.withdraw(
          id,
          reason,
          now -> hold(version, now),
          person,
          sights.of(person),
          callers.occasion(custodian(person)));
      return Onward.to("/documents/" + id);
    } catch (Refused refused) {
      FormFindings found = refusals.told(refused);
      ModelAndView page =
          page(dossier, RegistrationForm.of(dossier), Picker.Asked.NOTHING, response);
      page.addObject("withdrawalReason", reason);
      ModelAndView again = FormFindings.NONE.on(page, refused);
      again.addObject("withdrawalFound", found);
      return again;
    }
  }

  /** The fields that are not as they were; the others are absent, and stay as they are. */
  private static Registration changes(Registration said, Registration known) {
    return new Registration(
        changed(said.title(), known.title()),
        changed(said.documentDate(), known.documentDate()),
        changed(said.originatingAgency(), known.originatingAgency()),
        changed(said.author(), known.author()),
        changed(said.addressee(), known.addressee()),
        changed(said.controlNumber(), known.controlNumber()),
        changed(said.caseNumber(), known.caseNumber()),
        changed(said.item(), known.item()),
        changed(said.enclosureOf(), known.enclosureOf()),
        changed(said.recordStatus(), known.recordStatus()));
  }

  private static <T> @Nullable T changed(@Nullable T said, @Nullable T known) {
    return Objects.equals(said, known) ? null : said;
  }

  /** A correction replaces; it does not empty. Better said than silently left as it was. */
  private static void emptied(
      RegistrationForm known, RegistrationForm form, List<Finding> findings) {
    emptied("/title", known.title(), form.title(), findings);
    emptied("/documentDate", known.documentDate(), form.documentDate(), findings);
    emptied("/originatingAgency", known.originatingAgency(), form.originatingAgency(), findings);
    emptied("/author", known.author(), form.author(), findings);
    emptied("/addressee", known.addressee(), form.addressee(), findings);
    emptied("/controlNumber", known.controlNumber(), form.controlNumber(), findings);
    emptied("/caseNumber", known.caseNumber(), form.caseNumber(), findings);
    emptied("/item", known.item(), form.item(), findings);
    emptied("/enclosureOf", known.enclosureOf(), form.enclosureOf(), findings);
    emptied("/recordStatus", known.recordStatus(), form.recordStatus(), findings);
  }

  private static void emptied(
      String pointer, @Nullable String known, @Nullable String typed, List<Finding> findings) {
    if (known != null && Typed.text(typed) == null) {
      findings.add(
          Finding.error(
                  "WEB-0207",
                  "A correction replaces what is on record and does not empty it. Write what"
                      + " should stand here.")
              .atMember(pointer)
              .suggesting(known));
    }
  }

  private ModelAndView page(
      Dossier dossier, RegistrationForm form, Picker.Asked asked, HttpServletResponse response) {
    UUID itself = dossier.document().id();
    Picker picker =
        Picker.of(
            records,
            sights.of(callers.current()),
            new Documents.Filter(null, null, null),
            asked,
            form.enclosureOf() == null ? List.of() : List.of(form.enclosureOf()),
            other -> !other.document().id().equals(itself));
    ModelAndView page = new ModelAndView("records/correct");
    page.addObject("document", Choice.of(dossier));
    page.addObject("state", Typed.words(dossier.document().state()));
    page.addObject("version", dossier.document().version());
    page.addObject("correctable", correctable(dossier.document().state()));
    page.addObject("form", form);
    page.addObject("found", FormFindings.NONE);
    page.addObject("withdrawalFound", FormFindings.NONE);
    page.addObject("withdrawalReason", null);
    page.addObject("fields", RegistrationForm.FIELDS);
    page.addObject("agencies", agencies.all());
    page.addObject("statuses", RecordStatus.values());
    page.addObject("picker", picker);
    page.addObject("findAt", "/documents/" + itself + "/correct/find");
    Shown.mark(page, response, picker.shown().join(dossier.protection()));
    return page;
  }

  /** Whether the page offers what the use case would take; the use case decides. */
  private static boolean correctable(DocumentState state) {
    return switch (state) {
      case MARKING_REVIEW, PROTECTED -> true;
      case UNDER_REVIEW,
          RELEASE_PENDING,
          RELEASED_IN_FULL,
          RELEASED_IN_PART,
          DECLASSIFIED_WITHHELD,
          WITHDRAWN,
          DESTROYED ->
          false;
    };
  }

  private static void hold(@Nullable String seen, long version) {
    String text = Typed.text(seen);
    ETags.hold(text == null ? null : "\"" + text + "\"", version);
  }

  private static Role custodian(Person person) {
    return person.has(Role.RECORDS_MANAGER) ? Role.RECORDS_MANAGER : Role.INTAKE_OFFICER;
  }

  private static void requireCustodian(Person person, Dossier dossier) {
    boolean entitled =
        (person.has(Role.INTAKE_OFFICER) || person.has(Role.RECORDS_MANAGER))
            && person.agency().equals(dossier.document().holdingAgency());
    if (!entitled) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "WEB-0208",
              "A registration is corrected or withdrawn by the intake or the records management of"
                  + " the agency that holds the record."));
    }
  }
}
