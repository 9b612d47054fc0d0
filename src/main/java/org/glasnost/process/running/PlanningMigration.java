package org.glasnost.process.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glasnost.authority.Person;
import org.glasnost.process.deployment.DeploymentRights;
import org.glasnost.process.deployment.RouteGate;
import org.glasnost.process.engine.Definition;
import org.glasnost.process.engine.Definitions;
import org.glasnost.process.engine.Element;
import org.glasnost.process.engine.ElementCount;
import org.glasnost.process.engine.Moving;
import org.glasnost.process.engine.Moving.Running;
import org.glasnost.process.engine.Moving.Stop;
import org.glasnost.process.engine.Route;
import org.glasnost.process.engine.Versions;
import org.glasnost.process.running.MigrationOrder.Mapping;
import org.glasnost.process.running.MigrationPlan.Held;
import org.glasnost.process.running.MigrationPlan.Line;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Says what a migration would do, and changes nothing. Whoever waits for one kind of work goes on
 * waiting for that kind: a first review stays a first review, and a call stays a call of the same
 * process; and what policy demands before a release lies behind an instance or ahead of it, on the
 * way that it goes then. The domain holds a release back besides, whatever version it runs on.
 */
@Service
public class PlanningMigration {
  private final Definitions definitions;
  private final Versions versions;
  private final Moving moving;
  private final RouteGate gate;

  PlanningMigration(Definitions definitions, Versions versions, Moving moving, RouteGate gate) {
    this.definitions = definitions;
    this.versions = versions;
    this.moving = moving;
    this.gate = gate;
  }

  /**
   * What the migration would do.
   *
   * @throws Refused on ground NOT_ENTITLED unless an administrator asks; RULE where a version or an
   *     element is not there, an element is mapped twice, to another kind of work, to where the
   *     engine cannot move it, or to where a release comes too early
   */
  public MigrationPlan plan(MigrationOrder order, Person person) {
    DeploymentRights.requireAdministrator(person);
    Route route = route(order);
    List<Running> running = moving.running(route.from());
    Map<String, Stop> stops = moving.stops(route, running.stream().map(Running::id).toList());
    Map<String, Element> source = byId(route.from());
    Map<String, Element> target = byId(route.to());
    List<Line> lines = new ArrayList<>();
    for (ElementCount count : versions.counts(route.from())) {
      if (count.element().waits() || count.instances() > 0) {
        String to = route.elements().get(count.element().id());
        lines.add(new Line(count.element(), to == null ? null : target.get(to), count.instances()));
      }
    }
    Map<Stop, Long> counted = new LinkedHashMap<>();
    stops.values().forEach(stop -> counted.merge(stop, 1L, Long::sum));
    List<Held> held = new ArrayList<>();
    counted.forEach(
        (stop, instances) -> {
          String at = stop.element();
          held.add(new Held(at == null ? null : source.get(at), stop.why(), instances));
        });
    return new MigrationPlan(route, lines, running, held);
  }

  private Route route(MigrationOrder order) {
    List<Finding> findings = new ArrayList<>();
    Definition.Version from = version(order.process(), order.from(), "/from", findings);
    Definition.Version to = version(order.process(), order.to(), "/to", findings);
    if (from == null || to == null) {
      throw new Refused(Ground.RULE, findings);
    }
    if (order.from() == order.to()) {
      throw new Refused(
          Ground.RULE,
          Finding.error("DPL-0112", "The instances run on that version already.").atMember("/to"));
    }
    Map<String, Element> source = byId(from);
    Map<String, Element> target = byId(to);
    Map<String, String> elements = new HashMap<>();
    moving
        .equal(from, to)
        .forEach(
            (one, other) -> {
              // A call of another process under the same id is no counterpart.
              if (isAlike(source.get(one), target.get(other))) {
                elements.put(one, other);
              }
            });
    Map<String, Integer> asked = new HashMap<>();
    for (int i = 0; i < order.mappings().size(); i++) {
      Mapping mapping = order.mappings().get(i);
      hold(mapping, "/mappings/" + i, source, target, asked.put(mapping.from(), i), findings);
      elements.put(mapping.from(), mapping.to());
    }
    Refused.ifAnyError(findings);
    Route route = new Route(from, to, elements);
    moving
        .objections(route)
        .forEach(
            (element, said) ->
                findings.add(
                    Finding.error(
                            "DPL-0113",
                            "The engine cannot move what waits at "
                                + element
                                + " so: "
                                + String.join("; ", said)
                                + ".")
                        .atMember(member(element, asked))));
    gate.unsound(order.process(), order.from(), order.to(), elements)
        .forEach(
            (element, why) ->
                findings.add(
                    Finding.error(
                            "DPL-0122",
                            "Whoever waits at %s may not go on at %s: %s"
                                .formatted(element, elements.getOrDefault(element, "it"), why))
                        .atMember(member(element, asked))));
    Refused.ifAnyError(findings);
    return route;
  }

  private static String member(String element, Map<String, Integer> asked) {
    return asked.containsKey(element) ? "/mappings/" + asked.get(element) : "/mappings";
  }

  private Definition.@Nullable Version version(
      String process, int version, String at, List<Finding> findings) {
    Definition.Version known = definitions.version(process, version).orElse(null);
    if (known == null) {
      findings.add(
          Finding.error("DPL-0111", "No such version of that process is in force.").atMember(at));
    }
    return known;
  }

  private static boolean isAlike(@Nullable Element one, @Nullable Element other) {
    return one != null && other != null && one.isAlike(other);
  }

  private static void hold(
      Mapping mapping,
      String at,
      Map<String, Element> source,
      Map<String, Element> target,
      @Nullable Integer before,
      List<Finding> findings) {
    Element from = source.get(mapping.from());
    Element to = target.get(mapping.to());
    if (before != null) {
      findings.add(
          Finding.error("DPL-0113", "An element is mapped once.")
              .atMember(at)
              .about(mapping.from()));
    } else if (from == null) {
      findings.add(
          Finding.error("DPL-0113", "The version that they run on has no such element.")
              .atMember(at)
              .about(mapping.from()));
    } else if (to == null) {
      findings.add(
          Finding.error("DPL-0113", "The version that they are to run on has no such element.")
              .atMember(at)
              .about(mapping.to()));
    } else if (!from.isAlike(to)) {
      findings.add(
          Finding.error(
                  "DPL-0114",
                  "Whoever waits at %s cannot go on at %s: a task moves to a task of its kind alone, a call to a call of the same process."
                      .formatted(from.id(), to.id()))
              .atMember(at));
    }
  }

  private Map<String, Element> byId(Definition.Version version) {
    return versions.elements(version).stream()
        .collect(Collectors.toMap(Element::id, Function.identity()));
  }
}
