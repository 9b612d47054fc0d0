package org.glasnost.process.deployment.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/**
 * Two texts line by line, in the unified form that developers know.
 *
 * @param lines the lines of the difference, each beginning with {@code +}, {@code -}, {@code @} or
 *     a blank; empty where the texts are the same
 * @param complete whether all of it is here
 */
public record TextDifference(List<String> lines, boolean complete) {
  /** Lines of one text beyond which a comparison by lines is nothing that a person reads. */
  private static final int MOST_LINES = 10_000;

  private static final int MOST_SHOWN = 1_000;
  private static final int CONTEXT = 3;

  /** Copies the lines. */
  public TextDifference {
    lines = List.copyOf(lines);
  }

  /**
   * What is different.
   *
   * @param before name of the first text, and {@code beforeText} itself
   * @param after name of the second text, and {@code afterText} itself
   */
  public static TextDifference between(
      String before, String beforeText, String after, String afterText) {
    List<String> were = beforeText.lines().toList();
    List<String> are = afterText.lines().toList();
    if (were.size() > MOST_LINES || are.size() > MOST_LINES) {
      return new TextDifference(List.of(), were.equals(are));
    }
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before, after, were, DiffUtils.diff(were, are), CONTEXT);
    return lines.size() <= MOST_SHOWN
        ? new TextDifference(lines, true)
        : new TextDifference(lines.subList(0, MOST_SHOWN), false);
  }
}
