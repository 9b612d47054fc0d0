package org.glasnost.reading;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * Sentences in which a paper speaks of itself: {@code THIS MATERIAL CONTAINS RESTRICTED DATA},
 * {@code This letter is classified SECRET}. Such a sentence is a marking in the form of a sentence;
 * its words are those of the registers, over line breaks. One that names a class of information in
 * no register needs a person, and so does one that denies, doubts or quotes.
 */
final class AboutItself {
  private static final Pattern CONTAINING =
      Pattern.compile(
          "CONTAIN.*|INCLUDE.*|BEAR.*|CARR.*|INVOLVE.*|HOLD.*|TRANSMIT.*|COVER.*|REVEAL.*");
  private static final Set<String> DOUBTING =
      Set.of("WAS", "WERE", "SHOULD", "MAY", "MIGHT", "CAN", "COULD", "WOULD", "HAD");
  private static final Set<String> DENYING =
      Set.of("NO", "NOT", "NEVER", "NONE", "CANNOT", "WITHOUT", "NOR", "NEITHER");

  private static final Set<String> CONTENT =
      Set.of(
          ("INFORMATION MATERIAL MATERIALS DATA DOCUMENTS PORTIONS PARAGRAPHS PAGES "
                  + "INTELLIGENCE SECTIONS MATTER")
              .split(" "));

  /** In front of INFORMATION these name no protected class. */
  private static final Set<String> ORDINARY =
      Set.of(
          ("ADDITIONAL FURTHER NEW FOLLOWING BACKGROUND GENERAL FACTUAL USEFUL "
                  + "VALUABLE IMPORTANT DETAILED SUCH ALL ANY SOME MORE NO THE BIOGRAPHIC "
                  + "BIOGRAPHICAL ECONOMIC POLITICAL MILITARY TECHNICAL STATISTICAL "
                  + "HISTORICAL PERSONNEL OTHER PUBLIC BASIC LATEST CURRENT SUMMARY REFERENCE "
                  + "ITS THIS CLASSIFIED UNCLASSIFIED AND OR AS CERTAIN MUCH LITTLE "
                  + "SCIENTIFIC SUPPORTING PERTINENT RELEVANT AVAILABLE COMPLETE OUR YOUR HIS "
                  + "THEIR SUFFICIENT PRELIMINARY")
              .split(" "));

  private static final Set<String> REGRADING = Set.of("REGRADED", "DOWNGRADED", "DECLASSIFIED");

  /** Whose the information is stands behind these. */
  private static final Set<String> OBTAINED =
      Set.of("RECEIVED", "PROVIDED", "FURNISHED", "OBTAINED", "SUPPLIED", "ORIGINATED");

  private static final Set<String> GIVERS = Set.of("FROM", "BY", "WITH");
  private static final int TO_GOVERNMENT = 6;

  private static final Set<String> OF_ENCLOSURE =
      Set.of("ENCLOSURE", "ATTACHMENT", "INCLOSURE", "ANNEX");
  private static final int TO_CONTENT = 3;

  private final Draft draft;
  private final Lexicon lexicon;
  private final @Nullable String noun;
  private final boolean containing;
  private final boolean doubted;
  private final List<Word> words;
  private boolean denied;
  private boolean regraded;
  private int classifiedAt = -1;
  private int said = -1;

  private AboutItself(Draft draft, Lexicon lexicon, OwnSentence sentence) {
    this.draft = draft;
    this.lexicon = lexicon;
    this.noun = sentence.noun();
    this.containing = CONTAINING.matcher(sentence.verb()).matches();
    this.doubted = sentence.reported() || DOUBTING.contains(sentence.verb());
    this.denied = DENYING.contains(sentence.verb());
    this.words = Word.in(draft.text(), sentence.behind(), sentence.to());
  }

  /** Reads the sentences of a text. */
  static void read(Draft draft, Lexicon lexicon) {
    if (!OwnSentence.mayStand(draft.text())) {
      return;
    }
    draft.step(2L * draft.text().length());
    int next = 0;
    OwnSentence sentence = OwnSentence.after(draft, lexicon, next);
    while (sentence != null) {
      next = sentence.behind();
      if (!draft.isTaken(sentence.from(), sentence.behind())) {
        AboutItself itself = new AboutItself(draft, lexicon, sentence);
        itself.walk(sentence.from());
        next = Math.max(next, itself.said);
      }
      sentence = OwnSentence.after(draft, lexicon, next);
    }
  }

  private void walk(int start) {
    draft.step(words.isEmpty() ? 0 : words.get(words.size() - 1).to() - start);
    boolean path = true;
    int i = 0;
    while (i < words.size()) {
      Word word = words.get(i);
      Lexicon.Match match =
          draft.isTaken(word.from(), word.to()) ? null : lexicon.at(draft.text(), words, i);
      if (match != null && NamedList.follows(match.spelling().entry())) {
        // EYES ONLY FOR the secretary: its names are read with the line.
        break;
      }
      if (match != null && counts(match, i, path)) {
        take(match, i);
        i = match.next();
        continue;
      }
      int owner = owner(i);
      if (owner > i) {
        i = owner;
        continue;
      }
      int source = source(i);
      if (source > i) {
        i = source;
        continue;
      }
      regraded |= REGRADING.contains(word.upper());
      if (regraded
          && match != null
          && match.spelling().entry().category() == RegisterCategory.LEVEL
          && word.isUpper()) {
        tell(word, "The sentence tells of a change of level; a person must say which holds.");
      }
      denied |= DENYING.contains(word.upper());
      if (word.upper().equals("CLASSIFIED") && word.isUpper()) {
        classifiedAt = i;
      }
      unplaced(i);
      path &= OwnSentence.LEADING.contains(word.upper()) || match != null;
      i++;
    }
    if (said < 0 && classifiedAt >= 0 && !denied && !doubted && saysClassified()) {
      Word word = words.get(classifiedAt);
      draft.find(
          ReadingRule.UNREADABLE.of(
              word.text(), "The paper says that it is classified, and not at which level."),
          word.from());
      draft.needReview();
      said = word.to();
      draft.levels().classified();
    }
    if (said >= 0) {
      int to = i < words.size() ? words.get(i).from() : words.get(words.size() - 1).to();
      draft.take(start, Math.max(said, to));
    }
  }

  /** {@code IS CLASSIFIED.}, {@code CONTAINS CLASSIFIED INFORMATION}: no level behind it. */
  private boolean saysClassified() {
    return classifiedAt == words.size() - 1
        || (containing && CONTENT.contains(words.get(classifiedAt + 1).upper()));
  }

  /** Whether a word of the register is said of the paper here. */
  private boolean counts(Lexicon.Match match, int at, boolean path) {
    RegisterEntry entry = match.spelling().entry();
    Word word = words.get(at);
    int letters = match.spelling().joined().length();
    if (entry.category() == RegisterCategory.PRECEDENCE
        || entry.category() == RegisterCategory.SEEN) {
      return false;
    }
    if (match.spelling().abbreviation()) {
      return (entry.category() == RegisterCategory.AEA
              || (entry.category() == RegisterCategory.LEVEL && path))
          && letters > 1;
    }
    if (entry.category() == RegisterCategory.LEVEL) {
      return isLevel(match, at, path);
    }
    if (match.spelling().words().size() > 1) {
      return true;
    }
    boolean common = entry.reuse() == RegisterEntry.Reuse.UNREPRESENTED;
    return word.isUpper() && letters > 2 && (!common || path || isContent(match.next()));
  }

  private boolean isLevel(Lexicon.Match match, int at, boolean path) {
    Word word = words.get(at);
    String next = match.next() < words.size() ? words.get(match.next()).upper() : "";
    boolean restricted = match.spelling().joined().equals("RESTRICTED");
    if (restricted && (next.equals("TO") || next.equals("BY") || next.equals("IN"))) {
      return false;
    }
    boolean placed =
        containing
            ? isContent(match.next())
                || (at > 0 && words.get(at - 1).upper().equals("CLASSIFIED"))
                || (path && match.next() == words.size())
            : path;
    if (placed && word.startsLower()) {
      tell(word, "A level in small letters; a person must say whether it is one.");
      return false;
    }
    return placed;
  }

  private boolean isContent(int next) {
    for (int i = next; i < Math.min(words.size(), next + TO_CONTENT); i++) {
      if (CONTENT.contains(words.get(i).upper())) {
        return true;
      }
    }
    return false;
  }

  private void take(Lexicon.Match match, int at) {
    RegisterEntry entry = match.spelling().entry();
    Word first = words.get(at);
    int to = words.get(match.next() - 1).to();
    if (denied) {
      tell(first, "The sentence denies this; it was not read as a marking.");
      return;
    }
    if (entry.category() != RegisterCategory.LEVEL) {
      RegisterWords.accept(draft, entry, first.from(), to);
      if (draft.aea.contains("RD") || draft.aea.contains("FRD") || draft.aea.contains("RD-CNWDI")) {
        draft.levels().holdsRestrictedData();
      }
      if (doubted) {
        draft.needReview();
      }
      said = to;
      return;
    }
    if (doubted) {
      tell(first, "A level of which the sentence does not say that it holds.");
      return;
    }
    StatedLevel level = StatedLevel.valueOf(entry.token());
    if (containing) {
      draft.levels().contain(level);
      draft.span(first.from(), to, Span.Meaning.LEVEL);
    } else if (noun != null && OF_ENCLOSURE.contains(noun)) {
      draft.levels().carry(level);
      draft.span(first.from(), to, Span.Meaning.LEVEL);
      draft.needReview();
    } else if ("PAGE".equals(noun)) {
      ofPage(level, first, to);
    } else {
      RegisterWords.accept(draft, entry, first.from(), to);
    }
    said = to;
  }

  /** The level of one page: of the whole no less, and perhaps more. */
  private void ofPage(StatedLevel level, Word word, int to) {
    if (level == StatedLevel.UNCLASSIFIED || level == StatedLevel.LOU) {
      draft.levels().classified();
    } else {
      draft.levels().contain(level);
    }
    draft.span(word.from(), to, Span.Meaning.LEVEL);
    draft.find(
        ReadingRule.TWO_LEVELS.of(word.text(), "This is the level of a page alone."), word.from());
    draft.needReview();
  }

  private void tell(Word word, String message) {
    draft.find(ReadingRule.PROSE.of(word.text(), message), word.from());
    draft.needReview();
  }

  /** {@code UNITED KINGDOM CLASSIFIED INFORMATION}: the index behind it, or the same. */
  private int owner(int at) {
    if (!containing || denied || !words.get(at).text().chars().anyMatch(Character::isUpperCase)) {
      return at;
    }
    for (int size = Math.min(2, words.size() - at); size >= 1; size--) {
      String name =
          size == 2
              ? words.get(at).upper() + " " + words.get(at + 1).upper()
              : words.get(at).upper();
      MarkingRegister cnsi = MarkingRegister.cnsi();
      RegisterEntry owner = name.length() < 2 ? null : cnsi.form(RegisterCategory.COUNTRY, name);
      owner = owner == null ? cnsi.token(RegisterCategory.GROUP, name) : owner;
      boolean own = owner == null || owner.token().equals("USA");
      int end = own ? -1 : content(at + size);
      if (owner != null && end > 0) {
        int to = words.get(end - 1).to();
        WarningNotice.foreign(draft, owner.token(), owner, words.get(at).from(), to);
        said = to;
        return end;
      }
    }
    return at;
  }

  /** {@code RECEIVED FROM THE GOVERNMENT OF AUSTRALIA}: the index behind it, or the same. */
  private int source(int at) {
    if (!containing
        || denied
        || !OBTAINED.contains(words.get(at).upper())
        || at + 1 >= words.size()
        || !GIVERS.contains(words.get(at + 1).upper())) {
      return at;
    }
    RegisterEntry owner = null;
    boolean government = false;
    int end = at + 2;
    for (int i = end; i < Math.min(words.size(), at + TO_GOVERNMENT); i++) {
      String name = words.get(i).upper();
      RegisterEntry named = MarkingRegister.cnsi().form(RegisterCategory.COUNTRY, name);
      boolean ours = named != null && named.token().equals("USA");
      owner = named == null || ours || words.get(i).startsLower() ? owner : named;
      government |= name.startsWith("GOVERNMENT");
      end = government || owner != null ? i + 1 : end;
    }
    RegisterEntry unnamed = MarkingRegister.historic().token(RegisterCategory.NOTICE, "FGI");
    RegisterEntry said = owner == null ? unnamed : owner;
    if (!government || said == null) {
      return at;
    }
    int to = words.get(end - 1).to();
    WarningNotice.foreign(draft, said.token(), said, words.get(at).from(), to);
    this.said = to;
    return end;
  }

  private int content(int from) {
    int i = from;
    while (i < words.size()
        && (words.get(i).upper().equals("GOVERNMENT")
            || words.get(i).upper().equals("CLASSIFIED"))) {
      i++;
    }
    return i < words.size() && CONTENT.contains(words.get(i).upper()) ? i + 1 : -1;
  }

  /** {@code CONTAINS ZEBRA INFORMATION}: a class that is in no register. */
  private void unplaced(int at) {
    if (!containing
        || denied
        || said >= 0
        || draft.isTaken(words.get(at).from(), words.get(at).to())) {
      return;
    }
    Word word = words.get(at);
    boolean content = CONTENT.contains(word.upper()) && at > 0 && words.get(at - 1).isUpper();
    Word named = content ? words.get(at - 1) : word;
    boolean capitals = words.stream().allMatch(Word::isUpper);
    boolean ends = at + 1 == words.size() || words.get(at + 1).upper().equals("AND");
    boolean alone = at == 0 && words.size() == 1 && !CONTENT.contains(word.upper());
    if ((content ? (ends || !capitals) : alone)
        && named.isUpper()
        && named.text().length() > 2
        && !ORDINARY.contains(named.upper())
        && named.text().chars().allMatch(Character::isLetter)) {
      WarningNotice.unplaced(draft, named.from(), word.to());
      said = word.to();
    }
  }
}
