package org.glasnost.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.glasnost.process.TaskKind;
import org.glasnost.process.decision.DecisionVersion;
import org.glasnost.process.decision.DecisionVersions;
import org.glasnost.process.deployment.DecisionEffects;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.Deployments;
import org.glasnost.process.worklist.WarningEffects.Effect;
import org.glasnost.process.worklist.WarningEffects.Group;
import org.glasnost.process.worklist.WarningEffects.Task;
import org.glasnost.process.worklist.WorkItem.Timing;
import org.glasnost.review.ReviewKind;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The decision tables in force, and what submitted ones would change, for administrators. */
@RestController
class DecisionsController {
  private final DecisionVersions versions;
  private final Deployments deployments;
  private final DecisionEffects effects;
  private final Callers callers;

  DecisionsController(
      DecisionVersions versions,
      Deployments deployments,
      DecisionEffects effects,
      Callers callers) {
    this.versions = versions;
    this.deployments = deployments;
    this.effects = effects;
    this.callers = callers;
  }

  /**
   * A decision.
   *
   * @param key its id
   * @param version the number of the table in force
   * @param inForceSince since when it is
   * @param versions every version, newest first
   */
  record DecisionView(
      String key, int version, Instant inForceSince, List<DecisionVersionView> versions) {}

  /**
   * One version of a table.
   *
   * @param version its number, from 1
   * @param deployment by which it came into force
   * @param sha256 of its file, in hexadecimal digits
   * @param inForceSince when it came into force
   */
  record DecisionVersionView(int version, UUID deployment, String sha256, Instant inForceSince) {
    static DecisionVersionView of(DecisionVersion version) {
      return new DecisionVersionView(
          version.version(), version.deployment(), version.sha256(), version.inForceSince());
    }
  }

  /**
   * What a table would change.
   *
   * @param decision its key
   * @param versionInForce of the table it is held against
   * @param openTasks how many tasks are open
   * @param changedTasks of how many of them it says something else
   * @param groups kinds of tasks of which it does
   * @param tasks those tasks by id, at most 200
   */
  record EffectView(
      String decision,
      int versionInForce,
      long openTasks,
      long changedTasks,
      List<EffectGroupView> groups,
      List<EffectTaskView> tasks) {

    static EffectView of(Effect effect) {
      return new EffectView(
          effect.decision(),
          effect.versionInForce(),
          effect.open(),
          effect.changed(),
          effect.groups().stream().map(EffectGroupView::of).toList(),
          effect.tasks().stream().map(EffectTaskView::of).toList());
    }
  }

  /**
   * Open tasks of one kind in reviews of one kind.
   *
   * @param reviewKind of their reviews, or null outside any
   * @param kind theirs
   * @param tasks how many
   * @param fromDays of warning by the table in force
   * @param toDays of warning by the submitted one
   */
  record EffectGroupView(
      @Nullable ReviewKind reviewKind, TaskKind kind, long tasks, int fromDays, int toDays) {
    static EffectGroupView of(Group group) {
      return new EffectGroupView(
          group.review(), group.task(), group.count(), group.from(), group.to());
    }
  }

  /**
   * A task that would change.
   *
   * @param fromDays of warning by the table in force
   * @param toDays of warning by the submitted one
   * @param fromState how it stands today
   * @param toState how it would stand today
   */
  record EffectTaskView(
      UUID id,
      @Nullable ReviewKind reviewKind,
      TaskKind kind,
      int fromDays,
      int toDays,
      Timing fromState,
      Timing toState) {
    static EffectTaskView of(Task task) {
      return new EffectTaskView(
          task.id(),
          task.group().review(),
          task.group().task(),
          task.group().from(),
          task.group().to(),
          task.from(),
          task.to());
    }
  }

  @GetMapping("/api/decisions")
  ListView<DecisionView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    DeploymentRights.requireAdministrator(callers.current());
    PageRequest asked = PageRequest.of(limit, after);
    String from = asked.after();
    List<DecisionVersion> all = versions.all();
    if (from != null && all.stream().noneMatch(version -> version.decision().equals(from))) {
      throw Cursors.neverGiven();
    }
    List<DecisionView> found =
        versions.inForce().stream()
            .filter(newest -> from == null || newest.decision().compareTo(from) > 0)
            .limit(asked.limit() + 1L)
            .map(newest -> view(newest, all))
            .toList();
    return asked.page(found, DecisionView::key);
  }

  private static DecisionView view(DecisionVersion newest, List<DecisionVersion> all) {
    return new DecisionView(
        newest.decision(),
        newest.version(),
        newest.inForceSince(),
        all.stream()
            .filter(version -> version.decision().equals(newest.decision()))
            .map(DecisionVersionView::of)
            .toList());
  }

  @GetMapping(
      path = "/api/decisions/{key}/dmn",
      produces = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
  ResponseEntity<byte[]> table(
      @PathVariable String key, @RequestParam(required = false) @Nullable Integer version) {
    DeploymentRights.requireAdministrator(callers.current());
    int asked = version == null ? versions.latest(key) : version;
    return ResponseEntity.ok(versions.dmn(key, asked).orElseThrow(Refused::notKnown));
  }

  @GetMapping("/api/deployments/{id}/effects")
  ListView<EffectView> effects(@PathVariable UUID id) {
    DeploymentRights.requireAdministrator(callers.current());
    return ListView.whole(
        effects.of(deployments.find(id).orElseThrow(Refused::notKnown)).stream()
            .map(EffectView::of)
            .toList());
  }
}
