package org.glasnost.policy;

import java.util.List;
import java.util.Set;

/**
 * What must lie on every way of a process to a release, from {@code config/release.yaml}.
 * Immutable.
 *
 * @param tasks the kinds of task that are done before, in this order; at least one
 * @param releases the kinds of task by which a record is released; at least one
 * @param steps the steps of the engine by which it is
 * @param takenBack the branches on which tasks that were done count no more
 */
public record ReleasePolicy(
    List<String> tasks, List<String> releases, List<String> steps, List<TakenBack> takenBack) {
  private static final String TASKS = "tasks";
  private static final String RELEASES = "releases";
  private static final String STEPS = "steps";
  private static final String TAKEN_BACK = "takenBack";
  private static final Set<String> ENTRIES = Set.of(TASKS, RELEASES, STEPS, TAKEN_BACK);
  private static final String NONE = "NONE";
  private static final String SECOND_REVIEW = "SECOND_REVIEW";

  /**
   * A branch.
   *
   * @param by the kind of task whose decision it asks for
   * @param condition the expression on it
   * @param leaves how many of the tasks, from the first, still count on it
   */
  public record TakenBack(String by, String condition, int leaves) {}

  /** Copies the lists. */
  public ReleasePolicy {
    tasks = List.copyOf(tasks);
    releases = List.copyOf(releases);
    steps = List.copyOf(steps);
    takenBack = List.copyOf(takenBack);
  }

  /**
   * Reads it from its YAML form.
   *
   * @param twoPersons whether the office asks for two persons to review
   * @throws IllegalArgumentException if an entry is missing, of another kind, there twice or not
   *     known
   */
  static ReleasePolicy read(PolicyFile file, boolean twoPersons) {
    List<String> tasks =
        ids(file, TASKS).stream().filter(id -> twoPersons || !id.equals(SECOND_REVIEW)).toList();
    List<String> all = ids(file, TASKS);
    List<String> releases = ids(file, RELEASES);
    if (tasks.isEmpty() || releases.isEmpty()) {
      throw new IllegalArgumentException(
          file.name() + ": " + TASKS + " and " + RELEASES + " name one kind of task at least");
    }
    List<TakenBack> takenBack =
        file.list(TAKEN_BACK, ENTRIES).stream()
            .map(row -> new TakenBack(by(row, all), row.text("condition"), leaves(row, all, tasks)))
            .toList();
    return new ReleasePolicy(tasks, releases, ids(file, STEPS), takenBack);
  }

  private static List<String> ids(PolicyFile file, String entry) {
    List<String> ids = file.list(entry, ENTRIES).stream().map(row -> row.text("id")).toList();
    if (Set.copyOf(ids).size() < ids.size()) {
      throw new IllegalArgumentException(file.name() + ": " + entry + " names one of them twice");
    }
    return ids;
  }

  private static String by(PolicyFile.Row row, List<String> all) {
    String by = row.text("by");
    if (!all.contains(by)) {
      throw new IllegalArgumentException(row.where() + ": " + by + " is none of the tasks");
    }
    return by;
  }

  /** Of a task that is left out, those before it count. */
  private static int leaves(PolicyFile.Row row, List<String> all, List<String> tasks) {
    String after = row.text("after");
    if (after.equals(NONE)) {
      return 0;
    }
    int last = all.indexOf(after);
    if (last < 0) {
      throw new IllegalArgumentException(row.where() + ": " + after + " is none of the tasks");
    }
    return (int) all.subList(0, last + 1).stream().filter(tasks::contains).count();
  }
}
