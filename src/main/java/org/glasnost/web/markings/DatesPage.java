package org.glasnost.web.markings;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import org.glasnost.declassification.Contradictions;
import org.glasnost.declassification.DateCalculus;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.declassification.InstructionKind;
import org.glasnost.declassification.InstructionReading;
import org.glasnost.declassification.Purpose;
import org.glasnost.declassification.Question;
import org.glasnost.declassification.Referral;
import org.glasnost.declassification.SpecialContent;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.glasnost.web.PastedText;
import org.glasnost.web.page.Names;
import org.glasnost.web.records.FormFindings;
import org.glasnost.web.records.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** When classification ends, asked by a person; the question is that of the HTTP contract. */
@Controller
class DatesPage {
  private final OfficeDay officeDay;
  private final Names names;
  private final PastedText pasted;

  DatesPage(OfficeDay officeDay, Names names, PastedText pasted) {
    this.officeDay = officeDay;
    this.names = names;
    this.pasted = pasted;
  }

  @GetMapping("/markings/dates")
  ModelAndView show(HttpServletResponse response) {
    ModelAndView page = page(DatesForm.EMPTY);
    Marked.as(page, response, Protection.UNRESTRICTED);
    return page;
  }

  @PostMapping("/markings/dates")
  ModelAndView compute(@ModelAttribute DatesForm form, HttpServletResponse response) {
    ModelAndView page = page(form);
    try {
      Typed typed = new Typed();
      Question question = question(form, typed);
      Marked.as(page, response, shown(form, question));
      Refused.ifAnyError(Contradictions.in(question));
      page.addObject("answer", DatesShown.of(DateCalculus.compute(question), names));
      return page;
    } catch (Refused refused) {
      if (!page.getModel().containsKey("pageMarking")) {
        Marked.as(
            page, response, form.words().isEmpty() ? Protection.UNRESTRICTED : pasted.unread());
      }
      return FormFindings.of(refused).on(page, refused);
    }
  }

  private Question question(DatesForm form, Typed typed) {
    var asked = form.question(typed);
    typed.refuseIfAny();
    try {
      return asked.on(officeDay.today());
    } catch (Refused refused) {
      // One field holds them all: which of them is wrong, the token says.
      throw new Refused(
          refused.ground(),
          refused.findings().stream().map(f -> f.atMember("/exemptions")).toList());
    }
  }

  /** An instruction in words of the orders tells nothing of a record; an event does. */
  private Protection shown(DatesForm form, Question question) {
    LocalDate date = question.baseDate();
    boolean ownWords =
        form.words().stream()
            .map(words -> InstructionGrammar.read(words, date))
            .anyMatch(DatesPage::hasOwnWords);
    return ownWords
        ? pasted.stated(Objects.requireNonNullElse(question.level(), StatedLevel.NONE))
        : Protection.UNRESTRICTED;
  }

  private static boolean hasOwnWords(InstructionReading reading) {
    return switch (reading.outcome()) {
      case READ ->
          reading
              .instruction()
              .map(i -> i.kind() == InstructionKind.EVENT || i.event() != null)
              .orElse(true);
      case MISSING, NOT_APPLICABLE -> false;
      case INCOMPLETE, UNREADABLE -> true;
    };
  }

  private ModelAndView page(DatesForm form) {
    ModelAndView page = new ModelAndView("markings/dates");
    page.addObject("form", form);
    page.addObject("fields", DatesForm.FIELDS);
    page.addObject("found", FormFindings.NONE);
    page.addObject("today", officeDay.today());
    page.addObject("levels", StatedLevel.values());
    page.addObject("purposes", Purpose.values());
    page.addObject("contents", SpecialContent.values());
    page.addObject("courses", Referral.Course.values());
    page.addObject("names", names);
    page.addObject("answer", null);
    return page;
  }
}
