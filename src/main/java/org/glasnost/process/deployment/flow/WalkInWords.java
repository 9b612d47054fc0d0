package org.glasnost.process.deployment.flow;

import org.glasnost.process.TaskKind;
import org.glasnost.process.deployment.flow.FlowFinding.Stop;
import org.glasnost.process.deployment.flow.FlowGraph.Way;
import org.glasnost.process.deployment.flow.FlowNode.Call;
import org.jspecify.annotations.Nullable;

/** Tells a walk step by step, so that whoever drew the process sees what was overlooked. */
final class WalkInWords {
  private final ReleaseDemands demands;

  WalkInWords(ReleaseDemands demands) {
    this.demands = demands;
  }

  /**
   * One element of the walk.
   *
   * @param way by which the walk comes to it, or null at a start
   * @param before how many of the demanded tasks counted when the walk set out on that way
   * @param done how many count as it comes to the element
   * @param left how many count as it leaves it, or null if the walk goes no further here: it is in
   *     what a call calls, or at its end
   */
  Stop stop(
      FlowGraph graph,
      FlowNode node,
      @Nullable Way way,
      int before,
      int done,
      @Nullable Integer left) {
    String says = by(way, before, done) + at(node, done, left);
    return Stop.of(graph, node, way == null ? null : way.id(), says);
  }

  private String by(@Nullable Way way, int before, int done) {
    if (way == null || way.condition() == null) {
      return "";
    }
    String branch = "By '%s': ".formatted(way.name().isBlank() ? way.condition() : way.name());
    return done < before
        ? branch + "what was done is taken back, %s. ".formatted(counted(done))
        : branch;
  }

  private String at(FlowNode node, int done, @Nullable Integer left) {
    String name = "'" + node.name() + "'";
    if (left == null && demands.isRelease(node)) {
      return "%s releases the record, and %s is not done."
          .formatted(name, demands.tasks().get(done));
    }
    return switch (node.kind()) {
      case MESSAGE_START -> "A message starts at %s.".formatted(name);
      case START -> "It starts at %s.".formatted(name);
      case END -> "It ends at %s.".formatted(name);
      case USER_TASK -> task(node, name, done, left == null ? done : left);
      case SERVICE_TASK -> "The engine does %s.".formatted(name);
      case CALL -> call(node, name);
      case CHOICE -> "A choice: %s.".formatted(name);
      case PARALLEL -> "All ways at once, or together again: %s.".formatted(name);
    };
  }

  private String task(FlowNode node, String name, int done, int left) {
    TaskKind kind = TaskKind.ofElement(node.id()).filter(demands.tasks()::contains).orElse(null);
    if (kind == null) {
      return node.repetition().mayBeNever()
          ? "%s is done, or opened for nobody.".formatted(name)
          : "%s is done.".formatted(name);
    }
    if (left == done && node.repetition().mayBeNever()) {
      return "%s is opened for nobody, since its count may be 0.".formatted(name);
    }
    if (demands.after(kind, done) == done && done < demands.tasks().indexOf(kind) + 1) {
      return "%s is done and does not count, since %s is not done before it."
          .formatted(name, demands.tasks().get(done));
    }
    return "%s is done, %s.".formatted(name, counted(left));
  }

  private static String call(FlowNode node, String name) {
    Call call = node.call();
    return call == null
        ? "%s calls nothing.".formatted(name)
        : "%s calls %s, version %d.".formatted(name, call.key(), call.version());
  }

  private String counted(int done) {
    return "%d of %d demanded tasks count".formatted(done, demands.all());
  }
}
