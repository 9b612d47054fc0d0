package org.glasnost.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * What of an editor's note was not read and bears on its level: captions behind words that are no
 * level, a level that lost its stop, and a higher one that is said of what is attached.
 */
final class UnreadNote {
  /** A sentence about what is attached, with the level that it gives. */
  private static final Pattern ATTACHED =
      Pattern.compile(
          "(?<![A-Z])(?:ATTACHMENTS?|ENCLOSURES?|TABS?|ANNEX(?:ES)?)\\s{1,3}[^.;]{0,40}?"
              + "(?<![A-Z])(?:IS|ARE|WAS|WERE)\\s{1,3}(?:(?:MARKED|CLASSIFIED)\\s{1,3})?"
              + "(TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL)(?![A-Z])");

  /** Words with which the sentence behind a marking begins. */
  private static final Pattern FOLLOWS =
      Pattern.compile(
          "(?:Drafted|Repeated|Sent|Transmitted|Cleared|Approved|Printed|Received|Initialed|No)");

  private UnreadNote() {}

  /** Tells of a level said of an attachment that asks for more than the one that was read. */
  static void tellAttached(Draft draft) {
    StatedLevel stated = draft.statedLevel();
    Matcher attached = ATTACHED.matcher(draft.upper());
    while (stated != null && attached.find()) {
      StatedLevel level = Levels.named(attached.group(1));
      if (UnreadLevels.asksForMore(level, stated)) {
        draft.find(
            ReadingRule.CONDITIONAL.of(
                draft.text().substring(attached.start(1), attached.end(1)),
                "The level of what is attached: the whole is held no lower with it."),
            attached.start(1));
        draft.needReview();
      }
    }
  }

  /**
   * Tells of captions behind a semicolon whose series begins with words of no register: what stood
   * there was the level.
   */
  static void tellCaptions(Draft draft, List<Word> words, Lexicon lexicon) {
    String text = draft.text();
    for (int i = 1; i < words.size(); i++) {
      Word word = words.get(i);
      int semicolon = semicolonBefore(text, word.from());
      if (semicolon < 0) {
        continue;
      }
      Lexicon.@Nullable Match match = lexicon.at(text, words, i);
      if (match == null || !isCaption(match.spelling().entry().category())) {
        continue;
      }
      int first = firstOfSentence(text, words, i);
      if (lexicon.at(text, words, first) == null) {
        String head = text.substring(words.get(first).from(), semicolon);
        draft.find(
            ReadingRule.UNREADABLE.of(
                head, "'" + head + "' stands where a level does: a person must say what it is."),
            words.get(first).from());
        draft.openLevel();
        draft.doubt(0.5);
      }
      return;
    }
  }

  /** Whether the sentence behind a marking begins with a word, so that only a stop was lost. */
  static boolean isFollowed(Word next) {
    return FOLLOWS.matcher(next.text()).matches();
  }

  private static boolean isCaption(RegisterCategory category) {
    return category == RegisterCategory.CONTROL || category == RegisterCategory.CODEWORD;
  }

  private static int semicolonBefore(String text, int from) {
    int at = from - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == ';' ? at : -1;
  }

  /** The first word of the sentence in which a word stands. */
  private static int firstOfSentence(String text, List<Word> words, int index) {
    int first = index;
    while (first > 0
        && text.substring(words.get(first - 1).to(), words.get(first).from()).indexOf('.') < 0) {
      first--;
    }
    return first;
  }
}
