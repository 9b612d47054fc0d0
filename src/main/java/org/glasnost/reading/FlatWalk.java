package org.glasnost.reading;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.rules.MarkingRule;
import org.jspecify.annotations.Nullable;

/** One walk over the words of a marking: each is taken, repaired, passed over or unknown. */
final class FlatWalk {
  private static final Pattern CABLE_NUMBER =
      Pattern.compile(
          "(?<![A-Z])(?:PAGE\\s{1,3}\\d+|SECTION\\s{1,3}\\d{1,2}\\s{1,3}OF\\s{1,3}\\d{1,2}"
              + "|[A-Z]{4,12}\\s{1,3}\\d{4,6})(?![A-Z0-9])");
  private static final Pattern SENDER = Pattern.compile("\\s{1,3}FROM\\s[A-Z.,' ]{1,60}");
  private static final int MOST_PARTS = 14;
  private static final int LONGEST_RUN = 40;
  private static final int LONGEST_HEADING = 4;

  /** A letter of TOP, or a stroke that may be one. */
  private static final Set<String> LEFT_OF_TOP = Set.of("T", "I");

  /** More steps are no repair. */
  private static final int MOST_STEPS = 2;

  private final Draft draft;
  private final Sentence stretch;
  private final List<Word> words;
  private final FlatMarking.Stance stance;
  private final Lexicon lexicon;
  private boolean unknownFirst;

  FlatWalk(
      Draft draft, Sentence stretch, List<Word> words, FlatMarking.Stance stance, Lexicon lexicon) {
    this.draft = draft;
    this.stretch = stretch;
    this.words = words;
    this.stance = stance;
    this.lexicon = lexicon;
  }

  void run() {
    int i = 0;
    while (i < words.size()) {
      Word word = words.get(i);
      if (draft.isTaken(word.from(), word.to())) {
        i++;
        continue;
      }
      Lexicon.Match match = lexicon.at(draft.text(), words, i);
      if (match != null && (singleLetterOutOfPlace(match, i) || isPerhapsTop(match, i))) {
        match = null;
      }
      Repair longer = match == null ? null : longer(i, match);
      Matcher before = match == null ? namedBefore(word) : null;
      FlatRelease release =
          match == null && FlatRelease.mayBegin(word)
              ? FlatRelease.at(draft, word, limit(word.from()))
              : null;
      if (match != null && longer != null) {
        Word last = words.get(match.next());
        RegisterWords.repaired(draft, longer, word.from(), last.to());
        names(longer.candidates().get(0), last.to());
        i = match.next() + 1;
      } else if (match != null) {
        int to = words.get(match.next() - 1).to();
        RegisterWords.accept(draft, match.spelling().entry(), word.from(), to);
        questioned(match.spelling().entry(), word, to);
        names(match.spelling().entry(), to);
        i = match.next();
      } else if (before != null) {
        draft.controls.add("EYES_ONLY");
        draft.recipients.addAll(
            NamedList.split(draft.text().substring(before.start(1), before.end(1))));
        draft.span(before.start(), before.start(1), Span.Meaning.CONTROL);
        draft.span(before.start(1), before.end(1), Span.Meaning.RECIPIENT);
        draft.span(before.end(1), before.end(), Span.Meaning.CONTROL);
      } else if (release != null) {
        release.take(draft, word.from());
        i = wordAfter(i, release.to());
      } else if (joinsTwo(i)) {
        i++;
      } else {
        i = damaged(i);
      }
    }
    if (unknownFirst && !draft.hasLevel()) {
      draft.openLevel();
    }
    FlatRelease.contradiction(draft);
  }

  /** {@code SECRET?}, {@code SECRET (?)}: whoever wrote it did not know. */
  private void questioned(RegisterEntry entry, Word word, int to) {
    int at = to;
    while (at < stretch.to() && " ([".indexOf(draft.text().charAt(at)) >= 0 && at - to < 3) {
      at++;
    }
    if (at < draft.text().length() && draft.text().charAt(at) == '?' && Repair.isLevel(entry)) {
      draft.find(
          ReadingRule.PROSE.of(
              draft.text().substring(word.from(), at + 1),
              "A question mark stands behind the level; a person must confirm it."),
          word.from());
      draft.needReview();
    }
  }

  /** {@code FOR THE SECRETARY ONLY} from the word on; null where it is none, or names nobody. */
  private @Nullable Matcher namedBefore(Word word) {
    if (!draft.upper().startsWith("FOR", word.from())) {
      return null;
    }
    Matcher before = NamedList.BEFORE.matcher(draft.upper()).region(word.from(), stretch.to());
    return before.lookingAt() && NamedList.namesSomebody(before.group(1)) ? before : null;
  }

  /** {@code TALENT-KEYH0LE}: the word is the beginning of one whose rest is damaged. */
  private @Nullable Repair longer(int i, Lexicon.Match match) {
    if (match.next() >= words.size()) {
      return null;
    }
    Word next = words.get(match.next());
    int end = words.get(match.next() - 1).to();
    if (lexicon.at(draft.text(), words, match.next()) != null
        || next.from() - end > 2
        || crossesSeparator(end, next.from())
        || draft.isTaken(words.get(i).from(), next.to())) {
      return null;
    }
    String letters =
        words.subList(i, match.next() + 1).stream().map(Word::upper).collect(Collectors.joining());
    Repair repair = Repair.of(letters, lexicon, draft);
    return repair.isSingle() && !repair.candidates().get(0).equals(match.spelling().entry())
        ? repair
        : null;
  }

  /** "Secret and Personal": the word between two of the register. */
  private boolean joinsTwo(int i) {
    return words.get(i).upper().equals("AND")
        && i > 0
        && i + 1 < words.size()
        && lexicon.at(draft.text(), words, i + 1) != null;
  }

  private boolean singleLetterOutOfPlace(Lexicon.Match match, int i) {
    return match.spelling().abbreviation()
        && match.spelling().joined().length() == 1
        && (i > 0
            || (words.size() > 1
                && draft.text().substring(words.get(0).to(), words.get(1).from()).isBlank()));
  }

  /** {@code OR SECRET}: an abbreviation that as well is what scanning left of TOP. */
  private boolean isPerhapsTop(Lexicon.Match match, int i) {
    return match.spelling().abbreviation()
        && i + 1 < words.size()
        && words.get(i + 1).upper().equals("SECRET")
        && !crossesSeparator(words.get(i).from(), words.get(i + 1).from())
        && Confusion.steps(match.spelling().joined(), "TOP") <= MOST_STEPS;
  }

  private void names(RegisterEntry entry, int to) {
    if (!NamedList.follows(entry)) {
      return;
    }
    NamedList list = NamedList.after(draft.text(), draft.upper(), to, limit(to), lexicon);
    if (list.names().isEmpty() && list.rest() == list.to()) {
      return;
    }
    list.take(draft, to);
    Matcher sender = SENDER.matcher(draft.upper()).region(list.rest(), limit(list.rest()));
    if (sender.lookingAt()) {
      // Who writes is no recipient, and no part of the marking.
      draft.take(list.rest(), sender.end());
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
    if (LEFT_OF_TOP.contains(word.text())) {
      // As near to TOP as to a stroke too many: unknown words before SECRET leave it open.
      return unknown(i);
    }
    for (int size = Math.min(MOST_PARTS, words.size() - i); size > 3; size--) {
      Word last = words.get(i + size - 1);
      String letters =
          words.subList(i, i + size).stream().map(Word::upper).collect(Collectors.joining());
      if (lexicon.isWhole(letters)
          && !crossesSeparator(word.from(), last.to())
          && !draft.isTaken(word.from(), last.to())) {
        RegisterWords.repaired(draft, whole(letters, size), word.from(), last.to());
        return i + size;
      }
    }
    for (int size = Math.min(3, words.size() - i); size >= 1; size--) {
      List<Word> run = words.subList(i, i + size);
      Word last = run.get(size - 1);
      if (last.to() - word.from() > LONGEST_RUN
          || crossesSeparator(word.from(), last.to())
          || draft.isTaken(word.from(), last.to())) {
        continue;
      }
      String letters = run.stream().map(Word::upper).collect(Collectors.joining());
      Repair repair = whole(letters, size);
      if (!repair.candidates().isEmpty()
          && (size == 1 || noneStandsAlone(i, size) || repair.isSingle())) {
        RegisterWords.repaired(draft, repair, word.from(), last.to());
        if (size > 1
            && repair.isSingle()
            && repair.candidates().get(0).forms().get(0).indexOf(' ') < 0
            && repair.touchesLevel()
            && run.stream().allMatch(part -> part.text().length() > 1)
            && !lexicon.isWhole(letters)) {
          // Parted and damaged: as well the end of a longer word as the whole of this one.
          draft.needReview();
        }
        if (repair.isSingle()) {
          names(repair.candidates().get(0), last.to());
        }
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
    return Repair.of(letters, lexicon, draft);
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
      if ((c == '/' || c == ';' || c == ',') && !isInNoiseLine(j)) {
        return true;
      }
    }
    return false;
  }

  /** A line without a letter or digit parts nothing. */
  private boolean isInNoiseLine(int at) {
    int start = draft.text().lastIndexOf('\n', at) + 1;
    int next = draft.text().indexOf('\n', at);
    int end = next < 0 ? draft.text().length() : next;
    return start > stretch.from()
        && end - start <= LONGEST_RUN
        && draft.text().substring(start, end).chars().noneMatch(Character::isLetterOrDigit);
  }

  private int unknown(int i) {
    Word word = words.get(i);
    boolean beforeSecret =
        Likeness.isFragment(word)
            && i + 1 < words.size()
            && words.get(i + 1).upper().equals("SECRET")
            && !crossesSeparator(word.from(), words.get(i + 1).from());
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
    Matcher cable = CABLE_NUMBER.matcher(draft.upper()).region(word.from(), stretch.to());
    if (cable.lookingAt()) {
      return wordAfter(i, cable.end());
    }
    int heading = heading(i);
    if (isNoise(word) || heading > i) {
      return Math.max(i + 1, heading);
    }
    int next = i + 1;
    while (next < words.size()
        && lexicon.at(draft.text(), words, next) == null
        && !crossesSeparator(words.get(next - 1).to(), words.get(next).from())
        && !isNoise(words.get(next))
        && !CABLE_NUMBER
            .matcher(draft.upper())
            .region(words.get(next).from(), stretch.to())
            .lookingAt()
        && Repair.of(words.get(next).upper(), lexicon, draft).candidates().isEmpty()) {
      next++;
    }
    int to = words.get(next - 1).to();
    String token = draft.text().substring(word.from(), to);
    draft.find(
        stance == FlatMarking.Stance.STATED && MarkingReader.isTodays(draft.date())
            ? MarkingRule.WORD_UNKNOWN.by(token)
            : ReadingRule.UNREADABLE.of(token, "'" + token + "' is in no register."),
        word.from());
    draft.span(word.from(), to, Span.Meaning.UNKNOWN);
    draft.needReview();
    draft.doubt(0.7);
    if (Resemblance.isNearLevel(words.get(i)) || Resemblance.isNearLevel(words.get(next - 1))) {
      // Of two levels one is damaged: which one holds nobody can say.
      draft.openLevel();
    }
    unknownFirst |= i == 0 && stance == FlatMarking.Stance.STATED;
    return next;
  }

  /** {@code CITE MEXI 7025}, {@code USUN NEW YORK 3245}: who sent the message, and its number. */
  private int heading(int i) {
    int next = i;
    while (next < words.size()
        && next - i < LONGEST_HEADING
        && words.get(next).text().chars().allMatch(Character::isUpperCase)
        && lexicon.at(draft.text(), words, next) == null) {
      next++;
    }
    boolean numbered =
        stance != FlatMarking.Stance.STATED
            && next > i
            && next < words.size()
            && words.get(next).text().matches("\\d{3,6}")
            && !crossesSeparator(words.get(i).from(), words.get(next).from())
            && !UnreadCaption.speaks(
                draft.upper().substring(words.get(i).from(), words.get(next).from()))
            && words.subList(i, next).stream().noneMatch(word -> isDamaged(word.upper()));
    return numbered ? next + 1 : i;
  }

  private boolean isDamaged(String upper) {
    return !Repair.of(upper, lexicon, draft).candidates().isEmpty();
  }

  private int wordAfter(int i, int end) {
    int next = i;
    while (next < words.size() && words.get(next).from() < end) {
      next++;
    }
    return next;
  }

  private boolean isNoise(Word word) {
    return stance != FlatMarking.Stance.STATED
        && (word.text().length() == 1 || word.text().chars().allMatch(Character::isDigit));
  }
}
