package org.glasnost.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;

/**
 * What a damaged word may be.
 *
 * <p>A word is repaired when exactly one word of the register lies within two steps of the
 * confusion set (one step for words of up to four letters, none up to three), no other lies as
 * near, and no other level lies within one step more. Otherwise all of these are named and none is
 * taken.
 *
 * @param candidates the register's words in reach, the nearest first
 * @param steps steps to the nearest
 */
record Repair(List<RegisterEntry> candidates, int steps) {
  private static final int SHORT = 3;
  private static final int MIDDLE = 4;

  /** Copies the list. */
  Repair {
    candidates = List.copyOf(candidates);
  }

  /** Whether exactly one word is meant. */
  boolean isSingle() {
    return candidates.size() == 1;
  }

  /** Whether one of the words is a level. */
  boolean touchesLevel() {
    return candidates.stream().anyMatch(Repair::isLevel);
  }

  static boolean isLevel(RegisterEntry entry) {
    return entry.category() == RegisterCategory.LEVEL;
  }

  /** What a run of letters without gaps, in upper case, may be; the draft counts the work. */
  static Repair of(String letters, Lexicon lexicon, Draft draft) {
    int reach = letters.length() <= SHORT ? 0 : letters.length() <= MIDDLE ? 1 : 2;
    if (reach == 0) {
      return new Repair(List.of(), Confusion.FAR);
    }
    SpellingTree spellings = lexicon.repairable(letters.length());
    return spellings == null
        ? new Repair(List.of(), Confusion.FAR)
        : draft.repair(lexicon, letters, () -> of(letters, reach, spellings, draft));
  }

  private static Repair of(String letters, int reach, SpellingTree spellings, Draft draft) {
    Map<RegisterEntry, Integer> near = new LinkedHashMap<>();
    for (SpellingTree.Near found : spellings.near(letters, reach, draft)) {
      // No step between several words: the blank between them was lost.
      boolean run = found.steps() == 0 && found.spelling().words().size() > 1;
      near.merge(found.spelling().entry(), run ? 1 : found.steps(), Math::min);
    }
    int least = near.values().stream().mapToInt(Integer::intValue).min().orElse(Confusion.FAR);
    if (least > reach || least == 0) {
      return new Repair(List.of(), least);
    }
    List<RegisterEntry> candidates = new ArrayList<>();
    for (int steps = least; steps <= least + 1; steps++) {
      for (Map.Entry<RegisterEntry, Integer> entry : near.entrySet()) {
        if (entry.getValue() == steps && (steps == least || isLevel(entry.getKey()))) {
          candidates.add(entry.getKey());
        }
      }
    }
    return new Repair(candidates, least);
  }
}
