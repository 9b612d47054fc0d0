package org.glasnost.marking;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lists of countries as release markings use them: their order, and the groups whose members the
 * marking system itself names.
 *
 * <p>Source: C16 H.8: U.S. first, then trigraphs, then tetragraphs, each alphabetically. Only these
 * groups may be expanded; any other needs its originator's leave (C16 D.2 Table 3).
 */
public final class Countries {
  /** The order of a REL TO list. */
  public static final Comparator<String> RELEASE_ORDER =
      Comparator.<String>comparingInt(code -> "USA".equals(code) ? 0 : code.length() == 3 ? 1 : 2)
          .thenComparing(Comparator.naturalOrder());

  /** The order of a JOINT list: trigraphs, USA among them, then tetragraphs (C16 H.3). */
  public static final Comparator<String> OWNER_ORDER =
      Comparator.<String>comparingInt(code -> code.length() == 3 ? 0 : 1)
          .thenComparing(Comparator.naturalOrder());

  private Countries() {}

  /** Those whom a list names, its groups expanded where the marking system lets them be. */
  public static SortedSet<String> expand(Collection<String> codes) {
    SortedSet<String> all = new TreeSet<>();
    codes.forEach(code -> all.addAll(expand(code)));
    return all;
  }

  /**
   * Whether a code stands in a list of them with one blank between, such as {@code CAN GBR USA}.
   * Nothing is made for the answer: an access decision asks it of every label.
   */
  public static boolean names(String list, String code) {
    if (code.isEmpty()) {
      return false;
    }
    int at = list.indexOf(code);
    while (at >= 0) {
      int end = at + code.length();
      if ((at == 0 || list.charAt(at - 1) == ' ')
          && (end == list.length() || list.charAt(end) == ' ')) {
        return true;
      }
      at = list.indexOf(code, at + 1);
    }
    return false;
  }

  /** Whether the register has a country, an organisation or a group of that code. */
  public static boolean isKnown(String code) {
    MarkingRegister register = MarkingRegister.cnsi();
    return code.equals("NATO")
        || register.token(RegisterCategory.COUNTRY, code) != null
        || register.token(RegisterCategory.GROUP, code) != null;
  }

  /** The members of a group that may be expanded; any other code stands for itself. */
  public static SortedSet<String> expand(String code) {
    RegisterEntry group = MarkingRegister.cnsi().token(RegisterCategory.GROUP, code);
    return group == null || group.members().isEmpty()
        ? new TreeSet<>(List.of(code))
        : new TreeSet<>(group.members());
  }
}
