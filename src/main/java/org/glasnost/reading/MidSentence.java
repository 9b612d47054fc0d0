package org.glasnost.reading;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.StatedLevel;

/** What looks like a portion mark and stands in a sentence. */
final class MidSentence {
  /** With these no paragraph begins. */
  private static final Set<String> SENTENCE_GOES_ON =
      Set.of(
          "of",
          "and",
          "or",
          "nor",
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "above",
          "below",
          "which",
          "that",
          "shall",
          "should",
          "must",
          "may",
          "might",
          "can",
          "could",
          "will",
          "would",
          "has",
          "have",
          "had",
          "means",
          "denotes",
          "designates",
          "stands",
          "indicates",
          "applies",
          "apply",
          "refers",
          "hereof",
          "thereof",
          "through",
          "thru",
          "et",
          "than");

  /** The first level of a mark, another owner's too. */
  private static final Pattern LEVEL = Pattern.compile("(?<![A-Z])(?:CTS|NS|NC|TS|S|C|U)(?![A-Z])");

  private MidSentence() {}

  /**
   * Whether the text behind a mark goes on as no paragraph begins: {@code (C) of the Agreement},
   * {@code (U) of Michigan}.
   */
  static boolean goesOn(String text, int end) {
    int from = end;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && Character.isLowerCase(text.charAt(to))) {
      to++;
    }
    return to > from && SENTENCE_GOES_ON.contains(text.substring(from, to));
  }

  /** Keeps the mark for a person. */
  static void tell(Draft draft, String mark, int at) {
    tell(draft, mark, at, "A sentence goes on behind this; not read as a portion mark.");
  }

  /** Keeps a mark for a person that stands in the midst of a sentence. */
  static void tellWithin(Draft draft, String mark, int at) {
    tell(draft, mark, at, "This stands in a sentence; not read as a portion mark.");
  }

  private static void tell(Draft draft, String mark, int at, String why) {
    draft.find(ReadingRule.PROSE.of(mark, why), at);
    draft.needReview();
    Matcher level = LEVEL.matcher(mark);
    if (level.find()) {
      draft.levels().inSentence(levelOf(level.group()));
    }
  }

  private static StatedLevel levelOf(String word) {
    return switch (word) {
      case "TS", "CTS" -> StatedLevel.TOP_SECRET;
      case "S", "NS" -> StatedLevel.SECRET;
      case "C", "NC" -> StatedLevel.CONFIDENTIAL;
      default -> StatedLevel.UNCLASSIFIED;
    };
  }
}
