package org.glasnost.web.records;

import java.util.List;
import org.glasnost.process.decision.DecisionVersion;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.deployment.DeploymentFile;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.SubmittedTables;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The decision tables in force, with their versions. */
@Controller
class DecisionPages {
  private final DecisionVersions decisions;
  private final Callers callers;

  DecisionPages(DecisionVersions decisions, Callers callers) {
    this.decisions = decisions;
    this.callers = callers;
  }

  @GetMapping("/decisions/{key}")
  ModelAndView show(
      @PathVariable String key, @RequestParam(required = false) @Nullable Integer version) {
    DeploymentRights.requireAdministrator(callers.current());
    List<DecisionVersion> versions =
        decisions.all().stream().filter(each -> each.decision().equals(key)).toList();
    DecisionVersion shown =
        versions.stream()
            .filter(each -> version == null || each.version() == version)
            .findFirst()
            .orElseThrow(Refused::notKnown);
    byte[] dmn = decisions.dmn(key, shown.version()).orElseThrow();
    return new ModelAndView("records/decision")
        .addObject("key", key)
        .addObject("versions", versions)
        .addObject("shown", shown)
        .addObject("newest", shown.version() == versions.get(0).version())
        .addObject(
            "table", SubmittedTables.read(new DeploymentFile(key + ".dmn", dmn)).orElseThrow());
  }
}
