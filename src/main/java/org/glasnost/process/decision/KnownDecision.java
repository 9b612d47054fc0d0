package org.glasnost.process.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glasnost.process.TaskKind;
import org.glasnost.process.decision.DecisionShape.Field;
import org.glasnost.review.ReviewKind;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of decisions that a table may make, as published in {@code processes/README.md}.
 * Inputs are small enums and counts, as the variables of a process are: never a marking, a title, a
 * name or content.
 */
public enum KnownDecision {
  /** From how many days before its last day a task counts as at risk. */
  TASK_WARNING(
      new DecisionShape(
          "task-warning",
          List.of(
              new Field(Names.REVIEW_KIND, new Domain.Words(Names.reviews())),
              new Field(Names.TASK_KIND, new Domain.Words(Names.tasks()))),
          List.of(new Field(KnownDecision.DAYS, new Domain.Numbers(0, 365)))));

  /** The output of {@link #TASK_WARNING}. */
  public static final String DAYS = "days";

  /** The kind of review of a task outside any. */
  public static final String NO_REVIEW = "NONE";

  @SuppressWarnings("ImmutableEnumChecker") // a record of copied lists
  private final DecisionShape shape;

  KnownDecision(DecisionShape shape) {
    this.shape = shape;
  }

  /** What it is asked with and what it says. */
  public DecisionShape shape() {
    return shape;
  }

  /** The id of the decision in its file. */
  public String key() {
    return shape.key();
  }

  /** The decision of that id. */
  public static Optional<KnownDecision> named(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /**
   * The inputs of {@link #TASK_WARNING} for a task.
   *
   * @param review the kind of its review, or null outside any
   */
  public static Map<String, Object> ofTask(@Nullable ReviewKind review, TaskKind task) {
    return Map.of(
        Names.REVIEW_KIND,
        review == null ? NO_REVIEW : review.name(),
        Names.TASK_KIND,
        task.name());
  }

  /** Everything that it may be asked. */
  public List<Map<String, Object>> cases() {
    return switch (this) {
      case TASK_WARNING ->
          Names.reviews().stream()
              .flatMap(
                  review ->
                      Names.tasks().stream()
                          .map(
                              task ->
                                  Map.<String, Object>of(
                                      Names.REVIEW_KIND, review, Names.TASK_KIND, task)))
              .toList();
    };
  }

  /** Apart, since the constants above are made before the enum's own fields. */
  private static final class Names {
    static final String REVIEW_KIND = "reviewKind";
    static final String TASK_KIND = "taskKind";

    static List<String> reviews() {
      List<String> words = new ArrayList<>();
      Stream.of(ReviewKind.values()).map(ReviewKind::name).forEach(words::add);
      words.add(NO_REVIEW);
      return words;
    }

    static List<String> tasks() {
      return Stream.of(TaskKind.values()).map(TaskKind::name).toList();
    }
  }
}
