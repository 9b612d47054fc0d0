package org.glasnost.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** The words of a register by their spelling, the longest spelling first. */
final class Lexicon {
  /** Gaps inside a spelling: blanks, one line break, hyphens. */
  private static final int LONGEST_GAP = 4;

  /** Blanks of a line that is centred or spaced out. */
  private static final int WIDEST_GAP = 80;

  private static final int MOST_BREAKS = 3;

  /** No spelling that begins with a common word has more words. */
  private static final int MOST_WORDS = 16;

  private static final int LONG_NOTICE = 5;

  /**
   * One spelling of a register's word.
   *
   * @param words its words, upper case
   * @param joined the same without gaps
   * @param entry the register's word
   * @param abbreviation whether it counts only in capitals
   * @param parenthesis whether its last word stands in parentheses
   */
  record Spelling(
      List<String> words,
      String joined,
      RegisterEntry entry,
      boolean abbreviation,
      boolean parenthesis) {
    Spelling(List<String> words, RegisterEntry entry, boolean abbreviation, boolean parenthesis) {
      this(List.copyOf(words), String.join("", words), entry, abbreviation, parenthesis);
    }
  }

  /**
   * A spelling found.
   *
   * @param spelling the spelling
   * @param next index of the word after it
   */
  record Match(Spelling spelling, int next) {}

  private final Map<String, List<Spelling>> byFirst = new HashMap<>();

  /** By their letters without gaps, all but abbreviations. */
  private final Map<String, Spelling> whole = new HashMap<>();

  /** The first words of spellings so long that a line may break within them. */
  private final Set<String> longFirst = new HashSet<>();

  private int longest;
  private final Map<Integer, SpellingTree> repairable = new HashMap<>();

  Lexicon(MarkingRegister register, Set<RegisterCategory> categories) {
    Set<RegisterCategory> wanted = EnumSet.copyOf(categories);
    List<Spelling> all = new ArrayList<>();
    for (RegisterEntry entry : register.entries()) {
      if (wanted.contains(entry.category())) {
        entry.forms().forEach(form -> all.add(spelling(form, entry, false)));
        entry.abbreviations().forEach(form -> all.add(spelling(form, entry, true)));
      }
    }
    Map<Integer, List<Spelling>> byLength = new HashMap<>();
    for (Spelling spelling : all) {
      byFirst.computeIfAbsent(spelling.words().get(0), key -> new ArrayList<>()).add(spelling);
      if (spelling.words().size() >= LONG_NOTICE) {
        longFirst.add(spelling.words().get(0));
      }
      if (!spelling.abbreviation()) {
        whole.putIfAbsent(spelling.joined(), spelling);
        longest = Math.max(longest, spelling.joined().length());
      }
      RegisterCategory category = spelling.entry().category();
      // Another owner's word, or a stamp, counts only as it stands; so does an abbreviation.
      boolean ours = category != RegisterCategory.FOREIGN && category != RegisterCategory.SEEN;
      if (ours && !spelling.abbreviation()) {
        int length = spelling.joined().length();
        for (int near = length - 1; near <= length + 1; near++) {
          byLength.computeIfAbsent(near, key -> new ArrayList<>()).add(spelling);
        }
      }
    }
    byLength.forEach((letters, near) -> repairable.put(letters, new SpellingTree(near)));
    byFirst
        .values()
        .forEach(
            list ->
                list.sort(Comparator.comparingInt((Spelling s) -> s.words().size()).reversed()));
  }

  private static Spelling spelling(String form, RegisterEntry entry, boolean abbreviation) {
    List<String> words = new ArrayList<>();
    for (Word word : Word.in(form, 0, form.length())) {
      words.add(word.upper());
    }
    return new Spelling(words, entry, abbreviation, form.indexOf('(') >= 0);
  }

  /** The spellings for which a damaged run of that many letters may stand; null: there is none. */
  @Nullable SpellingTree repairable(int letters) {
    return repairable.get(letters);
  }

  /** The longest spelling that begins with the word at the index, or null. */
  @Nullable Match at(String text, List<Word> words, int index) {
    for (Spelling spelling : byFirst.getOrDefault(words.get(index).upper(), List.of())) {
      if (fits(text, words, index, spelling)) {
        return new Match(spelling, index + spelling.words().size());
      }
    }
    return null;
  }

  /** The spelling that a run of letters without gaps begins with, the longest, or null. */
  @Nullable Spelling startOf(String letters) {
    for (int end = Math.min(longest, letters.length()); end > 0; end--) {
      Spelling spelling = whole.get(letters.substring(0, end));
      if (spelling != null) {
        return spelling;
      }
    }
    return null;
  }

  /** Whether letters without gaps are a spelling, from the first to the last. */
  boolean isWhole(String letters) {
    return whole.containsKey(letters);
  }

  /** Whether a notice of many words begins so. */
  boolean beginsLong(String upper) {
    return longFirst.contains(upper);
  }

  /** Whether the first word of some spelling. */
  boolean knows(String word) {
    return byFirst.containsKey(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether a line that begins with the word may begin with a spelling; with a common word such as
   * THE it must.
   */
  boolean mayBegin(String line, String first) {
    return knows(first)
        && (!Likeness.isCommon(first.toUpperCase(Locale.ROOT))
            || at(line, Word.in(line, 0, Math.min(line.length(), WIDEST_GAP * 2), MOST_WORDS), 0)
                != null);
  }

  private static boolean fits(String text, List<Word> words, int index, Spelling spelling) {
    int size = spelling.words().size();
    if (index + size > words.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      Word word = words.get(index + i);
      if (!word.upper().equals(spelling.words().get(i))
          || (spelling.abbreviation() && !word.isUpper())) {
        return false;
      }
      if (i > 0
          && !((spelling.parenthesis() && i + 1 == size)
              ? opens(text, words.get(index + i - 1).to(), word)
              : joins(text, words.get(index + i - 1).to(), word.from(), size))) {
        return false;
      }
    }
    return true;
  }

  /** {@code SECRET (BRITISH)}. */
  private static boolean opens(String text, int end, Word last) {
    return last.from() - end <= LONGEST_GAP
        && text.substring(end, last.from()).strip().equals("(")
        && text.startsWith(")", last.to());
  }

  private static boolean joins(String text, int from, int to, int size) {
    if (to - from > LONGEST_GAP
        && (to - from > WIDEST_GAP || !text.substring(from, to).isBlank())) {
      return false;
    }
    int breaks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        breaks++;
      }
      boolean plain = Character.isWhitespace(c) || c == '-' || c == '\u2013' || c == '&';
      if (!plain && !(size >= LONG_NOTICE && (c == ',' || c == '/' || c == ':' || c == '.'))) {
        return false;
      }
    }
    return breaks <= MOST_BREAKS;
  }
}
