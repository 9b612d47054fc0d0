package org.glasnost.web.records;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.engine.FailedStep;
import org.glasnost.process.running.RetryingSteps;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.page.Onward;
import org.glasnost.web.running.KnownCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators see the steps that failed, and have them tried again. */
@Controller
@RequestMapping("/incidents")
class IncidentPages {
  private final RetryingSteps retrying;
  private final KnownCases cases;
  private final Callers callers;
  private final RefusedForms refusals;

  IncidentPages(RetryingSteps retrying, KnownCases cases, Callers callers, RefusedForms refusals) {
    this.retrying = retrying;
    this.cases = cases;
    this.callers = callers;
    this.refusals = refusals;
  }

  /**
   * A step that failed.
   *
   * @param document whose course it is, or null where the caller may not know of it
   */
  record Row(FailedStep step, @Nullable UUID document) {}

  @GetMapping
  ModelAndView list() {
    return page(callers.current());
  }

  @PostMapping("/{id}/retry")
  ModelAndView retry(@PathVariable UUID id) {
    Person person = callers.current();
    try {
      retrying.retry(id, person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/incidents");
    } catch (Refused refused) {
      return refusals.told(refused).on(page(person), refused);
    }
  }

  private ModelAndView page(Person person) {
    List<FailedStep> steps = retrying.all(person);
    Set<UUID> known = cases.among(steps.stream().map(FailedStep::document).toList());
    return new ModelAndView("records/incidents")
        .addObject(
            "rows",
            steps.stream()
                .map(
                    step -> {
                      UUID document = step.document();
                      return new Row(
                          step, document != null && known.contains(document) ? document : null);
                    })
                .toList())
        .addObject("found", FormFindings.NONE);
  }
}
