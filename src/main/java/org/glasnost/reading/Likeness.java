package org.glasnost.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** Whether a stretch of text is a marking, or text in which such a word happens to stand. */
final class Likeness {
  private static final Set<String> COMMON =
      Set.of(
          "A", "ALL", "AND", "ANY", "BY", "FOR", "HIS", "IN", "ITS", "NO", "NOT", "OF", "ON", "OUR",
          "THE", "THIS", "TO", "WITH", "OR", "MOST", "NEW", "ARE", "AS", "AT", "BE", "HAS", "HAVE",
          "HE", "IS", "IT", "THAT", "THEIR", "THEY", "WAS", "WE", "WERE", "WHICH", "WILL", "WOULD",
          "SHOULD", "BETWEEN", "BUT");

  /**
   * What introduces a line of a telegram or letter, and brief words that no damage makes of TOP.
   */
  private static final Set<String> LABELS =
      Set.of(
          "SUBJ", "FROM", "RE", "REF", "VIA", "INFO", "TAGS", "ATTN", "ITEM", "VERY", "MORE",
          "LESS", "ONCE", "BOTH", "ALSO", "WHEN", "UPON", "INTO", "OVER", "THEN");

  /** Controls that are also words of the language. */
  private static final Set<String> PLAIN =
      Set.of("PERSONAL", "SENSITIVE", "EXCLUSIVE", "ADMINISTRATIVE");

  private static final Set<String> NAMING = Set.of("EYES", "ONLY");
  private static final int FRAGMENT = 4;

  private static final int MOST_PARTS = 14;
  private static final int LONGEST_LEVEL = 24;
  private static final int BRIEF_LINE = 3;

  private final Lexicon lexicon;

  Likeness(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a word is one of those that make a sentence of a line. */
  static boolean isCommon(String upper) {
    return COMMON.contains(upper);
  }

  boolean isMarking(Draft draft, Sentence stretch, List<Word> words, FlatMarking.Stance stance) {
    if (stance == FlatMarking.Stance.STATED) {
      return true;
    }
    if (words.size() == 1 && words.get(0).text().length() == 1) {
      // A letter alone on its line is what recognition leaves; no level stands there.
      return false;
    }
    Lexicon.Match first = lexicon.at(draft.text(), words, 0);
    boolean begins = first != null && stands(stretch, words, first, stance);
    if (begins && first != null && isNumbered(words, first)) {
      return setAside(draft, words);
    }
    if (stance == FlatMarking.Stance.OPEN && stretchBeginsWithLevel(draft, stretch)) {
      // A level in spaced letters stands in front and was taken already.
      return words.stream().allMatch(Word::isUpper);
    }
    if (stance == FlatMarking.Stance.NOTE
        && begins
        && first != null
        && EditorsPhrase.parts(draft, words, first, lexicon)) {
      return true;
    }
    boolean capitals = words.stream().allMatch(Word::isUpper);
    if (!capitals && begins && first != null && isLevelInCapitals(words, first)) {
      // What recognition puts in lower case behind it is noise; a sentence does not so begin.
      return true;
    }
    if (stance == FlatMarking.Stance.NOTE || !capitals) {
      if (begins && first != null && isTitle(draft, words, first)) {
        return false;
      }
      if (stance == FlatMarking.Stance.OPEN
          && begins
          && first != null
          && isLevelOfName(draft, words, first)) {
        return setAside(draft, words);
      }
      return begins
          && !runsIntoProse(draft, words)
          && (stance == FlatMarking.Stance.NOTE || !isName(draft, words, first));
    }
    if (stance == FlatMarking.Stance.OPEN && Captions.underCite(draft, stretch, words)) {
      return true;
    }
    if (begins && first != null && isTitle(draft, words, first)) {
      // A code word and another one below a marking; a title there is longer.
      return first.spelling().entry().category() == RegisterCategory.CODEWORD
          && draft.saysAnything()
          && runsOn(draft, stretch, words);
    }
    if (begins
        && first != null
        && !goesOnAsMarking(draft, words, first)
        && isHeading(draft, words)) {
      return setAside(draft, words);
    }
    return begins
        || Captions.below(draft, words, lexicon)
        || (draft.saysAnything() && runsOn(draft, stretch, words) && !Letterhead.stands(words))
        || Captions.behindHeading(draft, words, lexicon)
        || namesRecipients(draft, stretch, words)
        || damagedFirst(draft, words);
  }

  /** {@code TS 145-62}, {@code TS AUTH.}: a number of control, the field of a form; no level. */
  private static boolean isNumbered(List<Word> words, Lexicon.Match first) {
    return first.spelling().abbreviation()
        && first.spelling().entry().category() == RegisterCategory.LEVEL
        && first.next() < words.size()
        && (words.get(first.next()).upper().startsWith("AUTH")
            || words.subList(first.next(), words.size()).stream()
                .allMatch(word -> Character.isDigit(word.text().charAt(0))));
  }

  /** Whether a word may be what is left of TOP: brief, no number, no word of its own. */
  static boolean isFragment(Word word) {
    return word.text().length() <= FRAGMENT
        && !COMMON.contains(word.upper())
        && !LABELS.contains(word.upper())
        && !word.text().chars().allMatch(Character::isDigit);
  }

  /** A line that begins with a level and goes on as text is kept for a person all the same. */
  private static boolean setAside(Draft draft, List<Word> words) {
    int behind = words.get(0).upper().equals("TOP") ? 2 : 1;
    if (words.stream()
        .skip(behind)
        .anyMatch(word -> word.text().equals("SECRET") || word.text().equals("CONFIDENTIAL"))) {
      // The whole is no lower than what it names; what the line says of that a person reads.
      draft.openLevel();
    }
    draft.find(
        ReadingRule.PROSE.of(
            words.get(0).text(),
            "A word of a marking begins a line of text; not read as a marking."),
        words.get(0).from());
    draft.needReview();
    return false;
  }

  /** {@code Secret Service}: a level written as a name begins, then words of no register. */
  private boolean isLevelOfName(Draft draft, List<Word> words, Lexicon.Match first) {
    if (first.spelling().entry().category() != RegisterCategory.LEVEL
        || first.next() == words.size()
        || goesOnAsMarking(draft, words, first)) {
      return false;
    }
    int end = words.get(first.next() - 1).to();
    return draft.text().substring(end, words.get(first.next()).from()).isBlank()
        && words.subList(first.next(), words.size()).stream()
            .allMatch(word -> word.text().chars().allMatch(Character::isLetter))
        && !runsIntoProse(draft, words);
  }

  private static boolean stretchBeginsWithLevel(Draft draft, Sentence stretch) {
    return draft.isTaken(stretch.from())
        && draft.spans().stream()
            .anyMatch(
                span ->
                    span.meaning() == Span.Meaning.LEVEL
                        && draft.index(span.from()) == stretch.from());
  }

  /**
   * Behind a level a separator, another word of the register, or the damaged words of a named list:
   * no heading goes on so.
   */
  private boolean goesOnAsMarking(Draft draft, List<Word> words, Lexicon.Match first) {
    if (first.spelling().entry().category() != RegisterCategory.LEVEL
        || first.next() == words.size()) {
      return false;
    }
    Word next = words.get(first.next());
    String gap = draft.text().substring(words.get(first.next() - 1).to(), next.from());
    if (gap.indexOf('/') >= 0 || gap.indexOf(';') >= 0 || gap.indexOf('\n') >= 0) {
      return true;
    }
    if (lexicon.at(draft.text(), words, first.next()) != null
        || FlatRelease.opens(draft, words.subList(first.next(), words.size()))) {
      return true;
    }
    for (int i = first.next(); i < words.size(); i++) {
      if (NAMING.contains(words.get(i).upper())) {
        return true;
      }
      for (int size = 1; size <= Math.min(3, words.size() - i); size++) {
        Repair repair = Repair.of(joined(words.subList(i, i + size), size), lexicon, draft);
        if (repair.isSingle()
            && repair.candidates().get(0).category() == RegisterCategory.CONTROL) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The slug of a telegram or its precedence in small letters, and no level: "Ohio", "Pennsylvania
   * Avenue", "Adam Smith". On a page such words are names; as captions they stand in capitals.
   */
  private boolean isName(Draft draft, List<Word> words, Lexicon.@Nullable Match first) {
    if (first == null) {
      return false;
    }
    RegisterEntry entry = first.spelling().entry();
    boolean slug =
        entry.category() == RegisterCategory.CODEWORD
            && entry.reuse() == RegisterEntry.Reuse.UNREPRESENTED;
    return (slug || entry.category() == RegisterCategory.PRECEDENCE) && !holdsLevel(draft, words);
  }

  private boolean holdsLevel(Draft draft, List<Word> words) {
    for (int i = 0; i < words.size(); ) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null && match.spelling().entry().category() == RegisterCategory.LEVEL) {
        return true;
      }
      i = match == null ? i + 1 : match.next();
    }
    return false;
  }

  /**
   * A word that the language has too, in front of words of no register, and no level: a title, or a
   * sentence.
   */
  private boolean isTitle(Draft draft, List<Word> words, Lexicon.Match first) {
    RegisterEntry entry = first.spelling().entry();
    boolean named = WarningNotice.isClass(first.spelling());
    if (named && !words.stream().allMatch(Word::isUpper)) {
      // Foreign Government Information: the heading of a chapter.
      return true;
    }
    if (!named
        && entry.category() != RegisterCategory.CODEWORD
        && entry.category() != RegisterCategory.PRECEDENCE
        && !PLAIN.contains(entry.token())) {
      return false;
    }
    int end = words.get(first.next() - 1).to();
    boolean heading = words.get(words.size() - 1).text().matches("\\d{3,6}");
    if (heading && draft.saysAnything()) {
      return false;
    }
    if (NamedList.follows(entry) && NamedList.isIntroduced(draft.upper(), end)) {
      return false;
    }
    if (draft.saysAnything() && Captions.stand(draft, words, 0, lexicon)) {
      return false;
    }
    boolean unknown = false;
    for (int i = 0; i < words.size(); ) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null && match.spelling().entry().category() == RegisterCategory.LEVEL) {
        return false;
      }
      boolean letters = words.get(i).text().chars().allMatch(Character::isLetter);
      unknown |= match == null && letters;
      i = match == null ? i + 1 : match.next();
    }
    return unknown;
  }

  /**
   * A letter alone, or an abbreviation of two letters, begins a marking only where one is stated.
   */
  private static boolean stands(
      Sentence stretch, List<Word> words, Lexicon.Match first, FlatMarking.Stance stance) {
    int letters = first.spelling().joined().length();
    if (!first.spelling().abbreviation() || letters > 2) {
      return true;
    }
    boolean level = first.spelling().entry().category() == RegisterCategory.LEVEL;
    boolean whole = words.size() == 1 && stretch.to() - stretch.from() == letters;
    return stance == FlatMarking.Stance.OPEN && level && (letters == 2 || whole);
  }

  private static boolean isLevelInCapitals(List<Word> words, Lexicon.Match first) {
    return first.spelling().entry().category() == RegisterCategory.LEVEL
        && words.subList(0, first.next()).stream().allMatch(Word::isUpper);
  }

  /** One or two words in capitals under a marking may belong to it; a labelled field does not. */
  private static boolean runsOn(Draft draft, Sentence stretch, List<Word> words) {
    String line = draft.text().substring(stretch.from(), stretch.to());
    return words.size() <= 2
        && line.indexOf(':') < 0
        && words.stream().allMatch(w -> w.text().chars().allMatch(Character::isLetter));
  }

  private static boolean namesRecipients(Draft draft, Sentence stretch, List<Word> words) {
    return NamedList.BEFORE
        .matcher(draft.upper())
        .region(words.get(0).from(), stretch.to())
        .lookingAt();
  }

  /** Mostly common words: a heading or title in capitals. */
  private boolean isHeading(Draft draft, List<Word> words) {
    int known = 0;
    int common = 0;
    boolean numbered = words.get(words.size() - 1).text().matches("\\d{4,6}");
    for (int i = 0; i < words.size(); ) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null && match.spelling().entry().token().equals("EYES_ONLY")) {
        return false;
      }
      known += match == null ? 0 : 1;
      boolean city = numbered && words.get(i).upper().equals("NEW");
      common += match == null && !city && COMMON.contains(words.get(i).upper()) ? 1 : 0;
      i = match == null ? i + 1 : match.next();
    }
    return common > 0 && words.size() > BRIEF_LINE && known < words.size() - known;
  }

  /** A damaged level in front, or a brief line that is one damaged control. */
  private boolean damagedFirst(Draft draft, List<Word> words) {
    for (int size = 1; size <= Math.min(MOST_PARTS, words.size()); size++) {
      String letters = joined(words, size);
      if (letters.length() > LONGEST_LEVEL) {
        break;
      }
      Repair repair =
          size <= 3 ? Repair.of(letters, lexicon, draft) : new Repair(List.of(), Confusion.FAR);
      Lexicon.Spelling broken = lexicon.startOf(letters);
      boolean whole =
          broken != null
              && broken.joined().equals(letters)
              && broken.entry().category() == RegisterCategory.LEVEL;
      boolean control =
          repair.isSingle()
              && (repair.candidates().get(0).category() == RegisterCategory.CONTROL
                  || repair.candidates().get(0).category() == RegisterCategory.AEA)
              && (size == words.size()
                  || Captions.onlyWords(draft, words, size, lexicon)
                  || Captions.stand(draft, words, size, lexicon)
                  || (NamedList.follows(repair.candidates().get(0))
                      && NamedList.introduces(words.get(size).upper())));
      if (whole || repair.touchesLevel() || control) {
        return true;
      }
    }
    return words.size() > 1 && isFragment(words.get(0)) && words.get(1).upper().equals("SECRET");
  }

  private static String joined(List<Word> words, int size) {
    return words.subList(0, size).stream().map(Word::upper).collect(Collectors.joining());
  }

  /** In running text a common word in lower case follows that no list of names accounts for. */
  private boolean runsIntoProse(Draft draft, List<Word> words) {
    int i = 0;
    while (i < words.size()) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null) {
        i = match.next();
        if (NamedList.follows(match.spelling().entry())) {
          int limit = words.get(words.size() - 1).to();
          NamedList list =
              NamedList.after(draft.text(), draft.upper(), words.get(i - 1).to(), limit, lexicon);
          while (i < words.size() && words.get(i).from() < list.rest()) {
            i++;
          }
          if (i < words.size() && words.get(i).upper().equals("FROM")) {
            return false;
          }
        }
      } else if (words.get(i).startsLower() && !joinsTwo(draft, words, i)) {
        return true;
      } else {
        i++;
      }
    }
    return false;
  }

  /** "Secret and Personal": the word between two of the register. */
  private boolean joinsTwo(Draft draft, List<Word> words, int i) {
    return words.get(i).upper().equals("AND")
        && i > 0
        && i + 1 < words.size()
        && lexicon.at(draft.text(), words, i + 1) != null;
  }
}
