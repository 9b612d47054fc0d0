package org.glasnost.web.records;

import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.Labels;
import org.glasnost.history.EventsInFull;
import org.glasnost.history.Oversight;
import org.glasnost.marking.Protection;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.page.PageMarking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where an auditor's own browser checks the journal. The page brings the program that checks, and
 * asks for what is checked by the API, as any other program would.
 */
@Controller
class VerifyPage {
  private final EventsInFull events;
  private final Oversight oversight;
  private final Labels labels;
  private final Callers callers;

  VerifyPage(EventsInFull events, Oversight oversight, Labels labels, Callers callers) {
    this.events = events;
    this.oversight = oversight;
    this.labels = labels;
    this.callers = callers;
  }

  @GetMapping("/journal/verify")
  ModelAndView show(@RequestParam(required = false) @Nullable String event) {
    Person auditor = callers.current();
    oversight.require(auditor);
    ModelAndView page =
        new ModelAndView("records/verify")
            .addObject("event", event)
            .addObject("id", null)
            .addObject("found", FormFindings.NONE);
    Typed typed = new Typed();
    UUID id = typed.id(event, "/event");
    try {
      typed.refuseIfAny();
    } catch (Refused refused) {
      return FormFindings.of(refused).on(page, refused);
    }
    if (id != null) {
      page.addObject("id", id);
      page.addObject(
          "pageMarking",
          PageMarking.of(
              events.labelOf(auditor, id).stream()
                  .map(labels::protection)
                  .reduce(Protection.UNRESTRICTED, Protection::join)));
    }
    return page;
  }
}
