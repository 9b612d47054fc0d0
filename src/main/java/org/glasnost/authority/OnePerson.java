package org.glasnost.authority;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether several accounts are one person's. A separation of duties is between people: whoever has
 * two accounts, or had one before, is one person with either. It is told by the names that the
 * record gives them; where two people have the same name, officers add what tells them apart.
 */
@Component
public class OnePerson {
  private final JdbcClient jdbc;

  OnePerson(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether an account, open or closed, is that person's; of what is no account it is false. */
  public Predicate<UUID> of(Person person) {
    return account ->
        account.equals(person.id())
            || namesOf(account).stream().anyMatch(name -> sameName(name, person.displayName()));
  }

  /** Those accounts, and every other one that bears the name of one of them: for lists. */
  public Set<UUID> withNamesakes(Set<UUID> some) {
    Set<UUID> all = new HashSet<>(some);
    if (some.isEmpty()) {
      return all;
    }
    Set<String> names =
        some.stream()
            .flatMap(account -> namesOf(account).stream())
            .map(OnePerson::folded)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    jdbc.sql("select account_id, display_name from post where superseded_at is null")
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
    return jdbc.sql("select display_name from post where account_id = ? and superseded_at is null")
        .param(account)
        .query(String.class)
        .list();
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
