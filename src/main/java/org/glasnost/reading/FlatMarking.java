package org.glasnost.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;

/**
 * Reads markings without categories, as all eras before the present one wrote them: a level and
 * other words in any order, parted by slash, hyphen, comma, semicolon, blank or line break.
 */
final class FlatMarking {
  private static final Set<RegisterCategory> WORDS =
      EnumSet.of(
          RegisterCategory.LEVEL,
          RegisterCategory.CONTROL,
          RegisterCategory.CODEWORD,
          RegisterCategory.PRECEDENCE,
          RegisterCategory.FOREIGN,
          RegisterCategory.AEA,
          RegisterCategory.SEEN,
          RegisterCategory.NOTICE);

  /** A form is as secret as what is written into it; an empty one nobody keeps. */
  private static final Pattern WHEN_FILLED =
      Pattern.compile(
          "\\(?\\s?WHEN\\s{1,3}(?:FILLED|COMPLETED|BLANKS)(?:[\\s-]{1,3}[A-Z]{2,10}){0,3}\\s?\\)?");

  /** What an editor puts in the place of a word that is still withheld. */
  private static final Pattern WITHHELD =
      Pattern.compile("\\[[^\\]\\[\\n]{0,60}NOT\\s+DECLASSIFIED[^\\]\\[\\n]{0,20}\\]");

  /**
   * A letterhead, or the label of a form: {@code CLASSIFICATION: SECRET}. {@code PAGE
   * CLASSIFICATION} tells of one page alone.
   */
  private static final Pattern FRONT =
      Pattern.compile(
          "(?:(?:OVERALL\\s|DOCUMENT\\s|SECURITY\\s)?CLASSIFI(?:CATION|ED)\\s{0,3}[:=-]{0,2}"
              + "|((?:THE\\s{1,3}WHITE\\s{1,3}HOUSE(?:\\W{1,3}WASHINGTON)?|DEPARTMENT\\s{1,3}OF\\s{1,3}[A-Z]{5,8}"
              + "|NATIONAL\\s{1,3}SECURITY\\s{1,3}COUNCIL|CENTRAL\\s{1,3}INTELLIGENCE\\s{1,3}AGENCY"
              + "|(?:OUTGOING\\s{1,3}|INCOMING\\s{1,3})?(?:TELEGRAM|CABLE)|AIRGRAM|MEMORANDUM)))(?![A-Z])\\s{0,20}");

  /** With what a letterhead or a label begins. */
  private static final List<String> LABELS =
      List.of(
          "OVERALL",
          "DOCUMENT",
          "SECURITY",
          "CLASSIFICATION",
          "CLASSIFIED",
          "THE",
          "DEPARTMENT",
          "NATIONAL",
          "CENTRAL",
          "OUTGOING",
          "INCOMING",
          "TELEGRAM",
          "CABLE",
          "AIRGRAM",
          "MEMORANDUM");

  /** In a line too long to be read. */
  private static final Pattern LEVEL_IN_CAPITALS =
      Pattern.compile(
          "(?<![\\p{L}\u201c\"'])(?:TOP SECRET|SECRET|CONFIDENTIAL)(?![\\p{L}\u201d\"'])");

  private static final int LONGEST_LINE = 400;
  private static final int LONGEST_BANNER = 4_000;

  private final Lexicon lexicon;
  private final Likeness likeness;

  FlatMarking(MarkingRegister historic) {
    this.lexicon = new Lexicon(historic, WORDS);
    this.likeness = new Likeness(lexicon);
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** How strictly a stretch is taken for a marking. */
  enum Stance {
    /** The caller says that it is one: every word counts. */
    STATED,
    /** It may be one, or a line of text. */
    OPEN,
    /** It is a sentence of a source note. */
    NOTE
  }

  /** Reads one stretch of the draft's text. */
  void read(Draft draft, Sentence stretch, Stance stance) {
    int length = stretch.to() - stretch.from();
    draft.step(length);
    if (length > (stance == Stance.STATED ? LONGEST_BANNER : LONGEST_LINE)) {
      if (stance == Stance.STATED) {
        draft.find(
            ReadingRule.TOO_LONG.of("", "No marking is so long; it was not read."), stretch.from());
        draft.openLevel();
      } else if (stance == Stance.OPEN) {
        longLine(draft, stretch);
      }
      return;
    }
    int captions = stance == Stance.NOTE ? EditorsPhrase.behindNone(draft.upper(), stretch) : -1;
    if (captions >= 0) {
      int said = draft.spans().size();
      read(draft, new Sentence(captions, stretch.to()), stance);
      EditorsPhrase.told(draft, captions, stretch.to(), said);
      return;
    }
    boolean begins = !Character.isLowerCase(draft.text().charAt(stretch.from()));
    filled(draft, stretch);
    Attached.read(draft, stretch);
    if (stance == Stance.OPEN && Attached.readList(draft, stretch)) {
      return;
    }
    if (!begins && stance != Stance.STATED) {
      if (stance == Stance.OPEN) {
        SpacedLetters.read(draft, stretch, lexicon);
        Resemblance.find(draft, free(draft, stretch, List.of()), lexicon);
      }
      return;
    }
    SpacedLetters.read(draft, stretch, lexicon);
    List<Piece> withheld = stance == Stance.NOTE ? withheld(draft, stretch) : List.of();
    List<Word> words = free(draft, stretch, withheld);
    words = withoutFurniture(draft, stretch, words);
    words = withoutLabel(draft, stretch, words);
    if (words.isEmpty()) {
      return;
    }
    if (stance == Stance.OPEN && AddressLine.read(draft, words, lexicon)) {
      return;
    }
    if (likeness.isMarking(draft, stretch, words, stance)) {
      withheld.forEach(piece -> withheld(draft, piece));
      new FlatWalk(draft, stretch, words, stance, lexicon).run();
    } else if (stance == Stance.OPEN) {
      int named = NamedList.within(draft, words, lexicon);
      if (named > 0) {
        List<Word> naming = words.subList(named, words.size());
        // What stands in front may be a level too damaged to be read.
        Resemblance.find(draft, words.subList(0, named), lexicon);
        new FlatWalk(draft, stretch, naming, stance, lexicon).run();
      } else {
        Resemblance.find(draft, words, lexicon);
        endsWithLevel(draft, words);
      }
    }
  }

  /** Behind a sentence a level in capitals ends the line: kept for a person. */
  private static void endsWithLevel(Draft draft, List<Word> words) {
    Word last = words.get(words.size() - 1);
    boolean level = last.text().equals("SECRET") || last.text().equals("CONFIDENTIAL");
    if (level && words.size() > 1 && words.stream().anyMatch(w -> !w.isUpper())) {
      draft.find(
          ReadingRule.PROSE.of(
              last.text(), "A level in capitals ends a line of text; not read as a marking."),
          last.from());
      draft.needReview();
    }
  }

  /** A page that recognition put on one line: the level in its midst is kept for a person. */
  private static void longLine(Draft draft, Sentence stretch) {
    Matcher level = LEVEL_IN_CAPITALS.matcher(draft.text()).region(stretch.from(), stretch.to());
    String line = draft.text().substring(stretch.from(), stretch.to());
    if (level.lookingAt()) {
      draft.find(
          ReadingRule.TOO_LONG.of(level.group(), "No marking is so long; a person must read it."),
          level.start());
      draft.openLevel();
      return;
    }
    if (!Resemblance.isMostlyCapitals(line) && level.find()) {
      draft.find(
          ReadingRule.PROSE.of(
              level.group(), "A level in capitals within a long line; not read as a marking."),
          level.start());
      draft.needReview();
    }
  }

  /** What holds of the form when it is filled in holds of this one, until a person says no. */
  private static void filled(Draft draft, Sentence stretch) {
    if (!stretch.holds(draft.upper(), "WHEN")) {
      return;
    }
    Matcher matcher = WHEN_FILLED.matcher(draft.upper()).region(stretch.from(), stretch.to());
    while (matcher.find()) {
      boolean own =
          draft.text().charAt(matcher.start()) == '('
              || matcher.group().equals(draft.text().substring(matcher.start(), matcher.end()));
      if (own && !draft.isTaken(matcher.start(), matcher.end())) {
        draft.span(matcher.start(), matcher.end(), Span.Meaning.INSTRUCTION);
        draft.find(
            ReadingRule.CONDITIONAL.of(
                matcher.group().strip(), "The level is that of the form with its entries."),
            matcher.start());
        draft.needReview();
      }
    }
  }

  private static List<Piece> withheld(Draft draft, Sentence stretch) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = WITHHELD.matcher(draft.upper()).region(stretch.from(), stretch.to());
    while (matcher.find()) {
      pieces.add(Piece.trimmed(draft.text(), matcher.start(), matcher.end()));
    }
    return pieces;
  }

  private static void withheld(Draft draft, Piece piece) {
    draft.span(piece.from(), piece.to(), Span.Meaning.UNKNOWN);
    draft.find(
        ReadingRule.WITHHELD.of(
            piece.text(), "A part of the marking is withheld: what stands here nobody can read."),
        piece.from());
    draft.needReview();
    draft.doubt(0.7);
  }

  /** The words from a level on, where only the label of a form or a letterhead is in front. */
  private List<Word> withoutLabel(Draft draft, Sentence stretch, List<Word> words) {
    if (words.isEmpty() || !mayBeLabelled(draft.upper(), stretch.from())) {
      return words;
    }
    Matcher front = FRONT.matcher(draft.upper()).region(stretch.from(), stretch.to());
    if (!front.lookingAt()) {
      return words;
    }
    int at = 0;
    while (at < words.size() && words.get(at).from() < front.end()) {
      at++;
    }
    Lexicon.Match level = at == words.size() ? null : lexicon.at(draft.text(), words, at);
    if (level == null
        || level.spelling().entry().category() != RegisterCategory.LEVEL
        || words.get(at).startsLower()) {
      return words;
    }
    if (front.group(1) != null) {
      if (!isAllOfRegister(draft, words, at)) {
        return words;
      }
      draft.find(
          ReadingRule.BROKEN.of(
              draft.text().substring(stretch.from(), words.get(level.next() - 1).to()),
              "A letterhead and a marking run into each other; a person must confirm it."),
          stretch.from());
      draft.doubt(0.8);
      draft.needReview();
    }
    return words.subList(at, words.size());
  }

  private static boolean mayBeLabelled(String upper, int from) {
    for (String head : LABELS) {
      if (upper.startsWith(head, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAllOfRegister(Draft draft, List<Word> words, int from) {
    int at = from;
    while (at < words.size()) {
      Lexicon.Match match = lexicon.at(draft.text(), words, at);
      if (match == null || !words.get(at).isUpper()) {
        return false;
      }
      at = match.next();
    }
    return true;
  }

  private static List<Word> withoutFurniture(Draft draft, Sentence stretch, List<Word> words) {
    if (!Furniture.mayStand(draft, stretch)) {
      return words;
    }
    BitSet furniture = Furniture.in(draft, stretch);
    return furniture.isEmpty()
        ? words
        : words.stream().filter(word -> !furniture.get(word.from() - stretch.from())).toList();
  }

  private static boolean isWithheld(Word word, List<Piece> withheld) {
    for (Piece piece : withheld) {
      if (piece.from() <= word.from() && word.to() <= piece.to()) {
        return true;
      }
    }
    return false;
  }

  private static List<Word> free(Draft draft, Sentence stretch, List<Piece> withheld) {
    List<Word> words = new ArrayList<>();
    for (Word word : Word.in(draft.text(), stretch.from(), stretch.to())) {
      if (!isWithheld(word, withheld) && !draft.isTaken(word.from(), word.to())) {
        words.add(word);
      }
    }
    return words;
  }
}
