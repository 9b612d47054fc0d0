package org.glasnost.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnost.marking.RegisterCategory;

/**
 * Brief lines in capitals that hold captions and code words alone, damaged or not. Below a marking
 * such a line belongs to it, however many of its words are damaged; what no single word accounts
 * for is then told where the line is read.
 */
final class Captions {
  private static final Set<RegisterCategory> CAPTIONS =
      EnumSet.of(
          RegisterCategory.CONTROL,
          RegisterCategory.CODEWORD,
          RegisterCategory.AEA,
          RegisterCategory.PRECEDENCE);

  /** Who sent a message, and its number: {@code CITE DIR 12345}. */
  private static final Pattern CITE =
      Pattern.compile("(?:.*[^A-Z])?CITE:?\\s{1,3}[A-Z /]{2,30}?\\s{0,3}-?\\d{2,6}\\W*");

  private static final int MOST = 8;
  private static final int BRIEF = 4;
  private static final int MOST_PARTS = 3;

  private final Draft draft;
  private final List<Word> words;
  private final Lexicon lexicon;

  private Captions(Draft draft, List<Word> words, Lexicon lexicon) {
    this.draft = draft;
    this.words = words;
    this.lexicon = lexicon;
  }

  /** Whether words of that kind, perhaps damaged, stand from the index to the end. */
  static boolean stand(Draft draft, List<Word> words, int from, Lexicon lexicon) {
    return from < words.size()
        && words.size() - from <= MOST
        && new Captions(draft, words, lexicon).reachEnd(from);
  }

  /** Whether a line in capitals below a marking is one of captions, or a damaged one of them. */
  static boolean below(Draft draft, List<Word> words, Lexicon lexicon) {
    if (!draft.saysAnything() || words.size() > MOST || Letterhead.stands(words)) {
      return false;
    }
    Captions captions = new Captions(draft, words, lexicon);
    return captions.reachEnd(0) || captions.holdDamaged() || captions.beginCategory();
  }

  /** {@code REL TO USA, GBR}, {@code RD-SIGMA 14}: a category of a banner on a line of its own. */
  private boolean beginCategory() {
    if (!words.stream().allMatch(word -> word.isUpper() || number(word))) {
      return false;
    }
    String first = words.get(0).upper();
    String second = words.size() == 1 ? "" : words.get(1).upper();
    return FlatRelease.opens(draft, words)
        || first.equals("FGI")
        || (first.equals("DISPLAY") && second.equals("ONLY"))
        || first.equals("SIGMA")
        || (words.size() > 1 && second.equals("SIGMA"));
  }

  /** Whether a few words stand under the line of a message that cites its number. */
  static boolean underCite(Draft draft, Sentence stretch, List<Word> words) {
    int end = draft.text().lastIndexOf('\n', stretch.from());
    if (end <= 0 || words.size() > BRIEF) {
      return false;
    }
    int start = draft.text().lastIndexOf('\n', end - 1) + 1;
    String above = draft.upper().substring(start, end);
    return above.length() <= 80
        && above.contains("CITE")
        && CITE.matcher(above).matches()
        && words.stream().noneMatch(word -> Likeness.isCommon(word.upper()))
        && words.stream().allMatch(word -> word.text().chars().allMatch(Character::isLetter));
  }

  /** Whether all that follows is of the register, and undamaged. */
  static boolean onlyWords(Draft draft, List<Word> words, int from, Lexicon lexicon) {
    int i = from;
    while (i < words.size()) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match == null) {
        return false;
      }
      i = match.next();
    }
    return true;
  }

  /** {@code RUEHC 1234 SECRET NOFORN}: behind a number a level, and its captions to the end. */
  static boolean behindHeading(Draft draft, List<Word> words, Lexicon lexicon) {
    for (int i = 1; i < words.size(); i++) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null
          && match.spelling().entry().category() == RegisterCategory.LEVEL
          && !match.spelling().abbreviation()
          && (match.next() == words.size()
              ? i >= words.size() - BRIEF + 1
              : i <= BRIEF && onlyWords(draft, words, match.next(), lexicon))
          && words.subList(0, i).stream()
              .anyMatch(w -> w.text().chars().anyMatch(Character::isDigit))) {
        return true;
      }
    }
    return false;
  }

  private boolean reachEnd(int from) {
    int at = from;
    while (at < words.size()) {
      int next = next(at);
      if (next == at) {
        return false;
      }
      at = next;
    }
    return true;
  }

  /** Behind the caption at the index; the same where none stands there. */
  private int next(int at) {
    if (!words.get(at).isUpper()) {
      return at;
    }
    Lexicon.Match match = lexicon.at(draft.text(), words, at);
    if (match != null) {
      boolean caption =
          CAPTIONS.contains(match.spelling().entry().category())
              && match.spelling().joined().length() > 1;
      return caption ? match.next() : at;
    }
    for (int size = Math.min(MOST_PARTS, words.size() - at); size >= 1; size--) {
      if (isDamaged(at, size)) {
        return at + size;
      }
    }
    return at;
  }

  private boolean isDamaged(int at, int size) {
    List<Word> run = words.subList(at, at + size);
    for (int i = 1; i < size; i++) {
      if (!draft.text().substring(run.get(i - 1).to(), run.get(i).from()).isBlank()) {
        return false;
      }
    }
    Repair repair =
        Repair.of(run.stream().map(Word::upper).collect(Collectors.joining()), lexicon, draft);
    return !repair.candidates().isEmpty()
        && repair.candidates().stream().allMatch(entry -> CAPTIONS.contains(entry.category()));
  }

  /** A few words of which one shows its damage and is a caption: {@code L1MDIS ZEBRA}. */
  private boolean holdDamaged() {
    if (words.size() > BRIEF
        || words.stream()
            .anyMatch(word -> !word.isUpper() || Likeness.isCommon(word.upper()) || number(word))) {
      return false;
    }
    for (int at = 0; at < words.size(); at++) {
      if (isMixed(words.get(at)) && isDamaged(at, 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean number(Word word) {
    return word.text().chars().allMatch(Character::isDigit);
  }

  private static boolean isMixed(Word word) {
    return word.text().chars().anyMatch(Character::isLetter)
        && word.text().chars().anyMatch(c -> !Character.isLetter(c) && c != '\'' && c != '.');
  }
}
