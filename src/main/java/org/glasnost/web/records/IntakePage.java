package org.glasnost.web.records;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sights;
import org.glasnost.document.Documents;
import org.glasnost.document.RecordStatus;
import org.glasnost.document.RegisteringDocument;
import org.glasnost.document.Registration;
import org.glasnost.policy.Agencies;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where an intake officer registers a document. */
@Controller
class IntakePage {
  private final RegisteringDocument registering;
  private final RegistrationsShown records;
  private final Sights sights;
  private final Agencies agencies;
  private final Callers callers;
  private final RefusedForms refusals;

  IntakePage(
      RegisteringDocument registering,
      RegistrationsShown records,
      Sights sights,
      Agencies agencies,
      Callers callers,
      RefusedForms refusals) {
    this.registering = registering;
    this.records = records;
    this.sights = sights;
    this.agencies = agencies;
    this.callers = callers;
    this.refusals = refusals;
  }

  @GetMapping("/intake")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String enclosureOf, HttpServletResponse response) {
    requireIntake(callers.current());
    return form(RegistrationForm.empty(enclosureOf), Picker.Asked.NOTHING, response);
  }

  /** Looks for a transmittal; the form comes back as it was filled in. */
  @PostMapping("/intake/find")
  ModelAndView find(
      @ModelAttribute RegistrationForm form,
      @RequestParam(required = false) @Nullable String pickWords,
      @RequestParam(required = false) @Nullable String pickAfter,
      HttpServletResponse response) {
    requireIntake(callers.current());
    return form(form, new Picker.Asked(pickWords, pickAfter, true), response);
  }

  @PostMapping("/intake")
  ModelAndView register(
      @ModelAttribute RegistrationForm form,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletResponse response)
      throws IOException {
    Person person = callers.current();
    requireIntake(person);
    try {
      Typed typed = new Typed();
      Registration said = form.registration(typed);
      typed.refuseIfAny();
      UUID id =
          registering.register(
              said,
              text(form, file),
              person,
              sights.of(person),
              callers.occasion(Role.INTAKE_OFFICER));
      // Who is not let in to what the text turned out to be does not see it again.
      boolean known = sights.mayKnow(sights.of(person), id);
      return Onward.to(known ? "/documents/" + id : "/intake?held=sealed");
    } catch (Refused refused) {
      return refusals.told(refused).on(form(form, Picker.Asked.NOTHING, response), refused);
    }
  }

  private static byte[] text(RegistrationForm form, @Nullable MultipartFile file)
      throws IOException {
    // A browser sends what stands in a text field with other line ends than it has there.
    String pasted = form.text() == null ? "" : form.text().replace("\r\n", "\n");
    boolean chosen =
        file != null && (!file.isEmpty() || !String.valueOf(file.getOriginalFilename()).isEmpty());
    if (file == null || !chosen) {
      return pasted.getBytes(StandardCharsets.UTF_8);
    }
    if (!pasted.isEmpty()) {
      throw new Refused(
          Ground.RULE,
          Finding.error(
                  "WEB-0205",
                  "There is a file and a pasted text, and nothing says which is the record. Leave"
                      + " one.")
              .atMember("/text"));
    }
    return file.getBytes();
  }

  private ModelAndView form(
      RegistrationForm form, Picker.Asked asked, HttpServletResponse response) {
    Picker picker =
        Picker.of(
            records,
            sights.of(callers.current()),
            new Documents.Filter(null, null, null),
            asked,
            form.enclosureOf() == null ? List.of() : List.of(form.enclosureOf()),
            dossier -> true);
    ModelAndView page = new ModelAndView("records/intake");
    page.addObject("form", form);
    page.addObject("found", FormFindings.NONE);
    page.addObject("fields", RegistrationForm.FIELDS);
    page.addObject("agencies", agencies.all());
    page.addObject("statuses", RecordStatus.values());
    page.addObject("picker", picker);
    page.addObject("findAt", "/intake/find");
    Shown.mark(page, response, picker.shown());
    return page;
  }

  private static void requireIntake(Person person) {
    if (!person.has(Role.INTAKE_OFFICER)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error("WEB-0206", "Documents are registered by an intake officer."));
    }
  }
}
