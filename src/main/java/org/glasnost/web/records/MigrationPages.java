package org.glasnost.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.Element;
import org.glasnost.process.engine.Versions;
import org.glasnost.process.running.Migration;
import org.glasnost.process.running.MigrationOrder;
import org.glasnost.process.running.MigrationPlan;
import org.glasnost.process.running.MigrationState;
import org.glasnost.process.running.Migrations;
import org.glasnost.process.running.MoveState;
import org.glasnost.process.running.PlanningMigration;
import org.glasnost.process.running.StartingMigration;
import org.glasnost.rule.Refused;
import org.glasnost.web.Callers;
import org.glasnost.web.Cursors;
import org.glasnost.web.ListView;
import org.glasnost.web.PageRequest;
import org.glasnost.web.page.Onward;
import org.glasnost.web.running.KnownCases;
import org.glasnost.web.running.StayingInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators see what a migration would do, start it, and follow it. */
@Controller
class MigrationPages {
  private static final int SHOWN = 50;

  private final Definitions definitions;
  private final Versions versions;
  private final PlanningMigration planning;
  private final StartingMigration starting;
  private final Migrations migrations;
  private final KnownCases cases;
  private final Callers callers;
  private final RefusedForms refusals;

  MigrationPages(
      Definitions definitions,
      Versions versions,
      PlanningMigration planning,
      StartingMigration starting,
      Migrations migrations,
      KnownCases cases,
      Callers callers,
      RefusedForms refusals) {
    this.definitions = definitions;
    this.versions = versions;
    this.planning = planning;
    this.starting = starting;
    this.migrations = migrations;
    this.cases = cases;
    this.callers = callers;
    this.refusals = refusals;
  }

  /**
   * An element where instances can rest.
   *
   * @param chosen the id of the element where they would go on, or empty
   * @param choices where they could go on: the elements for the same work
   */
  record Line(Element from, long instances, String chosen, List<Element> choices) {}

  /** Instances that would stay, in words. */
  record Staying(long instances, String words) {}

  /** An instance that stayed. */
  record Stayed(String id, @Nullable UUID document, String words) {}

  /** A migration in the list. */
  record Row(Migration migration, String state, String style, long moved, long total) {
    static Row of(Migration migration) {
      return new Row(
          migration,
          Typed.words(migration.state()),
          MigrationPages.style(migration.state()),
          migration.count(MoveState.MOVED),
          migration.total());
    }
  }

  @GetMapping("/processes/{key}/move")
  ModelAndView plan(
      @PathVariable String key,
      @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to,
      @RequestParam(required = false) @Nullable List<String> map) {
    DeploymentRights.requireAdministrator(callers.current());
    try {
      return page(key, from, to, map);
    } catch (Refused refused) {
      return refusals.told(refused).on(bare(key, from, to), refused);
    }
  }

  @PostMapping("/processes/{key}/move")
  ModelAndView start(
      @PathVariable String key,
      @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to,
      @RequestParam(required = false) @Nullable List<String> map) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    try {
      Migration started =
          starting.start(order(key, from, to, map), person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/migrations/" + started.id());
    } catch (Refused refused) {
      return refusals.told(refused).on(bare(key, from, to), refused);
    }
  }

  @GetMapping("/migrations")
  ModelAndView list(@RequestParam(required = false) @Nullable String after) {
    Person person = callers.current();
    DeploymentRights.requireAdministrator(person);
    PageRequest asked = PageRequest.of(null, after);
    Migration last = Cursors.order(asked.after(), id -> starting.look(id, person));
    ListView<Migration> shown =
        asked.page(migrations.page(last, asked.limit() + 1), each -> each.id().toString());
    return new ModelAndView("records/migrations")
        .addObject("rows", shown.items().stream().map(Row::of).toList())
        .addObject("next", shown.next());
  }

  @GetMapping("/migrations/{id}")
  ModelAndView show(@PathVariable UUID id) {
    return followed(starting.look(id, callers.current()));
  }

  @PostMapping("/migrations/{id}/pause")
  ModelAndView pause(@PathVariable UUID id) {
    Person person = callers.current();
    try {
      starting.pause(id, person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/migrations/" + id);
    } catch (Refused refused) {
      return refusals.told(refused).on(followed(starting.look(id, person)), refused);
    }
  }

  @PostMapping("/migrations/{id}/resume")
  ModelAndView resume(@PathVariable UUID id) {
    Person person = callers.current();
    try {
      starting.resume(id, person, callers.occasion(Role.ADMINISTRATOR));
      return Onward.to("/migrations/" + id);
    } catch (Refused refused) {
      return refusals.told(refused).on(followed(starting.look(id, person)), refused);
    }
  }

  private ModelAndView page(
      String key, @Nullable Integer from, @Nullable Integer to, @Nullable List<String> map) {
    ModelAndView page = bare(key, from, to);
    if (from == null || to == null) {
      return page;
    }
    MigrationPlan plan = planning.plan(order(key, from, to, map), callers.current());
    List<Element> target = versions.elements(plan.route().to());
    List<Line> lines = new ArrayList<>();
    for (MigrationPlan.Line line : plan.lines()) {
      Element goesOn = line.to();
      lines.add(
          new Line(
              line.from(),
              line.instances(),
              goesOn == null ? "" : goesOn.id(),
              line.from().waits()
                  ? target.stream().filter(line.from()::isAlike).toList()
                  : List.of()));
    }
    return page.addObject("plan", plan)
        .addObject("lines", lines)
        .addObject(
            "staying",
            plan.held().stream()
                .map(
                    held -> {
                      Element at = held.element();
                      return new Staying(
                          held.instances(),
                          StayingInWords.of(held.why(), at == null ? null : at.id()));
                    })
                .toList());
  }

  private ModelAndView bare(String key, @Nullable Integer from, @Nullable Integer to) {
    Definition definition =
        definitions.all().stream()
            .filter(known -> known.key().equals(key))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    return new ModelAndView("records/move")
        .addObject("key", key)
        .addObject("versions", definition.versions())
        .addObject("from", from)
        .addObject("to", to)
        .addObject("plan", null)
        .addObject("found", FormFindings.NONE);
  }

  /** Each mapping is typed as two ids with a blank between; where nothing is chosen, as one. */
  private static MigrationOrder order(
      String key, @Nullable Integer from, @Nullable Integer to, @Nullable List<String> map) {
    List<MigrationOrder.Asked> mappings = new ArrayList<>();
    for (String typed : map == null ? List.<String>of() : map) {
      String[] ends = typed.strip().split(" ", 2);
      if (ends.length == 2) {
        mappings.add(new MigrationOrder.Asked(ends[0], ends[1]));
      }
    }
    return MigrationOrder.of(key, from, to, mappings);
  }

  private ModelAndView followed(Migration migration) {
    List<Migration.Instance> stayed =
        migrations.instances(migration.id(), MoveState.NOT_MOVED, "", SHOWN);
    Set<UUID> known = cases.among(stayed.stream().map(Migration.Instance::document).toList());
    return new ModelAndView("records/migration")
        .addObject("migration", migration)
        .addObject("state", Typed.words(migration.state()))
        .addObject("style", style(migration.state()))
        .addObject("running", migration.state() == MigrationState.RUNNING)
        .addObject("paused", migration.state() == MigrationState.PAUSED)
        .addObject("total", migration.total())
        .addObject("waiting", migration.count(MoveState.WAITING))
        .addObject("moved", migration.count(MoveState.MOVED))
        .addObject("notMoved", migration.count(MoveState.NOT_MOVED))
        .addObject(
            "stayed",
            stayed.stream()
                .map(
                    each -> {
                      UUID document = each.document();
                      return new Stayed(
                          each.id(),
                          document != null && known.contains(document) ? document : null,
                          StayingInWords.of(each.why(), each.element()));
                    })
                .toList())
        .addObject("found", FormFindings.NONE);
  }

  private static String style(MigrationState state) {
    return switch (state) {
      case RUNNING, PAUSED -> "state-waiting";
      case ENDED -> "state-done";
    };
  }
}
