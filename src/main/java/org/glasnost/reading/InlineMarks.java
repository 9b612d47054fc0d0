package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Portion marks behind the first words of a line: paragraphs that were typed or scanned into one,
 * {@code (U) Summary. (S) Details follow.}
 */
final class InlineMarks {
  private static final Pattern MARK =
      Pattern.compile(
          "(?<=\\s)\\((?:TS|S|C|U|LOU|CUI)(?:(?://|/|-)[^()\\n]{1,200})?\\)(?=[\\s.,;:]|$)");
  private static final Pattern BEGINS =
      Pattern.compile("(?:[.!?:;)\"]|\\s\\(?(?:\\d{1,3}|[a-zA-Z])[.)])\\s{1,8}$");
  private static final int FAR = 14;

  private InlineMarks() {}

  /**
   * The marks of a stretch.
   *
   * @param text the text
   * @param from where to begin
   * @param to where to end
   * @param marked whether the line begins with a mark; else one counts only where a sentence begins
   */
  static List<Sentence> in(String text, int from, int to, boolean marked) {
    if (text.indexOf('(', from) < 0) {
      return List.of();
    }
    List<Sentence> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(text).region(from, to).useTransparentBounds(true);
    while (mark.find()) {
      String before = text.substring(Math.max(from, mark.start() - FAR), mark.start());
      if ((marked || BEGINS.matcher(before).find()) && !MidSentence.goesOn(text, mark.end())) {
        marks.add(new Sentence(mark.start(), mark.end()));
      }
    }
    return marks;
  }
}
