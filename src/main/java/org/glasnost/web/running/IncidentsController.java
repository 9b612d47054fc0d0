package org.glasnost.web.running;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.engine.FailedStep;
import org.glasnost.process.running.RetryingSteps;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The steps that the engine gave up, for administrators. */
@RestController
@RequestMapping("/api/incidents")
class IncidentsController {
  private static final Pattern PLACE = Pattern.compile("\\d{15} [0-9a-f-]{36}");

  private final RetryingSteps retrying;
  private final KnownCases cases;
  private final Callers callers;

  IncidentsController(RetryingSteps retrying, KnownCases cases, Callers callers) {
    this.retrying = retrying;
    this.cases = cases;
    this.callers = callers;
  }

  /**
   * A step that failed.
   *
   * @param process the definition's key
   * @param element id of the element where it failed
   * @param name the element's name
   * @param instance the engine's id of the instance
   * @param document whose course it is, where the caller may know of it, else null
   * @param since when it failed for the last time
   * @param cause what kept it
   * @param message the same in words
   * @param rules the rules that refused it
   */
  record IncidentView(
      String id,
      String process,
      int version,
      String element,
      String name,
      String instance,
      @Nullable UUID document,
      Instant since,
      FailedStep.Cause cause,
      String message,
      List<String> rules) {

    static IncidentView of(FailedStep step, Set<UUID> known) {
      UUID document = step.document();
      return new IncidentView(
          step.id(),
          step.version().key(),
          step.version().version(),
          step.element(),
          step.elementName(),
          step.instance(),
          document != null && known.contains(document) ? document : null,
          step.since(),
          step.cause(),
          step.cause().words(),
          step.rules());
    }

    String place() {
      return "%015d %s".formatted(since.toEpochMilli(), id);
    }
  }

  @GetMapping
  ListView<IncidentView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return waiting(retrying.all(callers.current()), PageRequest.of(limit, after));
  }

  /** Has a step tried once more, and answers with those that wait besides. */
  @PostMapping("/{id}/retry")
  ListView<IncidentView> retry(@PathVariable UUID id) {
    Person person = callers.current();
    retrying.retry(id, person, callers.occasion(Role.ADMINISTRATOR));
    return waiting(retrying.all(person), PageRequest.of(null, null));
  }

  private ListView<IncidentView> waiting(List<FailedStep> all, PageRequest asked) {
    String from = asked.after();
    if (from != null && !PLACE.matcher(from).matches()) {
      throw Cursors.neverGiven();
    }
    Set<UUID> known = cases.among(all.stream().map(FailedStep::document).toList());
    return asked.page(
        all.stream()
            .map(step -> IncidentView.of(step, known))
            .filter(view -> from == null || view.place().compareTo(from) > 0)
            .limit(asked.limit() + 1L)
            .toList(),
        IncidentView::place);
  }
}
