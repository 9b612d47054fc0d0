package org.glasnost.reading;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasnost.marking.RegisterCategory;

/**
 * Lines that are read as no marking and look like a damaged one all the same: their level is open,
 * never none. A line that was one level before recognition got at it must not leave the record to a
 * lower level that stands cleanly elsewhere.
 */
final class Resemblance {
  /** Words of the language that lie near a level and are none. */
  private static final Set<String> NO_DAMAGE =
      Set.of(
          "SECRETS", "SECRETE", "SECRETED", "SECRETES", "SECRECY", "CONFIDENTIALLY", "CONFIDENTLY");

  private static final Set<String> DERIVED =
      Set.of(
          "SECRETARY",
          "SECRETARYS",
          "SECRETARIES",
          "SECRETARIAT",
          "SECRETARIATS",
          "SECRETARIAL",
          "SECRETLY",
          "SECRETIVE",
          "CONFIDENTIALITY");
  private static final List<String> LEVELS = List.of("TOPSECRET", "SECRET", "CONFIDENTIAL");

  /** Levels that are left open with one step in three letters; LIMITED OFFICIAL is cut. */
  private static final List<String> FAR_GONE =
      List.of(
          "TOPSECRET",
          "SECRET",
          "CONFIDENTIAL",
          "UNCLASSIFIED",
          "LIMITEDOFFICIALUSE",
          "LIMITEDOFFICIAL");

  /** In front of SECRET these make two words of it, never a damaged TOP. */
  private static final Set<String> ARTICLES = Set.of("THE", "THIS", "HIS", "ITS", "OUR", "NO");

  /** What stands before CONFIDENTIAL in letters between private people. */
  private static final Set<String> PRIVATE =
      Set.of(
          "HIGHLY", "VERY", "PRIVATE", "COMPANY", "CLIENT", "BUSINESS", "COMMERCIAL", "PRIVILEGED");

  private static final Set<String> ABBREVIATIONS = Set.of("TS", "S", "C");
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:(?:OVERALL|PAGE|SECURITY|DOCUMENT)\\s{1,3}){0,2}CLASSIFICATION\\s{0,3}[:=-]\\s{0,5}"
              + "(?:TOP\\s{1,3})?(?:SECRET|CONFIDENTIAL)(?![A-Z])");
  private static final int BRIEF_END = 6;
  private static final int FRAGMENT = 4;
  private static final int BRIEF_LINE = 3;
  private static final Set<String> PAPERS =
      Set.of("MESSAGE", "DOCUMENT", "TELEGRAM", "CABLE", "MATERIAL", "INFORMATION", "REPORT");

  private static final int LONGEST = 15;
  private static final int HEAD = 4;
  private static final int SPACED = 5;
  private static final int LONG_LEVEL = 8;

  private final Draft draft;
  private final List<Word> words;
  private final Lexicon lexicon;

  private Resemblance(Draft draft, List<Word> words, Lexicon lexicon) {
    this.draft = draft;
    this.words = words;
    this.lexicon = lexicon;
  }

  /** Leaves the level open where the words of a line resemble one. */
  static void find(Draft draft, List<Word> words, Lexicon lexicon) {
    if (!words.isEmpty() && new Resemblance(draft, words, lexicon).resembles()) {
      int from = words.get(0).from();
      int captions = captions(draft, words, lexicon);
      int head = captions > 0 ? captions : Math.min(HEAD, words.size());
      int to = words.get(head - 1).to();
      String token = draft.text().substring(from, to);
      if (token.equals("TOP")) {
        // Its second word may stand on another line: BrokenLevel looks for it.
        draft.levels().top(from);
        return;
      }
      draft.find(
          ReadingRule.UNREADABLE.of(
              token,
              "'"
                  + token
                  + "' resembles a level, but not within the written confusion set: a person must"
                  + " say what it is."),
          from);
      draft.span(from, to, Span.Meaning.LEVEL);
      draft.openLevel();
      draft.doubt(0.5);
      if (captions > 0) {
        List<Word> behind = words.subList(captions, words.size());
        Sentence rest = new Sentence(behind.get(0).from(), behind.get(behind.size() - 1).to());
        new FlatWalk(draft, rest, behind, FlatMarking.Stance.OPEN, lexicon).run();
      }
    }
  }

  /** Where the captions begin behind what resembles a level; 0 where none stand to the end. */
  private static int captions(Draft draft, List<Word> words, Lexicon lexicon) {
    for (int at = 1; at <= Math.min(HEAD, words.size() - 1); at++) {
      if (Captions.stand(draft, words, at, lexicon)) {
        return at;
      }
    }
    return 0;
  }

  /**
   * Whether most letters of a line with some in lower case are capitals, as of a damaged banner.
   */
  static boolean isMostlyCapitals(String line) {
    return LineSigns.of(line).isMostlyCapitals();
  }

  private boolean resembles() {
    if (LABELLED
        .matcher(draft.upper())
        .region(words.get(0).from(), draft.upper().length())
        .lookingAt()) {
      return true;
    }
    if (words.size() > 1
        && words.get(0).upper().equals("CLASSIFIED")
        && PAPERS.contains(words.get(1).upper())) {
      // The printed head of a form, and no level that was cut.
      return false;
    }
    if (isCut()) {
      return true;
    }
    if (!isMostlyCapitals(draft.text().substring(words.get(0).from(), last().to()))) {
      return false;
    }
    return isBrief()
        || isFarGone()
        || beginsSo()
        || standsBehindNoise()
        || endsWithLevel()
        || holdsMarking()
        || isAbbreviated()
        || isSpaced();
  }

  /** Whether a word beside a level is itself a damaged or cut one. */
  static boolean isNearLevel(Word word) {
    String letters = word.upper();
    return word.isUpper()
        && !NO_DAMAGE.contains(letters)
        && !DERIVED.contains(letters)
        && ((letters.length() >= FRAGMENT && CutLevel.is(letters)) || isNear(letters));
  }

  /** Whether letters without gaps are those of a level but for one, of a long one two. */
  static boolean isNear(String letters) {
    return !NO_DAMAGE.contains(letters)
        && LEVELS.stream()
            .anyMatch(
                level ->
                    Nearest.isSwapped(letters, level)
                        || Nearest.edits(letters, level)
                            <= (level.length() > FRAGMENT + 2 ? 2 : 1));
  }

  /** {@code TOP S}, {@code CONFID}, {@code CRET/NODIS}: the edge of the scan went through it. */
  private boolean isCut() {
    for (int size = 1; size <= Math.min(2, words.size()); size++) {
      boolean written =
          words.subList(0, size).stream().allMatch(Word::isUpper)
              || (size == 1 && words.size() == 1 && CutLevel.isTitle(words.get(0).text()));
      if (written
          && CutLevel.is(joined(size))
          && (size == words.size() || isCaption(size))
          && (size == 1 || behind(1).isBlank())) {
        return true;
      }
    }
    if (words.size() >= FRAGMENT
        && words.size() < LONGEST
        && words.stream().allMatch(word -> word.text().length() == 1 && word.isUpper())
        && CutLevel.is(joined(words.size()))) {
      return true;
    }
    return words.size() <= 2
        && words.get(0).text().equals("CLASSIFIED")
        && (words.size() == 1 || CutLevel.CLASSIFIED.contains(last().text()));
  }

  private Word last() {
    return words.get(words.size() - 1);
  }

  private boolean isBrief() {
    String letters = joined(words.size());
    return words.size() <= 2
        && !NO_DAMAGE.contains(letters)
        && (isNear(letters)
            || LEVELS.stream().anyMatch(level -> Confusion.steps(letters, level) <= BRIEF_LINE));
  }

  /** {@code C0NF!DENT1AL EX0IS}: a level with more damage than is repaired, then no sentence. */
  private boolean isFarGone() {
    if (words.size() > BRIEF_END || words.stream().anyMatch(w -> Likeness.isCommon(w.upper()))) {
      return false;
    }
    for (int size = 1; size <= Math.min(HEAD, words.size()); size++) {
      String letters = joined(size);
      boolean captions = Captions.stand(draft, words, size, lexicon);
      for (String level : FAR_GONE) {
        int most = captions ? Math.max(BRIEF_LINE, level.length() / 3) : level.length() / 3;
        if (Confusion.steps(letters, level) <= most
            || (level.length() > LONGEST - 1 && Nearest.edits(letters, level) <= 2)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Its first words together are a level but for a letter or two, or one runs into another. */
  private boolean beginsSo() {
    int most = ARTICLES.contains(words.get(0).upper()) ? 1 : HEAD;
    for (int size = 1; size <= Math.min(most, words.size()); size++) {
      String letters = joined(size);
      if (NO_DAMAGE.contains(letters) || DERIVED.contains(letters)) {
        return false;
      }
      int mixed = size == 1 && isMixed(words.get(0)) ? 1 : 0;
      for (String level : LEVELS) {
        int near = (level.length() > LONG_LEVEL ? 2 : 1) + mixed;
        boolean whole = letters.equals(level);
        if (!whole
            && letters.length() <= LONGEST
            && (Nearest.edits(letters, level) <= near || Nearest.isSwapped(letters, level))) {
          return true;
        }
        if (size <= 2 && runsInto(letters, level)) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code SECRETXNODIS}, {@code TOP5SECRETSENSITIVE}: the level and a word without their gap. */
  private boolean runsInto(String letters, String level) {
    if (!letters.startsWith(level) || letters.length() < level.length() + 2) {
      return false;
    }
    String rest = letters.substring(level.length());
    return IntStream.rangeClosed(0, Math.min(2, rest.length() - 1))
        .mapToObj(rest::substring)
        .anyMatch(word -> lexicon.startOf(word) != null || lexicon.knows(word));
  }

  /** A level in capitals behind a scrap or two, and nothing else but words of the register. */
  private boolean standsBehindNoise() {
    for (int at = 1; at <= Math.min(BRIEF_LINE, words.size() - 1); at++) {
      if (words.get(at - 1).text().length() > FRAGMENT) {
        return false;
      }
      Lexicon.Match match = lexicon.at(draft.text(), words, at);
      if (match != null
          && match.spelling().entry().category() == RegisterCategory.LEVEL
          && !match.spelling().abbreviation()
          && words.get(at).isUpper()
          && (match.next() == words.size()
              || behind(match.next()).indexOf('/') >= 0
              || lexicon.at(draft.text(), words, match.next()) != null)) {
        return true;
      }
    }
    return false;
  }

  /** A brief line of capitals that ends with a level: {@code SEATO SECRET}, no sentence. */
  private boolean endsWithLevel() {
    boolean sentence =
        words.stream().anyMatch(w -> w.text().length() > 1 && Likeness.isCommon(w.upper()));
    if (sentence || words.size() > BRIEF_END || !words.stream().allMatch(Word::isUpper)) {
      return false;
    }
    // HIGHLY CONFIDENTIAL is what lawyers write; nobody else's level is ours to pass over.
    return last().upper().equals("SECRET")
        || (last().upper().equals("CONFIDENTIAL")
            && words.size() <= BRIEF_LINE
            && words.stream().noneMatch(word -> PRIVATE.contains(word.upper())));
  }

  /** {@code FM AMEMBASSY ROME SECRET NODIS}: a level and its captions end a brief line. */
  private boolean holdsMarking() {
    if (words.stream().anyMatch(w -> Likeness.isCommon(w.upper()))) {
      return false;
    }
    for (int at = 1; at < Math.min(BRIEF_END, words.size() - 1); at++) {
      String word = words.get(at).text();
      if ((word.equals("SECRET") || word.equals("CONFIDENTIAL"))
          && Captions.stand(draft, words, at + 1, lexicon)) {
        return true;
      }
    }
    return false;
  }

  /** {@code S/NODIS}, {@code 5ECIIET/NODIS}: something, a slash, and captions to the end. */
  private boolean isAbbreviated() {
    return words.size() > 1
        && (ABBREVIATIONS.contains(words.get(0).text()) || words.get(0).text().length() >= FRAGMENT)
        && behind(1).strip().equals("/")
        && words.stream().allMatch(Word::isUpper)
        && isCaption(1);
  }

  /** Whether all that follows are captions or code words of the register, to the end. */
  private boolean isCaption(int from) {
    int at = from;
    while (at < words.size()) {
      Lexicon.Match match = lexicon.at(draft.text(), words, at);
      if (match == null || match.spelling().joined().length() <= 2) {
        return false;
      }
      at = match.next();
    }
    return true;
  }

  private String behind(int next) {
    return draft.text().substring(words.get(next - 1).to(), words.get(next).from());
  }

  /** Letters that stand apart, with others lost or put between them. */
  private boolean isSpaced() {
    String apart =
        words.stream()
            .filter(word -> word.text().length() == 1)
            .map(Word::upper)
            .collect(Collectors.joining());
    if (apart.length() < SPACED) {
      return false;
    }
    String all = joined(words.size());
    return LEVELS.stream()
        .anyMatch(
            level ->
                Nearest.edits(apart, level) <= 2
                    || (all.length() <= LONGEST && Nearest.edits(all, level) <= BRIEF_LINE));
  }

  private static boolean isMixed(Word word) {
    return !word.isUpper();
  }

  private String joined(int size) {
    return words.subList(0, size).stream().map(Word::upper).collect(Collectors.joining());
  }
}
