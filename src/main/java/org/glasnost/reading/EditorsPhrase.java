package org.glasnost.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.RegisterCategory;
import org.jspecify.annotations.Nullable;

/** How editors of document collections write a marking. */
final class EditorsPhrase {
  /** {@code No classification marking; Eyes Only.}: the level is none, and captions follow. */
  private static final Pattern NONE =
      Pattern.compile(
          "NO\\s(?:CLASSIFICATION(?:\\sMARKINGS?)?|MARKINGS?)\\s{0,2}[;,/]\\s{0,3}(?=\\S)");

  /** An editor's note begins with where the document lies. */
  private static final Pattern CITED =
      Pattern.compile("\\s{0,8}(?:/\\d{1,3}/|\\[|\\d{1,3}\\s)?\\s{0,3}Source:\\s");

  /** What may stand in front of the marking with which a note begins. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\s{0,8}(?:/\\d{1,3}/|\\[|\\d{1,3}\\s)?\\s{0,3}");

  private static final Pattern ATTACHED =
      Pattern.compile("(?:ATTACHMENT|ENCLOSURE|ANNEX|TAB)(?:S|ES)?");

  /** TOP, perhaps with a letter taken for another, where a clause begins. */
  private static final Pattern TOP_BEFORE = Pattern.compile("(?:^|[.;]\\s{1,3})T[a-z0-9]p$");

  private static final int LONGEST_NOTE = 10_000;
  private static final int LONGEST_MARKING = 200;
  private static final int MOST_WORDS = 16;

  private EditorsPhrase() {}

  /**
   * Whether a text is an editor's note: it begins with where the document lies, or with a marking
   * behind which a semicolon or a full stop stands, or holds such a marking, not in capitals, as a
   * sentence. A semicolon alone stands in any letter.
   */
  static boolean isNote(String text, Lexicon lexicon) {
    if (text.length() > LONGEST_NOTE) {
      return false;
    }
    if (CITED.matcher(text).lookingAt()) {
      return true;
    }
    Matcher number = NUMBERED.matcher(text);
    if (number.lookingAt() && beginsWithMarking(text, number.end(), lexicon)) {
      return true;
    }
    for (int stop = text.indexOf(". "); stop >= 0; stop = text.indexOf(". ", stop + 1)) {
      if (beginsWithMarking(text, stop + 2, lexicon)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether words of a marking, the first of them not in capitals, end in a semicolon or a stop.
   */
  private static boolean beginsWithMarking(String text, int from, Lexicon lexicon) {
    boolean titled =
        from + 1 < text.length()
            && Character.isUpperCase(text.charAt(from))
            && Character.isLowerCase(text.charAt(from + 1));
    if (!titled) {
      return false;
    }
    int to = Math.min(text.length(), from + LONGEST_MARKING);
    if (NONE.matcher(Draft.upper(text.substring(from, to))).lookingAt()) {
      return true;
    }
    List<Word> words = Word.in(text, from, to, MOST_WORDS);
    Lexicon.@Nullable Match match = words.isEmpty() ? null : lexicon.at(text, words, 0);
    if (match == null && !words.isEmpty() && isNearLevel(text, words.get(0))) {
      return text.startsWith(";", words.get(0).to());
    }
    while (match != null) {
      int end = words.get(match.next() - 1).to();
      String after = text.substring(end, Math.min(end + 2, text.length())).strip();
      if (after.startsWith(";") || after.startsWith(".")) {
        return true;
      }
      match = match.next() < words.size() ? lexicon.at(text, words, match.next()) : null;
    }
    return false;
  }

  /** Where the captions behind the words that there is no level begin; -1: there are none. */
  static int behindNone(String upper, Sentence stretch) {
    if (!upper.startsWith("NO ", stretch.from())) {
      return -1;
    }
    Matcher none = NONE.matcher(upper).region(stretch.from(), stretch.to());
    return none.lookingAt() ? none.end() : -1;
  }

  /** Tells of captions of which nothing was read, unless an editor's remark stands there. */
  static void told(Draft draft, int from, int to, int spansBefore) {
    if (draft.spans().size() == spansBefore
        && draft.text().lastIndexOf(';', from) >= from - 4
        && Character.isUpperCase(draft.text().charAt(from))) {
      String words = draft.text().substring(from, to);
      draft.find(ReadingRule.UNREADABLE.of(words, "'" + words + "' is in no register."), from);
      draft.needReview();
    }
  }

  /**
   * Tells of the levels of a note that were not read, where none was: one within a sentence, such
   * as {@code The original is Secret.}, one in small letters, one that is cut off.
   */
  static void tellUnread(Draft draft, Lexicon lexicon) {
    if (draft.isForReview()) {
      return;
    }
    String text = draft.text();
    List<Word> words = Word.in(text, 0, Math.min(text.length(), LONGEST_NOTE));
    draft.step(text.length());
    if (draft.hasLevel()) {
      UnreadNote.tellAttached(draft);
      UnreadNote.tellBehind(draft, words, lexicon);
      return;
    }
    int i = 0;
    while (i < words.size()) {
      Word word = words.get(i);
      Lexicon.@Nullable Match match =
          draft.isTaken(word.from(), word.to()) ? null : lexicon.at(text, words, i);
      boolean level =
          match != null
              && match.spelling().entry().category() == RegisterCategory.LEVEL
              && !match.spelling().abbreviation();
      int next = match != null && level ? match.next() : i + 1;
      boolean damaged =
          match == null
              && ((word.isUpper() && CutLevel.is(word.upper())) || isNearLevel(text, word));
      if ((level || damaged) && standsAlone(text, words, i, next)) {
        Word last = words.get(next - 1);
        draft.find(
            ReadingRule.PROSE.of(
                text.substring(word.from(), last.to()),
                "A level that the note names in passing, or that is damaged; a person must say"
                    + " whether it is the document's."),
            word.from());
        if (damaged || beginsWithLevel(text, words, lexicon)) {
          draft.openLevel();
        } else {
          draft.needReview();
        }
      }
      i = next;
    }
    if (!draft.isForReview() && !NONE.matcher(draft.upper()).find()) {
      UnreadNote.tellCaptions(draft, words, lexicon);
    }
  }

  /** Whether the note begins with a level that is no marking by itself, or a damaged one. */
  private static boolean beginsWithLevel(String text, List<Word> words, Lexicon lexicon) {
    boolean top = Confusion.steps(words.get(0).upper(), "TOP") == 1;
    int at = top && words.size() > 1 ? 1 : 0;
    Lexicon.@Nullable Match match = lexicon.at(text, words, at);
    return match != null
        && !words.get(at).startsLower()
        && match.spelling().entry().category() == RegisterCategory.LEVEL
        && !match.spelling().abbreviation();
  }

  /** Whether a word that begins its clause is a level but for a letter or two. */
  private static boolean isNearLevel(String text, Word word) {
    String before = text.substring(0, word.from()).stripTrailing();
    boolean begins =
        before.isEmpty()
            || before.endsWith(";")
            || before.endsWith(".")
            || TOP_BEFORE.matcher(before).find();
    return begins && !word.startsLower() && Resemblance.isNear(word.upper());
  }

  /**
   * Whether a level ends its clause or is said of what is attached; in small letters, whether it is
   * the clause.
   */
  private static boolean standsAlone(String text, List<Word> words, int at, int next) {
    int end = words.get(next - 1).to();
    String behind = text.substring(end, Math.min(end + 1, text.length()));
    boolean ends = behind.isEmpty() || ".;,)".contains(behind);
    if (words.get(at).startsLower()) {
      int from = words.get(at).from();
      String before = text.substring(Math.max(0, from - 2), from).strip();
      return ends && (before.isEmpty() || before.endsWith(";") || before.endsWith("."));
    }
    return ends
        || (next < words.size()
            && (ATTACHED.matcher(words.get(next).upper()).matches()
                || UnreadNote.isFollowed(words.get(next))));
  }

  /**
   * An editor parts the words of a marking by semicolons, and sentences never so begin; a slash may
   * part the first of them: {@code Secret/Sensitive; For the President Only}.
   */
  static boolean parts(Draft draft, List<Word> words, Lexicon.Match first, Lexicon lexicon) {
    Lexicon.@Nullable Match match = first;
    while (match != null) {
      int end = words.get(match.next() - 1).to();
      String after = draft.text().substring(end, Math.min(end + 2, draft.text().length()));
      if (after.strip().startsWith(";")) {
        return true;
      }
      boolean slash = after.startsWith("/") || after.startsWith("\u2013");
      match =
          slash && match.next() < words.size()
              ? lexicon.at(draft.text(), words, match.next())
              : null;
    }
    return false;
  }
}
