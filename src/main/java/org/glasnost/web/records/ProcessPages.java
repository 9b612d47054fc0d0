package org.glasnost.web.records;

import java.util.List;
import java.util.stream.Collectors;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.running.BringingBackVersion;
import org.glasnost.process.running.RunningVersion;
import org.glasnost.process.running.SuspendingVersion;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.ReadingLines;
import org.glasnost.web.page.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The process definitions in force, with their versions, diagrams and what stands where. */
@Controller
class ProcessPages {
  private final Definitions definitions;
  private final DecisionVersions decisions;
  private final SuspendingVersion suspending;
  private final BringingBackVersion bringingBack;
  private final ReadingLines lines;
  private final Callers callers;
  private final RefusedForms refusals;

  ProcessPages(
      Definitions definitions,
      DecisionVersions decisions,
      SuspendingVersion suspending,
      BringingBackVersion bringingBack,
      ReadingLines lines,
      Callers callers,
      RefusedForms refusals) {
    this.definitions = definitions;
    this.decisions = decisions;
    this.suspending = suspending;
    this.bringingBack = bringingBack;
    this.lines = lines;
    this.callers = callers;
    this.refusals = refusals;
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
    return page(key, version == null ? definitions.latestVersion(key) : version);
  }

  @PostMapping("/processes/{key}/versions/{version}/suspend")
  ModelAndView suspend(
      @PathVariable String key,
      @PathVariable int version,
      @RequestParam(required = false) @Nullable String reason) {
    Person person = callers.current();
    try {
      suspending.suspend(key, version, words(reason), person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to(path(key, version));
    } catch (Refused refused) {
      return refused(refused, key, version, reason);
    }
  }

  @PostMapping("/processes/{key}/versions/{version}/resume")
  ModelAndView resume(
      @PathVariable String key,
      @PathVariable int version,
      @RequestParam(required = false) @Nullable String reason) {
    Person person = callers.current();
    try {
      suspending.resume(key, version, words(reason), person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to(path(key, version));
    } catch (Refused refused) {
      return refused(refused, key, version, reason);
    }
  }

  @PostMapping("/processes/{key}/versions/{version}/redeploy")
  ModelAndView redeploy(@PathVariable String key, @PathVariable int version) {
    Person person = callers.current();
    try {
      Deployment pending =
          bringingBack.submit(key, version, person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/deployments/" + pending.id());
    } catch (Refused refused) {
      return refused(refused, key, version, null);
    }
  }

  private ModelAndView refused(Refused refused, String key, int version, @Nullable String reason) {
    FormFindings found = refusals.told(refused);
    return found.on(page(key, version).addObject("reason", reason), refused);
  }

  private ModelAndView page(String key, int version) {
    RunningVersion running = suspending.look(key, version, callers.current());
    lines.suspension(running);
    List<Definition.Version> versions =
        definitions.all().stream()
            .filter(known -> known.key().equals(key))
            .findFirst()
            .orElseThrow(Refused::notKnown)
            .versions();
    return new ModelAndView("records/process")
        .addObject("key", key)
        .addObject("versions", versions)
        .addObject("shown", running.version())
        .addObject("running", running)
        .addObject(
            "places", running.elements().stream().filter(each -> each.instances() > 0).toList())
        .addObject("counts", counts(running))
        .addObject("newest", running.newest())
        .addObject("found", FormFindings.NONE)
        .addObject("reason", null);
  }

  /** Counts as the diagram's script reads them; an element's id holds neither blank nor sign. */
  private static String counts(RunningVersion running) {
    return running.elements().stream()
        .filter(each -> each.instances() > 0)
        .map(each -> each.element().id() + "=" + each.instances() + "=" + each.incidents())
        .collect(Collectors.joining(" "));
  }

  private static String path(String key, int version) {
    return "/processes/" + key + "?version=" + version;
  }

  private static String words(@Nullable String reason) {
    return reason == null ? "" : reason;
  }
}
