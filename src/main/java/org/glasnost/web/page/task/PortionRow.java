package org.glasnost.web.page.task;

import java.util.List;
import org.glasnost.document.ReadingContent.PortionText;
import org.glasnost.web.page.TextRun;
import org.jspecify.annotations.Nullable;

/**
 * A portion beside its form.
 *
 * @param index its place among the rows, from 0: the index of its entry in the body
 * @param id such as {@code p4}
 * @param kind what it is, in words
 * @param mark its own portion mark as written, or null
 * @param length in code points
 * @param text its words, verbatim but for line ends at the end
 * @param runs its words, cut at what is withheld by the decision that stands
 * @param earlier what was said of it before, oldest first
 * @param equities agencies that have an equity in it, each with what it answered
 * @param readings what was read in it, and what that means
 */
record PortionRow(
    int index,
    String id,
    String kind,
    @Nullable String mark,
    int length,
    String text,
    List<TextRun> runs,
    List<Saying> earlier,
    List<String> equities,
    List<String> readings) {

  /**
   * What somebody said of the portion.
   *
   * @param step in which step
   * @param said what
   */
  record Saying(String step, Previous.Portion said) {}

  /** Copies the lists. */
  PortionRow {
    runs = List.copyOf(runs);
    earlier = List.copyOf(earlier);
    equities = List.copyOf(equities);
    readings = List.copyOf(readings);
  }

  /** The pointer of a member of its entry. */
  public String at(String member) {
    return "/portions/" + index + "/" + member;
  }

  static PortionRow of(
      int index,
      PortionText portion,
      List<TextRun.Marked> withheld,
      List<Previous> previous,
      List<String> equities,
      List<String> readings) {
    String text = portion.text();
    // Line ends at the end would only stretch the page; no place is counted after them.
    String shown = text.stripTrailing();
    return new PortionRow(
        index,
        portion.id(),
        kind(portion),
        portion.marking(),
        text.codePointCount(0, text.length()),
        shown,
        TextRun.of(shown, withheld),
        previous.stream()
            .filter(earlier -> earlier.portions().containsKey(portion.id()))
            .map(earlier -> new Saying(earlier.step(), earlier.portions().get(portion.id())))
            .toList(),
        equities,
        readings);
  }

  private static String kind(PortionText portion) {
    return switch (portion.kind()) {
      case HEADER -> "Header";
      case PARAGRAPH -> "Paragraph";
      case MARKING -> "Marking";
      case SIGNATURE -> "Signature";
    };
  }
}
