package org.glasnost.reading;

import java.util.List;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** What a writer may have meant, for a suggestion; never taken as a reading. */
final class Nearest {
  private static final List<RegisterCategory> WRITTEN =
      List.of(RegisterCategory.DISSEM, RegisterCategory.NON_IC);
  private static final int FAR = 3;
  private static final int SHORT = 5;

  private Nearest() {}

  /** The one form of a control within two edits, of a short word within one; or null. */
  static @Nullable String form(String word, MarkingRegister register) {
    String best = null;
    int least = word.length() < SHORT ? FAR - 1 : FAR;
    if (word.length() > 40) {
      return null;
    }
    for (RegisterEntry entry : register.entries()) {
      if (WRITTEN.contains(entry.category())) {
        int edits = edits(word, entry.banner());
        if (edits < least && entry.banner().length() > 4) {
          least = edits;
          best = entry.banner();
        }
      }
    }
    return best;
  }

  /** Whether one is the other with two letters that stand side by side in the wrong order. */
  static boolean isSwapped(String a, String b) {
    int at = 0;
    while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return a.length() == b.length()
        && at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at)
        && a.regionMatches(at + 2, b, at + 2, a.length() - at - 2);
  }

  /** The least number of letters to change, take away or add. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
