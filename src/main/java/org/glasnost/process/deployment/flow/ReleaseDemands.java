package org.glasnost.process.deployment.flow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.policy.ReleasePolicy;
import org.glasnost.process.TaskKind;

/**
 * What policy demands of every way to a release: which tasks, in which order, and what takes them
 * back.
 *
 * @param tasks the kinds of task that must have been done, in this order; doing the first begins
 *     anew
 * @param releases the kinds of task by which a record is released
 * @param steps names of the steps by which a record is released, declassified or marked anew
 * @param takenBack what takes a task back that was done
 */
public record ReleaseDemands(
    List<TaskKind> tasks, Set<TaskKind> releases, Set<String> steps, List<TakenBack> takenBack) {

  /**
   * What a policy demands.
   *
   * @throws IllegalArgumentException if it names a kind of task that there is none of
   */
  public static ReleaseDemands of(ReleasePolicy policy) {
    return new ReleaseDemands(
        policy.tasks().stream().map(TaskKind::valueOf).toList(),
        policy.releases().stream().map(TaskKind::valueOf).collect(Collectors.toSet()),
        Set.copyOf(policy.steps()),
        policy.takenBack().stream()
            .map(
                back ->
                    new TakenBack(
                        TaskKind.valueOf(back.by()),
                        back.condition().replaceAll("\\s", ""),
                        back.leaves()))
            .toList());
  }

  /** Copies the collections. */
  public ReleaseDemands {
    tasks = List.copyOf(tasks);
    releases = Set.copyOf(releases);
    steps = Set.copyOf(steps);
    takenBack = List.copyOf(takenBack);
  }

  /**
   * A branch that is taken where a task was done and decided nothing.
   *
   * @param by the kind of task whose decision it asks for
   * @param condition on the branch, without blanks
   * @param leaves how many of the tasks, from the first, still count
   */
  public record TakenBack(TaskKind by, String condition, int leaves) {}

  /** How many tasks there are. */
  int all() {
    return tasks.size();
  }

  /**
   * How many count after a task was done.
   *
   * @param done how many counted before
   */
  int after(TaskKind kind, int done) {
    int place = tasks.indexOf(kind);
    if (place < 0) {
      return done;
    }
    if (place == 0) {
      return 1; // Whatever was decided before is decided anew.
    }
    return done >= place ? Math.max(done, place + 1) : done;
  }

  /** Whether an element does one of the tasks. */
  boolean demands(FlowNode node) {
    return node.kind() == FlowNode.Kind.USER_TASK
        && TaskKind.ofElement(node.id()).filter(tasks::contains).isPresent();
  }

  /** Whether a record is released by an element, declassified or marked anew. */
  boolean isRelease(FlowNode node) {
    return switch (node.kind()) {
      case USER_TASK -> TaskKind.ofElement(node.id()).filter(releases::contains).isPresent();
      case SERVICE_TASK ->
          node.step() != null
              && steps.stream().anyMatch(step -> node.step().equals("${" + step + "}"));
      case MESSAGE_START, START, END, CALL, CHOICE, PARALLEL -> false;
    };
  }
}
