package org.glasnost.web.records;

import java.util.List;
import java.util.stream.Collectors;
import org.glasnost.process.deployment.Comparison;
import org.glasnost.process.deployment.difference.ElementChange;
import org.glasnost.process.deployment.difference.ElementChange.Change;

/**
 * A process or decision of a deployment beside the version in force, as a page shows it.
 *
 * @param comparison what is compared
 * @param changes its elements that are not as they were
 * @param lines its text against that in force
 */
record ComparisonRow(Comparison comparison, List<ChangeRow> changes, List<LineRow> lines) {

  static ComparisonRow of(Comparison comparison) {
    return new ComparisonRow(
        comparison,
        comparison.changes().stream().map(ChangeRow::of).toList(),
        comparison.text().lines().stream().map(LineRow::of).toList());
  }

  /** Whether it is a process, of which there are diagrams, instances and callers. */
  public boolean isProcess() {
    return comparison.subject() == Comparison.Subject.PROCESS;
  }

  /** Ids of the elements of which that became, parted by blanks. */
  String changed(Change change) {
    return comparison.changes().stream()
        .filter(each -> each.change() == change)
        .map(ElementChange::element)
        .collect(Collectors.joining(" "));
  }

  /** Ids of the elements that are no longer there, parted by blanks. */
  public String removed() {
    return changed(Change.REMOVED);
  }

  /** Ids of the elements that are there with other properties, parted by blanks. */
  public String altered() {
    return changed(Change.CHANGED);
  }

  /**
   * An element that is not as it was.
   *
   * @param what what became of it
   * @param style the style of that word
   * @param details one sentence for each property
   */
  record ChangeRow(String what, String style, String name, String element, List<String> details) {
    static ChangeRow of(ElementChange change) {
      return new ChangeRow(
          Typed.words(change.change()),
          switch (change.change()) {
            case ADDED -> "state-done";
            case REMOVED -> "state-refused";
            case CHANGED -> "state-waiting";
          },
          SubmittedName.visible(change.name()),
          SubmittedName.visible(change.element()),
          change.details().stream()
              .map(
                  detail ->
                      "%s: %s → %s"
                          .formatted(
                              SubmittedName.visible(detail.property()),
                              value(detail.before()),
                              value(detail.after())))
              .toList());
    }

    private static String value(String value) {
      return value.isEmpty() ? "none" : SubmittedName.visible(value);
    }
  }

  /**
   * A line of the text.
   *
   * @param text with its sign
   * @param style how it is shown
   */
  record LineRow(String text, String style) {
    static LineRow of(String line) {
      String style =
          switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "line-added";
            case '-' -> "line-removed";
            case '@' -> "line-place";
            default -> "line-same"; // What stands around a change, whatever it begins with.
          };
      return new LineRow(SubmittedName.visible(line.replace("\t", "  ")), style);
    }
  }
}
