package org.glasnost.authority;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An account, and every name that the record gives or ever gave whoever holds it: what tells
 * whether two accounts are one person's.
 */
public final class KnownAs {
  /** Letters that no decomposition takes apart; ß is SS in capitals already. */
  private static final Map<Integer, String> WITHOUT_SIGNS =
      Map.of(
          (int) 'Ł', "L", (int) 'Ø', "O", (int) 'Đ', "D", (int) 'Ð', "D", (int) 'Æ', "AE",
          (int) 'Œ', "OE", (int) 'Þ', "TH", (int) 'Ħ', "H", (int) 'Ŧ', "T", (int) 'ẞ', "SS");

  private final UUID account;
  private final Set<String> folded;

  private KnownAs(UUID account, Set<String> folded) {
    this.account = account;
    this.folded = folded;
  }

  /**
   * What is known of an account.
   *
   * @param account its id; there need be no such account yet
   * @param names how pages name or named its holder; a blank one, or none, is nobody's, one of
   *     signs alone is compared as it stands
   */
  public static KnownAs of(UUID account, Collection<String> names) {
    return new KnownAs(
        account,
        names.stream()
            .map(String::strip)
            .map(name -> folded(name).isEmpty() ? name : folded(name))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether the two are one account, or bear or bore one name, however it is written. */
  public boolean is(KnownAs other) {
    return account.equals(other.account) || !Collections.disjoint(folded, other.folded);
  }

  /** Letters and digits alone, as they are written where there is no key for their signs. */
  private static String folded(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "");
    StringBuilder plain = new StringBuilder();
    letters
        .codePoints()
        .forEach(
            letter -> {
              String ascii = WITHOUT_SIGNS.get(letter);
              if (ascii == null) {
                plain.appendCodePoint(letter);
              } else {
                plain.append(ascii);
              }
            });
    return plain.toString();
  }
}
