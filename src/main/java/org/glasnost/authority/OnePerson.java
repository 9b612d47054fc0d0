package org.glasnost.authority;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
  private final JdbcClient jdbc;

  OnePerson(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An account, open or closed, with every name it ever had; of what is no account, none. */
  public KnownAs knownAs(UUID account) {
    return KnownAs.of(account, namesOf(account));
  }

  /** The account of that person, with the name they were signed in under as well. */
  public KnownAs knownAs(Person person) {
    Set<String> names = new LinkedHashSet<>(namesOf(person.id()));
    names.add(person.displayName());
    return KnownAs.of(person.id(), names);
  }

  /** Whether an account, open or closed, is that person's; of what is no account it is false. */
  public Predicate<UUID> of(Person person) {
    KnownAs own = knownAs(person);
    return account -> knownAs(account).is(own);
  }

  /** Those accounts, and every other one that bears the name of one of them: for lists. */
  public Set<UUID> withNamesakes(Set<UUID> some) {
    Set<UUID> all = new HashSet<>(some);
    if (some.isEmpty()) {
      return all;
    }
    List<KnownAs> known = some.stream().map(this::knownAs).toList();
    jdbc.sql("select distinct account_id, display_name from post")
        .query(
            row -> {
              UUID account = row.getObject("account_id", UUID.class);
              KnownAs bearer = KnownAs.of(account, List.of(row.getString("display_name")));
              if (known.stream().anyMatch(bearer::is)) {
                all.add(account);
              }
            });
    return all;
  }

  private List<String> namesOf(UUID account) {
    return jdbc.sql("select distinct display_name from post where account_id = ?")
        .param(account)
        .query(String.class)
        .list();
  }
}
