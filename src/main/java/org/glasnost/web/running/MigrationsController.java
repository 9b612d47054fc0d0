package org.glasnost.web.running;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.engine.Element;
import org.glasnost.process.engine.Moving.Why;
import org.glasnost.process.running.Migration;
import org.glasnost.process.running.MigrationOrder;
import org.glasnost.process.running.MigrationPlan;
import org.glasnost.process.running.MigrationState;
import org.glasnost.process.running.Migrations;
import org.glasnost.process.running.MoveState;
import org.glasnost.process.running.PlanningMigration;
import org.glasnost.process.running.StartingMigration;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ETags;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Instances on their way to another version, for administrators. */
@RestController
@RequestMapping("/api/migrations")
class MigrationsController {
  private static final Pattern INSTANCE = Pattern.compile("[0-9a-f-]{36}");

  private final PlanningMigration planning;
  private final StartingMigration starting;
  private final Migrations migrations;
  private final KnownCases cases;
  private final Callers callers;

  MigrationsController(
      PlanningMigration planning,
      StartingMigration starting,
      Migrations migrations,
      KnownCases cases,
      Callers callers) {
    this.planning = planning;
    this.starting = starting;
    this.migrations = migrations;
    this.cases = cases;
    this.callers = callers;
  }

  /** From an element of the one version to an element of the other. */
  record MappingBody(@Nullable String from, @Nullable String to) {}

  /**
   * Which instances are to move where.
   *
   * @param process the definition's key
   * @param from the version that they run on
   * @param to the version that they are to run on
   * @param mappings where those go on whose element has no counterpart of the same id
   */
  record MigrationBody(
      @Nullable String process,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable List<MappingBody> mappings) {

    MigrationOrder order() {
      return MigrationOrder.of(
          process,
          from,
          to,
          mappings == null
              ? List.of()
              : mappings.stream()
                  .map(each -> new MigrationOrder.Asked(each.from(), each.to()))
                  .toList());
    }
  }

  /**
   * An element where instances can rest.
   *
   * @param to where they would go on, or null where they cannot move
   * @param instances how many are there now
   */
  record PlannedElementView(
      String from, String fromName, @Nullable String to, @Nullable String toName, long instances) {

    static PlannedElementView of(MigrationPlan.Line line) {
      Element to = line.to();
      return new PlannedElementView(
          line.from().id(),
          line.from().name(),
          to == null ? null : to.id(),
          to == null ? null : to.name(),
          line.instances());
    }
  }

  /** Instances that cannot move, together by place and cause. */
  record StayingView(@Nullable String element, Why why, String message, long instances) {

    static StayingView of(MigrationPlan.Held held) {
      Element at = held.element();
      return new StayingView(
          at == null ? null : at.id(),
          held.why(),
          StayingInWords.of(held.why(), at == null ? null : at.id()),
          held.instances());
    }
  }

  /**
   * What a migration would do.
   *
   * @param instances how many run on the version now
   * @param movable how many of them can move
   */
  record MigrationPlanView(
      String process,
      int from,
      int to,
      List<PlannedElementView> elements,
      long instances,
      long movable,
      List<StayingView> staying) {

    static MigrationPlanView of(MigrationPlan plan) {
      return new MigrationPlanView(
          plan.route().from().key(),
          plan.route().from().version(),
          plan.route().to().version(),
          plan.lines().stream().map(PlannedElementView::of).toList(),
          plan.instances().size(),
          plan.movable(),
          plan.held().stream().map(StayingView::of).toList());
    }
  }

  /** Where those go on that wait at an element. */
  record MigrationElementView(String from, String to) {}

  /**
   * A migration.
   *
   * @param startedBy user name
   * @param endedAt when the last instance was done with, or null
   * @param waiting how many are still to come
   * @param moved how many run on the other version
   * @param notMoved how many stay, each with its reason in the list of its instances
   */
  record MigrationView(
      UUID id,
      String process,
      int from,
      int to,
      MigrationState state,
      String startedBy,
      Instant startedAt,
      @Nullable Instant endedAt,
      List<MigrationElementView> elements,
      long instances,
      long waiting,
      long moved,
      long notMoved) {

    static MigrationView of(Migration migration) {
      return new MigrationView(
          migration.id(),
          migration.process(),
          migration.from(),
          migration.to(),
          migration.state(),
          migration.startedBy(),
          migration.startedAt(),
          migration.endedAt(),
          migration.elements().entrySet().stream()
              .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
              .map(each -> new MigrationElementView(each.getKey(), each.getValue()))
              .toList(),
          migration.total(),
          migration.count(MoveState.WAITING),
          migration.count(MoveState.MOVED),
          migration.count(MoveState.NOT_MOVED));
    }
  }

  /**
   * An instance of a migration.
   *
   * @param document whose course it is, where the caller may know of it, else null
   * @param why why it stays, or null where it does not or where the engine failed to move it
   * @param element where it waits then, or null
   * @param message why it stays, in words, or null where it does not
   */
  record MigrationInstanceView(
      String instance,
      @Nullable UUID document,
      MoveState state,
      @Nullable Why why,
      @Nullable String element,
      @Nullable String message) {

    static MigrationInstanceView of(Migration.Instance each, Set<UUID> known) {
      UUID document = each.document();
      return new MigrationInstanceView(
          each.id(),
          document != null && known.contains(document) ? document : null,
          each.state(),
          each.why(),
          each.element(),
          each.state() == MoveState.NOT_MOVED
              ? StayingInWords.of(each.why(), each.element())
              : null);
    }
  }

  @PostMapping("/plan")
  MigrationPlanView plan(@RequestBody MigrationBody body) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    return MigrationPlanView.of(planning.plan(body.order(), person));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<MigrationView> start(@RequestBody MigrationBody body) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    Migration started = starting.start(body.order(), person, callers.occasion(Role.ADMINISTRATOR));
    return ResponseEntity.created(URI.create("/api/migrations/" + started.id()))
        .eTag(ETags.of(started.revision()))
        .body(MigrationView.of(started));
  }

  @GetMapping
  ListView<MigrationView> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    PageRequest asked = PageRequest.of(limit, after);
    Migration last = Cursors.order(asked.after(), id -> starting.look(id, person));
    return asked.page(
        migrations.page(last, asked.limit() + 1).stream().map(MigrationView::of).toList(),
        view -> view.id().toString());
  }

  @GetMapping("/{id}")
  ResponseEntity<MigrationView> get(@PathVariable UUID id) {
    return answer(starting.look(id, callers.current()));
  }

  @GetMapping("/{id}/instances")
  ListView<MigrationInstanceView> instances(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MoveState state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    starting.look(id, callers.current());
    PageRequest asked = PageRequest.of(limit, after);
    String last = asked.after();
    if (last != null && !INSTANCE.matcher(last).matches()) {
      throw Cursors.neverGiven();
    }
    List<Migration.Instance> found =
        migrations.instances(id, state, last == null ? "" : last, asked.limit() + 1);
    Set<UUID> known = cases.among(found.stream().map(Migration.Instance::document).toList());
    return asked.page(
        found.stream().map(each -> MigrationInstanceView.of(each, known)).toList(),
        MigrationInstanceView::instance);
  }

  @PostMapping("/{id}/pause")
  ResponseEntity<MigrationView> pause(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    ETags.hold(ifMatch, starting.look(id, person).revision());
    return answer(starting.pause(id, person, callers.occasion(Role.ADMINISTRATOR)));
  }

  @PostMapping("/{id}/resume")
  ResponseEntity<MigrationView> resume(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    Person person = callers.current();
    ETags.hold(ifMatch, starting.look(id, person).revision());
    return answer(starting.resume(id, person, callers.occasion(Role.ADMINISTRATOR)));
  }

  private static ResponseEntity<MigrationView> answer(Migration migration) {
    return ResponseEntity.ok()
        .eTag(ETags.of(migration.revision()))
        .body(MigrationView.of(migration));
  }
}
