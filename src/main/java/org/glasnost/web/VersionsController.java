package org.glasnost.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.TaskKind;
import org.glasnost.process.deployment.Deployment;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.engine.ElementCount;
import org.glasnost.process.running.BringingBackVersion;
import org.glasnost.process.running.RunningVersion;
import org.glasnost.process.running.SuspendingVersion;
import org.glasnost.process.running.Suspension;
import org.glasnost.rule.Refused;
import org.glasnost.web.DeploymentsController.DeploymentView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a definition, with what runs on each, for administrators. */
@RestController
@RequestMapping("/api/processes/{key}/versions/{version}")
class VersionsController {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final SuspendingVersion suspending;
  private final BringingBackVersion bringingBack;
  private final ReadingLines lines;
  private final Callers callers;

  VersionsController(
      SuspendingVersion suspending,
      BringingBackVersion bringingBack,
      ReadingLines lines,
      Callers callers) {
    this.suspending = suspending;
    this.bringingBack = bringingBack;
    this.lines = lines;
    this.callers = callers;
  }

  /**
   * An element of the diagram with what stands there.
   *
   * @param element its id in the diagram
   * @param name its name there, or its id
   * @param kind the kind of task, or null where it is none
   * @param instances how many are there now
   * @param incidents how many of them failed
   */
  record ActivityView(
      String element, String name, @Nullable TaskKind kind, long instances, long incidents) {

    static ActivityView of(ElementCount count) {
      return new ActivityView(
          count.element().id(),
          count.element().name(),
          count.element().task(),
          count.instances(),
          count.incidents());
    }
  }

  /** Who suspended a version, when and why. */
  record SuspensionView(String by, Instant at, String reason) {}

  /**
   * A version with what runs on it.
   *
   * @param newest whether new instances take it
   * @param runningInstances how many instances run on it
   * @param suspended why nothing of it begins or goes on, or null
   * @param activities every element of its diagram, in the order of the file
   */
  record RunningVersionView(
      String process,
      int version,
      String name,
      @Nullable String versionTag,
      Instant deployedAt,
      boolean newest,
      long runningInstances,
      @Nullable SuspensionView suspended,
      List<ActivityView> activities) {

    static RunningVersionView of(RunningVersion running) {
      Suspension held = running.held();
      return new RunningVersionView(
          running.version().key(),
          running.version().version(),
          running.version().name(),
          running.version().versionTag(),
          running.version().deployedAt(),
          running.newest(),
          running.version().runningInstances(),
          held == null
              ? null
              : new SuspensionView(held.by(), held.at(), String.valueOf(running.because())),
          running.elements().stream().map(ActivityView::of).toList());
    }
  }

  /** Why a version is suspended or goes on. */
  record VersionReason(@Nullable String reason) {
    String words() {
      return reason == null ? "" : reason;
    }
  }

  @GetMapping
  ResponseEntity<RunningVersionView> get(@PathVariable String key, @PathVariable String version) {
    Person person = callers.current();
    RunningVersion running = suspending.look(key, number(version, person), person);
    lines.suspension(running);
    return answer(running);
  }

  @PostMapping("/suspend")
  ResponseEntity<RunningVersionView> suspend(
      @PathVariable String key,
      @PathVariable String version,
      @RequestBody VersionReason body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    int number = number(version, person);
    ETags.hold(ifMatch, suspending.look(key, number, person).revision());
    return answer(
        suspending.suspend(
            key, number, body.words(), person, callers.occasion(Role.ADMINISTRATOR)));
  }

  @PostMapping("/resume")
  ResponseEntity<RunningVersionView> resume(
      @PathVariable String key,
      @PathVariable String version,
      @RequestBody VersionReason body,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    int number = number(version, person);
    ETags.hold(ifMatch, suspending.look(key, number, person).revision());
    return answer(
        suspending.resume(key, number, body.words(), person, callers.occasion(Role.ADMINISTRATOR)));
  }

  @PostMapping("/redeploy")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DeploymentView> redeploy(@PathVariable String key, @PathVariable String version) {
    Person person = callers.current();
    Deployment deployment =
        bringingBack.submit(
            key, number(version, person), person, callers.occasion(Role.ADMINISTRATOR));
    return ResponseEntity.created(URI.create("/api/deployments/" + deployment.id()))
        .eTag(ETags.of(deployment.version()))
        .body(DeploymentView.of(deployment, pending -> null));
  }

  /** The number in the path; what is no number names no version. */
  private static int number(String version, Person person) {
    DeploymentRights.requireAdministrator(person);
    if (!NUMBER.matcher(version).matches()) {
      throw Refused.notKnown();
    }
    return Integer.parseInt(version);
  }

  /** Whoever suspends a version is answered with their own words: that is no reading. */
  private static ResponseEntity<RunningVersionView> answer(RunningVersion running) {
    return ResponseEntity.ok()
        .eTag(ETags.of(running.revision()))
        .body(RunningVersionView.of(running));
  }
}
