package org.glasnost.reading;

import java.util.List;
import java.util.Set;

/** What is left of a level where the edge of a scan went through it, and could be no other word. */
final class CutLevel {
  /** CLASSIFIED in front of these says that there is a level, and not which. */
  static final Set<String> CLASSIFIED =
      Set.of("INFORMATION", "MATERIAL", "DOCUMENT", "DOCUMENTS", "MESSAGE", "CABLE", "ENCLOSURE");

  /**
   * @param level the letters of the level
   * @param begun so many of its first letters are enough
   * @param ended so many of its last letters are enough
   * @param inner so many of those between are enough
   */
  private record Cut(String level, int begun, int ended, int inner) {
    boolean leaves(String letters) {
      int length = letters.length();
      return length < level.length()
          && ((length >= begun && level.startsWith(letters))
              || (length >= ended && level.endsWith(letters))
              || (length >= inner && level.contains(letters)));
    }
  }

  private static final List<Cut> CUTS =
      List.of(
          new Cut("TOPSECRET", 3, 7, 5),
          new Cut("SECRET", 4, 4, 4),
          new Cut("CONFIDENTIAL", 5, 7, 6),
          new Cut("UNCLASSIFIED", 7, 7, 7),
          new Cut("RESTRICTED", 7, 7, 7));
  private static final int SHORT = 3;

  private CutLevel() {}

  /** Whether letters without gaps are the beginning or the end of a level, and not all of it. */
  static boolean is(String letters) {
    if (letters.length() < SHORT || letters.equals("CLASSIFIED")) {
      return false;
    }
    for (Cut cut : CUTS) {
      if (cut.leaves(letters)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Secr}, {@code Confid}: written as a name is, and no word of the language. */
  static boolean isTitle(String word) {
    return word.length() > SHORT
        && !word.equals("Tops")
        && Character.isUpperCase(word.charAt(0))
        && word.substring(1).chars().allMatch(Character::isLowerCase);
  }
}
