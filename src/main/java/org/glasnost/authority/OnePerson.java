package org.glasnost.authority;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether several accounts are one person's. A separation of duties is between people: whoever has
 * two accounts, or had one before, is one person with either. It is told by the names that the
 * record gives them or ever gave them, so that neither leaving nor another name makes two of one;
 * where two people have the same name, officers open the second account under what tells them
 * apart.
 */
@Component
public class OnePerson {
  /** Letters that no decomposition takes apart; ß is SS in capitals already. */
  private static final Map<Integer, String> WITHOUT_SIGNS =
      Map.of(
          (int) 'Ł', "L", (int) 'Ø', "O", (int) 'Đ', "D", (int) 'Ð', "D", (int) 'Æ', "AE",
          (int) 'Œ', "OE", (int) 'Þ', "TH", (int) 'Ħ', "H", (int) 'Ŧ', "T", (int) 'ẞ', "SS");

  private final JdbcClient jdbc;

  OnePerson(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether an account, open or closed, is that person's; of what is no account it is false. */
  public Predicate<UUID> of(Person person) {
    Set<String> own = folded(namesOf(person.id()));
    own.addAll(folded(List.of(person.displayName())));
    return account ->
        account.equals(person.id()) || !Collections.disjoint(folded(namesOf(account)), own);
  }

  /** Those accounts, and every other one that bears the name of one of them: for lists. */
  public Set<UUID> withNamesakes(Set<UUID> some) {
    Set<UUID> all = new HashSet<>(some);
    if (some.isEmpty()) {
      return all;
    }
    Set<String> names =
        folded(some.stream().flatMap(account -> namesOf(account).stream()).toList());
    jdbc.sql("select distinct account_id, display_name from post")
        .query(
            row -> {
              if (names.contains(folded(row.getString("display_name")))) {
                all.add(row.getObject("account_id", UUID.class));
              }
            });
    return all;
  }

  /** Whether two names are one, however they are spaced, dotted, accented or capitalised. */
  public static boolean sameName(String one, String other) {
    String folded = folded(one);
    return !folded.isEmpty() && folded.equals(folded(other));
  }

  private List<String> namesOf(UUID account) {
    return jdbc.sql("select distinct display_name from post where account_id = ?")
        .param(account)
        .query(String.class)
        .list();
  }

  private static Set<String> folded(List<String> names) {
    return names.stream()
        .map(OnePerson::folded)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
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
