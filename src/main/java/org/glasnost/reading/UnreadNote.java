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

  /** The words of a clause that are no caption themselves. */
  private static final int MOST = 3;

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
   * Tells of the first caption that ends a clause behind the marking: {@code Secret; Nodis.
   * Extremely Sensitive; Literally Eyes Only.}
   */
  static void tellBehind(Draft draft, List<Word> words, Lexicon lexicon) {
    String text = draft.text();
    for (int i = 1; i < words.size(); i++) {
      Lexicon.@Nullable Match match = lexicon.at(text, words, i);
      if (match == null
          || !isCaption(match.spelling().entry().category())
          || match.spelling().abbreviation()
          || draft.isTaken(words.get(i).from(), words.get(match.next() - 1).to())) {
        continue;
      }
      int end = words.get(match.next() - 1).to();
      int clause = i;
      while (clause > 0
          && signBefore(text, words.get(clause).from(), ";.") < 0
          && i - clause < MOST) {
        clause--;
      }
      boolean parted =
          semicolonBefore(text, words.get(clause).from()) >= 0
              || (end < text.length() && text.charAt(end) == ';');
      if (parted
          && signBefore(text, words.get(clause).from(), ";.") >= 0
          && !words.get(clause).startsLower()
          && !isQuoted(text, words.get(clause).from())
          && (end == text.length() || ".;".indexOf(text.charAt(end)) >= 0)) {
        String written = text.substring(words.get(clause).from(), end);
        draft.find(
            ReadingRule.UNREADABLE.of(
                written, "'" + written + "' may belong to the marking: a person must say."),
            words.get(clause).from());
        draft.needReview();
        return;
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
    return signBefore(text, from, ";");
  }

  /** Where one of the signs stands in front of a word; -1 where none does. */
  private static int signBefore(String text, int from, String signs) {
    int at = from - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && signs.indexOf(text.charAt(at)) >= 0 ? at : -1;
  }

  /** Whether a quotation is open there: a note on another paper is quoted. */
  private static boolean isQuoted(String text, int at) {
    return text.lastIndexOf('\u201c', at) > text.lastIndexOf('\u201d', at)
        || text.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 1;
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
