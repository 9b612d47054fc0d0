package org.glasnost.process.deployment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.glasnost.process.TaskKind;

/**
 * A process made at random, and the slow way to say whether a release comes too early in it: every
 * order in which tokens may move, tried. Knows nothing of how the gate tells it.
 */
final class RandomProcess {
  private static final int MOST_TOKENS = 6;
  private static final int MOST_STATES = 60_000;
  private static final List<String> DEMANDED =
      List.of("FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE");

  /** What an element is. */
  private enum Kind {
    START,
    END,
    TASK,
    COUNTED,
    CHOICE,
    PARALLEL
  }

  private final Random random;
  private final Map<String, Kind> elements = new LinkedHashMap<>();
  private final List<String[]> flows = new ArrayList<>();
  private int number;

  RandomProcess(long seed) {
    this.random = new Random(seed);
    elements.put("start", Kind.START);
    elements.put("end", Kind.END);
    String last = "start";
    if (random.nextInt(4) > 0) {
      for (String kind : DEMANDED) {
        last = block(last, 1);
        last = next(last, task(kind));
      }
    } else {
      last = block(last, 2);
    }
    last = block(last, 1);
    last = next(last, task("RELEASE"));
    flow(last, "end");
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      change();
    }
  }

  private String task(String kind) {
    String id = kind + ".t" + ++number;
    elements.put(id, Kind.TASK);
    return id;
  }

  private String any() {
    String[] kinds = {
      "FIRST_REVIEW", "SECOND_REVIEW", "SIGNATURE", "ADJUDICATION", "REDACTION", "RELEASE"
    };
    String id = task(kinds[random.nextInt(random.nextInt(3) == 0 ? 6 : 5)]);
    if (random.nextInt(5) == 0) {
      elements.put(id, Kind.COUNTED);
    }
    return id;
  }

  private String gateway(Kind kind) {
    String id = kind.name().toLowerCase(java.util.Locale.ROOT) + ++number;
    elements.put(id, kind);
    return id;
  }

  private String next(String from, String to) {
    flow(from, to);
    return to;
  }

  private void flow(String from, String to) {
    flows.add(new String[] {from, to});
  }

  /** Some elements behind one; returns the last of them. */
  private String block(String from, int depth) {
    String last = from;
    for (int parts = random.nextInt(3); parts > 0; parts--) {
      int what = depth == 0 ? 0 : random.nextInt(5);
      switch (what) {
        case 3 -> last = branches(last, Kind.CHOICE, depth);
        case 4 -> last = branches(last, Kind.PARALLEL, depth);
        case 2 -> {
          String head = next(last, gateway(Kind.CHOICE));
          String body = block(next(head, any()), depth - 1);
          String tail = next(body, gateway(Kind.CHOICE));
          flow(tail, head);
          last = tail;
        }
        default -> last = next(last, any());
      }
    }
    return last;
  }

  private String branches(String from, Kind kind, int depth) {
    String fork = next(from, gateway(kind));
    String join = gateway(kind);
    for (int branches = 2; branches > 0; branches--) {
      flow(block(next(fork, any()), depth - 1), join);
    }
    return join;
  }

  /** One change, after which it may be unsound, or nonsense. */
  private void change() {
    int at = random.nextInt(flows.size());
    List<String> ids = new ArrayList<>(elements.keySet());
    String other = ids.get(random.nextInt(ids.size()));
    switch (random.nextInt(3)) {
      case 0 -> {
        if (!other.equals("start")) {
          flows.get(at)[1] = other;
        }
      }
      case 1 -> {
        List<String> choices = ids.stream().filter(id -> elements.get(id) == Kind.CHOICE).toList();
        if (!choices.isEmpty() && !other.equals("start")) {
          flow(choices.get(random.nextInt(choices.size())), other);
        }
      }
      default -> {
        if (elements.get(other) == Kind.TASK) {
          elements.put(other, Kind.COUNTED);
        }
      }
    }
  }

  /** Whether several things may go on at once in it. */
  boolean hasParallel() {
    return elements.containsValue(Kind.PARALLEL);
  }

  DeploymentFile file() {
    Drawn drawn = Drawn.lifeCycle();
    elements.forEach(
        (id, kind) -> {
          switch (kind) {
            case START -> {
              // Drawn already.
            }
            case END -> drawn.end(id);
            case TASK -> drawn.task(id);
            case COUNTED -> drawn.counted(id, false);
            case CHOICE -> drawn.choice(id);
            case PARALLEL -> drawn.parallel(id);
          }
        });
    flows.forEach(flow -> drawn.through(flow[0], flow[1]));
    return drawn.file();
  }

  /**
   * The same for the engine: every branch has a condition by which {@link Move#variables()} chooses
   * it, and so has every count. The gate would refuse such variables.
   */
  DeploymentFile engineFile() {
    Drawn drawn = Drawn.lifeCycle();
    elements.forEach(
        (id, kind) -> {
          switch (kind) {
            case START -> {
              // Drawn already.
            }
            case END -> drawn.end(id);
            case TASK -> drawn.task(id);
            case COUNTED -> drawn.counted(id, "${" + variable(id) + "}");
            case CHOICE -> drawn.choice(id);
            case PARALLEL -> drawn.parallel(id);
          }
        });
    for (int i = 0; i < flows.size(); i++) {
      String from = flows.get(i)[0];
      if (elements.get(from) == Kind.CHOICE && out(from).size() > 1) {
        drawn.when("${%s == %d}".formatted(variable(from), i), from, flows.get(i)[1]);
      } else {
        drawn.through(from, flows.get(i)[1]);
      }
    }
    return drawn.file();
  }

  private static String variable(String id) {
    return "way_" + id.replace('.', '_');
  }

  /**
   * A step of a token.
   *
   * @param element that it passes
   * @param waits whether somebody completes a task there
   * @param variables what must have been set before for it to be this step
   */
  record Move(String element, boolean waits, Map<String, Integer> variables) {}

  /** Whether some order of events releases the record too early; see {@link #earlyRelease()}. */
  boolean releasesTooEarly() {
    return earlyRelease().isPresent();
  }

  /**
   * An order of events that releases the record before all that is demanded was done since the last
   * first review, the release last; empty where there is none. Tokens lie on flows; a state is
   * where they lie and how much was done.
   *
   * @throws TooMuch if there are more states than are tried
   */
  Optional<List<Move>> earlyRelease() {
    Deque<State> open = new ArrayDeque<>();
    Map<State, Moved> seen = new HashMap<>();
    State first = new State(new TreeMap<>(), 0);
    out("start").forEach(flow -> first.tokens().merge(flow, 1, Integer::sum));
    seen.put(first, new Moved(first, new Move("start", false, Map.of())));
    open.add(first);
    while (!open.isEmpty()) {
      State state = open.remove();
      for (int flow : state.tokens().keySet()) {
        String at = flows.get(flow)[1];
        for (Moved moved : moved(state, flow, at)) {
          State next = moved.state();
          if (next.done() < 0) {
            List<Move> moves = new ArrayList<>(List.of(moved.move()));
            for (State back = state; !back.equals(first); back = came(seen, back).state()) {
              moves.add(0, came(seen, back).move());
            }
            return Optional.of(moves);
          }
          int tokens = next.tokens().values().stream().mapToInt(Integer::intValue).sum();
          if (tokens > MOST_TOKENS || seen.size() > MOST_STATES) {
            throw new TooMuch();
          }
          if (seen.putIfAbsent(next, new Moved(state, moved.move())) == null) {
            open.add(next);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Moved came(Map<State, Moved> seen, State to) {
    return Objects.requireNonNull(seen.get(to));
  }

  /** A state and the step to it, or the step from it. */
  private record Moved(State state, Move move) {}

  /** More states than are tried. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Tokens by the number of their flow; how many demanded tasks count, -1 after an early release.
   */
  private record State(TreeMap<Integer, Integer> tokens, int done) {}

  private List<Integer> out(String id) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      if (flows.get(i)[0].equals(id)) {
        out.add(i);
      }
    }
    return out;
  }

  private List<Moved> moved(State state, int flow, String at) {
    List<Moved> moved = new ArrayList<>();
    Move passes = new Move(at, false, Map.of());
    switch (Objects.requireNonNull(elements.get(at))) {
      case START -> throw new IllegalStateException("nothing flows to a start");
      case END -> moved.add(new Moved(with(state, List.of(flow), List.of(), state.done()), passes));
      case CHOICE ->
          out(at)
              .forEach(
                  next ->
                      moved.add(
                          new Moved(
                              with(state, List.of(flow), List.of(next), state.done()),
                              new Move(at, false, Map.of(variable(at), next)))));
      case PARALLEL -> {
        List<Integer> arriving = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
          if (flows.get(i)[1].equals(at)) {
            arriving.add(i);
          }
        }
        if (arriving.stream().allMatch(state.tokens()::containsKey)) {
          moved.add(new Moved(with(state, arriving, out(at), state.done()), passes));
        }
      }
      case TASK ->
          moved.add(
              new Moved(
                  with(state, List.of(flow), out(at), after(at, state.done())),
                  new Move(at, true, Map.of())));
      case COUNTED -> {
        moved.add(
            new Moved(
                with(state, List.of(flow), out(at), after(at, state.done())),
                new Move(at, true, Map.of(variable(at), 1))));
        moved.add(
            new Moved(
                with(state, List.of(flow), out(at), state.done()),
                new Move(at, false, Map.of(variable(at), 0))));
      }
    }
    return moved;
  }

  private static int after(String id, int done) {
    TaskKind kind = TaskKind.ofElement(id).orElseThrow();
    return switch (kind) {
      case FIRST_REVIEW -> 1;
      case SECOND_REVIEW -> done >= 1 ? Math.max(done, 2) : done;
      case SIGNATURE -> done >= 2 ? 3 : done;
      case RELEASE -> done < 3 ? -1 : done;
      default -> done;
    };
  }

  private static State with(State state, List<Integer> gone, List<Integer> come, int done) {
    TreeMap<Integer, Integer> tokens = new TreeMap<>(state.tokens());
    for (int flow : gone) {
      tokens.computeIfPresent(flow, (key, count) -> count == 1 ? null : count - 1);
    }
    come.forEach(flow -> tokens.merge(flow, 1, Integer::sum));
    return new State(tokens, done);
  }
}
