package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;

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
          RegisterCategory.SEEN);
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<![A-Za-z0-9])[A-Z0-9|](?:(?:[ ]{1,3}|[ ]?[-.][ ]?)[A-Z0-9|](?![A-Za-z0-9'\u2019])){3,99}");
  private static final Pattern WHEN_SEPARATED =
      Pattern.compile(
          "\\(?\\s?(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|DOWNGRADED\\s+TO\\s+[A-Z ]{1,20})\\s{1,3}(?:WHEN|UPON|IF|AFTER)"
              + "\\s{1,3}[^\\n;)]{1,80}\\)?");
  private static final Pattern CABLE_NUMBER =
      Pattern.compile("(?<![A-Z])(?:PAGE\\s\\d+|[A-Z]{4,12}\\s\\d{4,6})(?![A-Z0-9])");
  private static final Set<String> COMMON =
      Set.of(
          "A", "ALL", "AND", "ANY", "BY", "FOR", "HIS", "IN", "ITS", "NO", "NOT", "OF", "ON", "OUR",
          "THE", "THIS", "TO", "WITH", "OR", "MOST", "NEW");
  private static final int LONGEST_LINE = 400;
  private static final int LONGEST_BANNER = 4_000;
  private static final int FRAGMENT = 4;

  private final Lexicon lexicon;

  FlatMarking(MarkingRegister historic) {
    this.lexicon = new Lexicon(historic, WORDS);
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
    if (stretch.to() - stretch.from() > (stance == Stance.STATED ? LONGEST_BANNER : LONGEST_LINE)) {
      if (stance == Stance.STATED) {
        draft.find(
            ReadingRule.TOO_LONG.of("", "No marking is so long; it was not read."), stretch.from());
        draft.openLevel();
      }
      return;
    }
    if (!Character.isLowerCase(draft.text().charAt(stretch.from())) || stance == Stance.STATED) {
      separated(draft, stretch);
      spaced(draft, stretch);
      List<Word> words = free(draft, stretch);
      if (!words.isEmpty() && isMarking(draft, words, stance)) {
        new Walk(draft, stretch, words, stance).run();
      }
    }
  }

  private static void separated(Draft draft, Sentence stretch) {
    Matcher matcher = WHEN_SEPARATED.matcher(draft.upper()).region(stretch.from(), stretch.to());
    while (matcher.find()) {
      if (matcher.start() > stretch.from() && !draft.isTaken(matcher.start(), matcher.end())) {
        draft.span(matcher.start(), matcher.end(), Span.Meaning.INSTRUCTION);
      }
    }
  }

  /** Letter-spaced words are joined first. */
  private void spaced(Draft draft, Sentence stretch) {
    Matcher matcher = SPACED.matcher(draft.text()).region(stretch.from(), stretch.to());
    while (matcher.find()) {
      if (draft.isTaken(matcher.start(), matcher.end())) {
        continue;
      }
      String letters = matcher.group().replaceAll("[ .-]", "");
      List<RegisterEntry> entries = segments(letters);
      if (!entries.isEmpty()) {
        draft.find(
            ReadingRule.LETTER_SPACED.of(matcher.group(), "Spaced letters, read as " + letters),
            matcher.start());
        entries.forEach(entry -> accept(draft, entry, matcher.start(), matcher.end()));
      } else {
        Repair repair = Repair.of(letters, lexicon);
        if (!repair.candidates().isEmpty()) {
          repaired(draft, repair, matcher.start(), matcher.end());
        }
      }
    }
  }

  private List<RegisterEntry> segments(String letters) {
    List<RegisterEntry> entries = new ArrayList<>();
    String rest = letters;
    while (!rest.isEmpty()) {
      Lexicon.Spelling spelling = lexicon.startOf(rest);
      if (spelling == null) {
        return List.of();
      }
      entries.add(spelling.entry());
      rest = rest.substring(spelling.joined().length());
    }
    return entries;
  }

  private static List<Word> free(Draft draft, Sentence stretch) {
    List<Word> words = new ArrayList<>();
    for (Word word : Word.in(draft.text(), stretch.from(), stretch.to())) {
      if (!draft.isTaken(word.from(), word.to())) {
        words.add(word);
      }
    }
    return words;
  }

  /** Whether a stretch is a marking, or text in which such a word happens to stand. */
  private boolean isMarking(Draft draft, List<Word> words, Stance stance) {
    if (stance == Stance.STATED) {
      return true;
    }
    Word first = words.get(0);
    boolean begins = lexicon.at(draft.text(), words, 0) != null;
    if (stance == Stance.NOTE) {
      return begins && !runsIntoProse(draft, words);
    }
    if (words.stream().allMatch(Word::isUpper)) {
      if (begins && isHeading(draft, words)) {
        draft.find(
            ReadingRule.PROSE.of(
                first.text(), "A word of a marking begins a line of text; not read as a marking."),
            first.from());
        draft.needReview();
        return false;
      }
      return begins
          || draft.saysAnything()
          || endsWithLevel(draft, words)
          || NamedList.BEFORE
              .matcher(draft.upper())
              .region(first.from(), draft.text().length())
              .lookingAt()
          || damagedLevelFirst(words);
    }
    return begins && !runsIntoProse(draft, words);
  }

  /** Mostly common words: a heading or title in capitals. */
  private boolean isHeading(Draft draft, List<Word> words) {
    int known = 0;
    int common = 0;
    for (int i = 0; i < words.size(); ) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null && match.spelling().entry().token().equals("EYES_ONLY")) {
        return false;
      }
      known += match == null ? 0 : 1;
      common += match == null && COMMON.contains(words.get(i).upper()) ? 1 : 0;
      i = match == null ? i + 1 : match.next();
    }
    return common > 0 && words.size() > 3 && known < words.size() - known;
  }

  private boolean damagedLevelFirst(List<Word> words) {
    for (int size = 1; size <= Math.min(2, words.size()); size++) {
      String letters =
          words.subList(0, size).stream().map(Word::upper).collect(Collectors.joining());
      Repair repair = Repair.of(letters, lexicon);
      Lexicon.Spelling broken = lexicon.startOf(letters);
      boolean whole =
          broken != null
              && broken.joined().equals(letters)
              && broken.entry().category() == RegisterCategory.LEVEL;
      if (whole || repair.touchesLevel()) {
        return true;
      }
    }
    return words.size() > 1
        && words.get(0).text().length() <= FRAGMENT
        && !COMMON.contains(words.get(0).upper())
        && words.get(1).upper().equals("SECRET");
  }

  private boolean endsWithLevel(Draft draft, List<Word> words) {
    for (int i = Math.max(0, words.size() - 3); i < words.size(); i++) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null
          && match.next() == words.size()
          && match.spelling().entry().category() == RegisterCategory.LEVEL
          && !match.spelling().abbreviation()
          && draft.upper().substring(0, words.get(i).from()).matches("(?s).*\\d.*")) {
        return true;
      }
    }
    return false;
  }

  /** In running text a common word in lower case follows that no list of names accounts for. */
  private boolean runsIntoProse(Draft draft, List<Word> words) {
    int i = 0;
    while (i < words.size()) {
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null) {
        i = match.next();
        String token = match.spelling().entry().token();
        if (token.equals("EYES_ONLY") || token.equals("EXCLUSIVE") || token.equals("PERSONAL")) {
          int limit = words.get(words.size() - 1).to();
          NamedList list =
              NamedList.after(draft.text(), draft.upper(), words.get(i - 1).to(), limit, lexicon);
          while (i < words.size() && words.get(i).from() < list.to()) {
            i++;
          }
        }
      } else if (words.get(i).startsLower()) {
        return true;
      } else {
        i++;
      }
    }
    return false;
  }

  /** Takes a register's word into the draft. */
  private void accept(Draft draft, RegisterEntry entry, int from, int to) {
    String written = draft.text().substring(from, to);
    LocalDate day = draft.date();
    draft.writtenOfOld();
    switch (entry.category()) {
      case LEVEL -> {
        StatedLevel level = StatedLevel.valueOf(entry.token());
        draft.level(level);
        draft.span(from, to, Span.Meaning.LEVEL);
        if (level == StatedLevel.RESTRICTED) {
          draft.find(MarkingRule.RESTRICTED_PERSON.by(written), from);
        }
      }
      case CONTROL -> {
        draft.controls.add(entry.token());
        draft.span(from, to, Span.Meaning.CONTROL);
      }
      case CODEWORD -> {
        draft.codewords.add(entry.token());
        draft.span(from, to, Span.Meaning.CODEWORD);
      }
      case PRECEDENCE -> {
        draft.precedence.add(entry.token());
        draft.span(from, to, Span.Meaning.PRECEDENCE);
      }
      case AEA -> {
        draft.aea.add(entry.token());
        draft.span(from, to, Span.Meaning.AEA);
      }
      case FOREIGN -> {
        draft.nonUs = entry.token();
        draft.fgi.add(
            entry.token().startsWith("NATO") || entry.token().startsWith("COSMIC")
                ? "NATO"
                : "FGI");
        draft.span(from, to, Span.Meaning.NON_US);
        draft.needReview();
        draft.find(
            ReadingRule.FOREIGN.of(
                written,
                "The classification of another owner; the text states no U.S. level here."),
            from);
      }
      case SEEN -> {
        draft.stamps.add(new Stamp(Stamp.Kind.SEEN, null, null, null, written, null));
        draft.span(from, to, Span.Meaning.STAMP);
      }
      case NATO, NATO_CONTROL, SCI, SAP, DISSEM, NON_IC, COUNTRY, GROUP, CUI, CUI_DISSEM ->
          throw new IllegalArgumentException("not a word of flat markings: " + entry);
    }
    LocalDate end = entry.to();
    if ((day != null && !entry.validOn(day)) || (day == null && end != null)) {
      Finding finding =
          entry.token().equals("RESTRICTED")
              ? MarkingRule.RESTRICTED_ENDED.by(written)
              : MarkingRule.NOT_IN_FORCE.by(
                  written, "'" + written + "' was in force until " + end + ".");
      draft.find(finding, from);
    }
  }

  private void repaired(Draft draft, Repair repair, int from, int to) {
    String written = draft.text().substring(from, to);
    if (repair.isSingle()) {
      RegisterEntry entry = repair.candidates().get(0);
      draft.find(
          ReadingRule.REPAIRED
              .of(written, "Damaged; read as " + entry.banner() + ".")
              .suggesting(entry.banner()),
          from);
      draft.doubt(1.0 - 0.15 * repair.steps());
      if (entry.token().equals("UNCLASSIFIED")) {
        // The one repair that would take protection away.
        draft.needReview();
      }
      accept(draft, entry, from, to);
      return;
    }
    String names =
        repair.candidates().stream().map(RegisterEntry::banner).collect(Collectors.joining(" or "));
    if (repair.touchesLevel()) {
      draft.find(ReadingRule.TWO_LEVELS.of(written, "This may be " + names + "."), from);
      draft.openLevel();
      draft.span(from, to, Span.Meaning.LEVEL);
    } else {
      draft.find(ReadingRule.UNREADABLE.of(written, "This may be " + names + "."), from);
      draft.needReview();
      draft.span(from, to, Span.Meaning.UNKNOWN);
    }
    draft.doubt(0.5);
  }

  /** One walk over the words of a marking. */
  private final class Walk {
    private final Draft draft;
    private final Sentence stretch;
    private final List<Word> words;
    private final Stance stance;
    private boolean unknownFirst;

    Walk(Draft draft, Sentence stretch, List<Word> words, Stance stance) {
      this.draft = draft;
      this.stretch = stretch;
      this.words = words;
      this.stance = stance;
    }

    void run() {
      int i = 0;
      while (i < words.size()) {
        Word word = words.get(i);
        if (draft.isTaken(word.from(), word.to())) {
          i++;
          continue;
        }
        Matcher before = NamedList.BEFORE.matcher(draft.upper()).region(word.from(), stretch.to());
        Lexicon.Match match = lexicon.at(draft.text(), words, i);
        if (match != null && singleLetterOutOfPlace(match, i)) {
          match = null;
        }
        if (match != null) {
          int to = words.get(match.next() - 1).to();
          accept(draft, match.spelling().entry(), word.from(), to);
          names(match.spelling().entry().token(), to);
          i = match.next();
        } else if (before.lookingAt() && !NamedList.NOBODY.contains(before.group(1))) {
          draft.controls.add("EYES_ONLY");
          draft.recipients.addAll(
              NamedList.split(draft.text().substring(before.start(1), before.end(1))));
          draft.span(before.start(), before.start(1), Span.Meaning.CONTROL);
          draft.span(before.start(1), before.end(1), Span.Meaning.RECIPIENT);
          draft.span(before.end(1), before.end(), Span.Meaning.CONTROL);
        } else {
          i = damaged(i);
        }
      }
      if (unknownFirst && !draft.hasLevel()) {
        draft.openLevel();
      }
    }

    private boolean singleLetterOutOfPlace(Lexicon.Match match, int i) {
      return match.spelling().abbreviation()
          && match.spelling().joined().length() == 1
          && (i > 0
              || (words.size() > 1
                  && draft.text().substring(words.get(0).to(), words.get(1).from()).isBlank()));
    }

    private void names(String token, int to) {
      if (token.equals("EYES_ONLY") || token.equals("EXCLUSIVE") || token.equals("PERSONAL")) {
        NamedList list = NamedList.after(draft.text(), draft.upper(), to, limit(to), lexicon);
        if (!list.names().isEmpty()) {
          draft.recipients.addAll(list.names());
          draft.take(to, list.from());
          draft.span(list.from(), list.to(), Span.Meaning.RECIPIENT);
        }
      }
    }

    private int limit(int from) {
      int limit = from;
      while (limit < stretch.to() && !draft.isTaken(limit)) {
        limit++;
      }
      return limit;
    }

    /** Repairs the word, alone or with its neighbours; else it is unknown. */
    private int damaged(int i) {
      Word word = words.get(i);
      for (int size = Math.min(3, words.size() - i); size >= 1; size--) {
        List<Word> run = words.subList(i, i + size);
        Word last = run.get(size - 1);
        if (last.to() - word.from() > 40
            || crossesSeparator(word.from(), last.to())
            || draft.isTaken(word.from(), last.to())) {
          continue;
        }
        String letters = run.stream().map(Word::upper).collect(Collectors.joining());
        Repair repair = whole(letters, size);
        if (!repair.candidates().isEmpty()
            && (size == 1 || noneStandsAlone(i, size) || repair.isSingle())) {
          repaired(draft, repair, word.from(), last.to());
          return i + size;
        }
      }
      return unknown(i);
    }

    /** Words broken by blanks alone are one step away from the whole. */
    private Repair whole(String letters, int size) {
      if (size > 1) {
        Lexicon.Spelling spelling = lexicon.startOf(letters);
        if (spelling != null && spelling.joined().equals(letters)) {
          return new Repair(List.of(spelling.entry()), 1);
        }
      }
      return Repair.of(letters, lexicon);
    }

    private boolean noneStandsAlone(int i, int size) {
      for (int j = i; j < i + size; j++) {
        if (lexicon.at(draft.text(), words, j) != null) {
          return false;
        }
      }
      return true;
    }

    private boolean crossesSeparator(int from, int to) {
      for (int j = from; j < to; j++) {
        char c = draft.text().charAt(j);
        if (c == '/' || c == ';' || c == ',') {
          return true;
        }
      }
      return false;
    }

    private int unknown(int i) {
      Word word = words.get(i);
      boolean beforeSecret =
          word.text().length() <= FRAGMENT
              && i + 1 < words.size()
              && words.get(i + 1).upper().equals("SECRET")
              && !crossesSeparator(word.from(), words.get(i + 1).from())
              && !word.text().matches("\\d+");
      if (beforeSecret) {
        draft.find(
            ReadingRule.TWO_LEVELS.of(
                draft.text().substring(word.from(), words.get(i + 1).to()),
                "This may be SECRET or TOP SECRET; a person must say which."),
            word.from());
        draft.openLevel();
        draft.doubt(0.5);
        draft.span(word.from(), words.get(i + 1).to(), Span.Meaning.LEVEL);
        return i + 2;
      }
      if (isNoise(word)) {
        return i + 1;
      }
      int next = i + 1;
      while (next < words.size()
          && lexicon.at(draft.text(), words, next) == null
          && !crossesSeparator(words.get(next - 1).to(), words.get(next).from())
          && !isNoise(words.get(next))
          && Repair.of(words.get(next).upper(), lexicon).candidates().isEmpty()) {
        next++;
      }
      int to = words.get(next - 1).to();
      String token = draft.text().substring(word.from(), to);
      draft.find(
          stance == Stance.STATED && MarkingReader.isTodays(draft.date())
              ? MarkingRule.WORD_UNKNOWN.by(token)
              : ReadingRule.UNREADABLE.of(token, "'" + token + "' is in no register."),
          word.from());
      draft.span(word.from(), to, Span.Meaning.UNKNOWN);
      draft.needReview();
      draft.doubt(0.7);
      unknownFirst |= i == 0 && stance == Stance.STATED;
      return next;
    }

    private boolean isNoise(Word word) {
      Matcher cable = CABLE_NUMBER.matcher(draft.upper()).region(word.from(), stretch.to());
      if (stance != Stance.STATED && cable.lookingAt()) {
        return true;
      }
      return stance != Stance.STATED
          && (word.text().length() == 1 || word.text().chars().allMatch(Character::isDigit));
    }
  }
}
