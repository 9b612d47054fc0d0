package org.glasnost.web.records;

import java.util.List;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The process definitions in force, with their versions and diagrams. */
@Controller
class ProcessPages {
  private final Definitions definitions;
  private final DecisionVersions decisions;
  private final Callers callers;

  ProcessPages(Definitions definitions, DecisionVersions decisions, Callers callers) {
    this.definitions = definitions;
    this.decisions = decisions;
    this.callers = callers;
  }

  /** A definition in the list. */
  record Row(String key, Definition.Version newest, int versions, long runningInstances) {
    static Row of(Definition definition) {
      return new Row(
          definition.key(),
          definition.newest(),
          definition.versions().size(),
          definition.versions().stream().mapToLong(Definition.Version::runningInstances).sum());
    }
  }

  @GetMapping("/processes")
  ModelAndView list() {
    DeploymentRights.requireAdministrator(callers.current());
    return new ModelAndView("records/processes")
        .addObject("rows", definitions.all().stream().map(Row::of).toList())
        .addObject("decisions", decisions.inForce());
  }

  @GetMapping("/processes/{key}")
  ModelAndView show(
      @PathVariable String key, @RequestParam(required = false) @Nullable Integer version) {
    DeploymentRights.requireAdministrator(callers.current());
    Definition definition =
        definitions.all().stream()
            .filter(known -> known.key().equals(key))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    List<Definition.Version> versions = definition.versions();
    Definition.Version shown =
        version == null
            ? definition.newest()
            : versions.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(Refused::notKnown);
    return new ModelAndView("records/process")
        .addObject("key", key)
        .addObject("versions", versions)
        .addObject("shown", shown)
        .addObject("newest", shown.version() == definition.newest().version());
  }
}
