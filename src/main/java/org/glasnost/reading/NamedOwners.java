package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;

/** The owners of another classification, by their codes or by the names of their countries. */
final class NamedOwners {
  private static final Set<String> LEVELS =
      Set.of(
          "TOP SECRET",
          "SECRET",
          "CONFIDENTIAL",
          "RESTRICTED",
          "UNCLASSIFIED",
          "TS",
          "S",
          "C",
          "R",
          "U");

  /** UNITED KINGDOM; no name of a country in the register has more words. */
  private static final int MOST_WORDS = 3;

  private static final int LONGEST = 200;

  private NamedOwners() {}

  /**
   * Where in a part, each of its blanks taken as one, the owners end and the level follows; -1
   * where not all that stands in front of a level names owners.
   */
  static int end(Piece part, MarkingRegister cnsi) {
    String spaced = part.spaced();
    if (spaced.length() > LONGEST) {
      return -1;
    }
    int blank = spaced.indexOf(' ');
    while (blank > 0 && !LEVELS.contains(spaced.substring(blank + 1))) {
      blank = spaced.indexOf(' ', blank + 1);
    }
    if (blank <= 0) {
      return -1;
    }
    for (Piece owner : of(part.inner(0, part.lengthOf(spaced.substring(0, blank))), cnsi)) {
      if (!isOwner(owner, cnsi)) {
        return -1;
      }
    }
    return blank;
  }

  /** The owners one by one; words that together are the name of a country are one. */
  static List<Piece> of(Piece owners, MarkingRegister cnsi) {
    List<Piece> words = owners.words(0, "");
    List<Piece> named = new ArrayList<>(words.size());
    int at = 0;
    while (at < words.size()) {
      int taken = 1;
      for (int many = Math.min(MOST_WORDS, words.size() - at); many > 1; many--) {
        if (cnsi.form(RegisterCategory.COUNTRY, joined(owners, words, at, many).spaced()) != null) {
          taken = many;
          break;
        }
      }
      named.add(taken == 1 ? words.get(at) : joined(owners, words, at, taken));
      at += taken;
    }
    return named;
  }

  private static Piece joined(Piece owners, List<Piece> words, int at, int many) {
    return owners.inner(
        words.get(at).from() - owners.from(), words.get(at + many - 1).to() - owners.from());
  }

  /** Whether it is a code or a name of the register. */
  static boolean isOwner(Piece owner, MarkingRegister cnsi) {
    String spaced = owner.spaced();
    return cnsi.form(RegisterCategory.COUNTRY, spaced) != null
        || cnsi.form(RegisterCategory.GROUP, spaced) != null;
  }
}
