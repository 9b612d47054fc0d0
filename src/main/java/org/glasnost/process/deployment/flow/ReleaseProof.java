package org.glasnost.process.deployment.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.process.TaskKind;
import org.glasnost.process.deployment.flow.FlowFinding.Stop;
import org.glasnost.process.deployment.flow.FlowGraph.Way;
import org.glasnost.process.deployment.flow.FlowNode.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whether on every way from any start to a release the tasks lie that policy demands, in their
 * order and since the last return. A way takes each branch, whatever its condition, and passes what
 * is repeated as often as a variable says without its being done.
 *
 * <p>It walks pairs of an element and the number of demanded tasks that count there, of which there
 * are few, and through a call by what the called process makes of each such number. That this sees
 * every way that the engine can go, where {@link ParallelRules} finds nothing, is argued in {@code
 * docs/spec/deployment-gate.md}.
 */
public final class ReleaseProof {
  /** A person mends one after the other; what a hostile file would be told has an end. */
  private static final int MOST_HOLES = 100;

  /** Of a longer walk the first and the last of these are told, half of them each. */
  private static final int MOST_TOLD = 200;

  private final Closure closure;
  private final ReleaseDemands demands;
  private final WalkInWords words;
  private final Returns returns;
  private final Map<Entered, Passage> passages = new HashMap<>();
  private final Map<FlowGraph, Set<Way>> idle = new HashMap<>();
  private final Map<FlowGraph, Map<String, Integer>> least = new HashMap<>();

  /**
   * @param closure the processes; none of them calls itself, directly or by others
   * @param demands what policy demands
   */
  public ReleaseProof(Closure closure, ReleaseDemands demands) {
    this.closure = closure;
    this.demands = demands;
    this.words = new WalkInWords(demands);
    this.returns = new Returns(demands);
  }

  /** A process that is entered with some of the tasks done. */
  private record Entered(FlowGraph graph, int done) {}

  /**
   * An element that the flow comes to with some of the tasks done, and what the gateways just
   * before have told.
   */
  private record Place(FlowNode node, int done, Returns.Known known) {}

  /**
   * How the flow came to a place.
   *
   * @param before the place that it left; null at a start
   * @param left how many tasks counted as it left that
   * @param through the stops inside what that calls
   * @param way which it went; null at a start
   */
  private record Came(@Nullable Place before, int left, List<Stop> through, @Nullable Way way) {}

  /** A release that is come to too early, and the way to it from the start of the process. */
  private record Hole(FlowGraph graph, FlowNode release, int done, List<Stop> walk) {}

  /**
   * What comes of entering a process: how many tasks count at its ends, by which way, and holes.
   */
  private record Passage(Map<Integer, List<Stop>> ends, List<Hole> holes) {}

  /** Every release that can be come to too early, at an element of the files where there is one. */
  public List<FlowFinding> holes() {
    Map<Stop, FlowFinding> findings = new LinkedHashMap<>();
    for (FlowGraph graph : closure.all()) {
      List<FlowNode> starts = new ArrayList<>(graph.nodes(Kind.MESSAGE_START));
      if (!closure.isCalled(graph)) {
        starts.addAll(graph.nodes(Kind.START)); // Whatever may start it one day.
      }
      starts.forEach(start -> addHoles(graph, start, findings));
    }
    for (FlowGraph graph : closure.all()) {
      if (passages.keySet().stream().noneMatch(entered -> entered.graph().equals(graph))) {
        // Named by a call that no way comes to: nobody else has walked it.
        graph.nodes(Kind.START).forEach(start -> addHoles(graph, start, findings));
      }
    }
    return List.copyOf(findings.values());
  }

  /** The least number of tasks that count where the flow comes to an element; empty if never. */
  Optional<Integer> least(FlowGraph graph, FlowNode node) {
    return Optional.ofNullable(least.getOrDefault(graph, Map.of()).get(node.id()));
  }

  /**
   * What stands against an instance that goes on at an element, having come there otherwise; after
   * {@link #holes()}.
   *
   * @param done how many tasks count
   */
  Optional<String> against(FlowGraph graph, FlowNode node, int done) {
    OptionalInt usual = fewest(ends(graph));
    Passage passage = walked(graph, List.of(node), done);
    if (!passage.holes().isEmpty()) {
      return Optional.of(message(passage.holes().get(0)));
    }
    OptionalInt here = fewest(passage.ends().keySet());
    boolean isFewer = usual.isPresent() && here.isPresent() && here.getAsInt() < usual.getAsInt();
    return isFewer && closure.isCalled(graph)
        ? Optional.of(
            "It would end with %d of the demanded tasks done, and who calls '%s' counts on %d."
                .formatted(here.getAsInt(), graph.key(), usual.getAsInt()))
        : Optional.empty();
  }

  private Set<Integer> ends(FlowGraph graph) {
    return passages.entrySet().stream()
        .filter(passage -> passage.getKey().graph().equals(graph))
        .flatMap(passage -> passage.getValue().ends().keySet().stream())
        .collect(Collectors.toSet());
  }

  private static OptionalInt fewest(Set<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).min();
  }

  private void addHoles(FlowGraph graph, FlowNode start, Map<Stop, FlowFinding> findings) {
    for (Hole hole : walked(graph, List.of(start), 0).holes()) {
      finding(hole).ifPresent(found -> findings.putIfAbsent(found.at(), found));
    }
  }

  /** The hole at the last stop of the files; empty where none of them has a part in it. */
  private Optional<FlowFinding> finding(Hole hole) {
    Set<String> files =
        closure.all().stream()
            .filter(closure::isSubmitted)
            .map(FlowGraph::file)
            .collect(Collectors.toSet());
    List<Stop> walk = hole.walk();
    for (int i = walk.size() - 1; i >= 0; i--) {
      Stop stop = walk.get(i);
      if (files.contains(stop.file())) {
        return Optional.of(new FlowFinding("DPL-0026", stop, message(hole), told(walk)));
      }
    }
    return Optional.empty();
  }

  private String message(Hole hole) {
    TaskKind missing = demands.tasks().get(hole.done());
    return "A way leads to '%s' without %s in its place: %s."
        .formatted(
            hole.release().name(),
            missing,
            told(hole.walk()).stream().map(Stop::name).collect(Collectors.joining(" → ")));
  }

  /** What a person can follow of a walk. */
  private static List<Stop> told(List<Stop> walk) {
    if (walk.size() <= MOST_TOLD) {
      return walk;
    }
    int half = MOST_TOLD / 2;
    List<Stop> told = new ArrayList<>(walk.subList(0, half));
    Stop next = walk.get(walk.size() - half);
    told.add(
        new Stop(
            next.file(),
            next.process(),
            next.element(),
            "…",
            null,
            "%d further steps.".formatted(walk.size() - MOST_TOLD)));
    told.addAll(walk.subList(walk.size() - half, walk.size()));
    return told;
  }

  private Passage passage(FlowGraph graph, int done) {
    Entered entered = new Entered(graph, done);
    Passage known = passages.get(entered);
    if (known == null) {
      known = walked(graph, graph.entries(), done);
      passages.put(entered, known);
    }
    return known;
  }

  private Passage walked(FlowGraph graph, List<FlowNode> starts, int done) {
    Map<Place, Came> came = new LinkedHashMap<>();
    Deque<Place> open = new ArrayDeque<>();
    for (FlowNode start : starts) {
      Place place = new Place(start, done, Returns.Known.NOTHING);
      came.put(place, new Came(null, done, List.of(), null));
      open.add(place);
    }
    Map<Integer, List<Stop>> ends = new LinkedHashMap<>();
    List<Hole> holes = new ArrayList<>();
    while (!open.isEmpty()) {
      Place place = open.remove();
      least
          .computeIfAbsent(graph, each -> new HashMap<>())
          .merge(place.node().id(), place.done(), Math::min);
      if (demands.isRelease(place.node())
          && place.done() < demands.all()
          && holes.size() < MOST_HOLES) {
        holes.add(new Hole(graph, place.node(), place.done(), walk(graph, came, place)));
      }
      Map<Integer, List<Stop>> left = passed(graph, place, came, holes);
      if (graph.isLast(place.node())) {
        left.forEach(
            (after, through) ->
                ends.computeIfAbsent(
                    after,
                    each -> {
                      List<Stop> walk = new ArrayList<>(walk(graph, came, place));
                      walk.addAll(through);
                      return walk;
                    }));
        continue;
      }
      Set<Way> idleWays =
          idle.computeIfAbsent(graph, each -> ParallelRules.idle(each, closure, demands));
      for (Way way : graph.from(place.node())) {
        if (idleWays.contains(way)) {
          continue; // What counts behind the join is what another branch makes of it.
        }
        left.forEach(
            (after, through) -> {
              for (Place next : reached(graph, place, way, after)) {
                if (came.putIfAbsent(next, new Came(place, after, through, way)) == null) {
                  open.add(next);
                }
              }
            });
      }
    }
    return new Passage(ends, holes);
  }

  /** What a way leads to; more than one place where tasks are taken back on it or not. */
  private List<Place> reached(FlowGraph graph, Place from, Way way, int done) {
    FlowNode target = graph.node(way.target());
    return returns.on(graph, way, done, from.known()).stream()
        .map(
            taken ->
                new Place(
                    target,
                    taken.done(),
                    target.kind() == Kind.CHOICE ? taken.known() : Returns.Known.NOTHING))
        .toList();
  }

  /** How many tasks may count when the element is left, and by which stops inside it. */
  private Map<Integer, List<Stop>> passed(
      FlowGraph graph, Place place, Map<Place, Came> came, List<Hole> holes) {
    FlowNode node = place.node();
    Map<Integer, List<Stop>> left = new LinkedHashMap<>();
    if (node.repetition().mayBeNever()) {
      left.put(place.done(), List.of());
    }
    Deque<Integer> rounds = new ArrayDeque<>(List.of(place.done()));
    Set<Integer> entered = new LinkedHashSet<>(rounds);
    while (!rounds.isEmpty()) {
      int before = rounds.remove();
      List<Stop> sofar = left.getOrDefault(before, List.of());
      once(graph, place, before, came, holes)
          .forEach(
              (after, through) -> {
                List<Stop> walk = new ArrayList<>(before == place.done() ? List.of() : sofar);
                walk.addAll(through);
                left.putIfAbsent(after, walk);
                if (node.repetition().isInTurn() && entered.add(after)) {
                  rounds.add(after);
                }
              });
    }
    return left;
  }

  private Map<Integer, List<Stop>> once(
      FlowGraph graph, Place place, int before, Map<Place, Came> came, List<Hole> holes) {
    FlowNode node = place.node();
    return switch (node.kind()) {
      case USER_TASK ->
          Map.of(
              TaskKind.ofElement(node.id()).map(kind -> demands.after(kind, before)).orElse(before),
              List.of());
      case CALL -> called(graph, place, before, came, holes);
      case MESSAGE_START, START, END, SERVICE_TASK, CHOICE, PARALLEL -> Map.of(before, List.of());
    };
  }

  private Map<Integer, List<Stop>> called(
      FlowGraph graph, Place place, int before, Map<Place, Came> came, List<Hole> holes) {
    Map<Integer, List<Stop>> left = new LinkedHashMap<>();
    for (FlowGraph called : closure.called(place.node())) {
      Passage passage = passage(called, before);
      passage.ends().forEach(left::putIfAbsent);
      for (Hole hole : passage.holes()) {
        if (holes.size() >= MOST_HOLES) {
          break;
        }
        List<Stop> walk = new ArrayList<>(walk(graph, came, place));
        walk.addAll(hole.walk());
        holes.add(new Hole(hole.graph(), hole.release(), hole.done(), walk));
      }
    }
    return left;
  }

  /** The way to a place from the start of its process, through what was called on it. */
  private List<Stop> walk(FlowGraph graph, Map<Place, Came> came, Place to) {
    List<Stop> back = new ArrayList<>();
    Place place = to;
    Integer left = null;
    while (place != null) {
      Came how = came.get(place);
      if (how == null) {
        throw new IllegalStateException("nobody came to " + place);
      }
      back.add(words.stop(graph, place.node(), how.way(), how.left(), place.done(), left));
      left = how.left();
      List<Stop> through = new ArrayList<>(how.through());
      Collections.reverse(through);
      place = how.before();
      back.addAll(through);
    }
    Collections.reverse(back);
    return back;
  }
}
