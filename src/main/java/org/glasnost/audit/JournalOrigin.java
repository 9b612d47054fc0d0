package org.glasnost.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The name of the tree, which checkpoints call its origin and keys bear as theirs: what the house
 * is called, a slash, and an id given once to each new database. So a new database never
 * contradicts an old one's checkpoints, and a restored one is held to them.
 */
public class JournalOrigin {
  private static final Pattern HOUSE = Pattern.compile("[a-z0-9.-]{1,100}(/[a-z0-9.-]{1,50})*");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final String house;
  private volatile @Nullable String known;

  /**
   * @param jdbc on the database of the journal
   * @param transactions its transaction manager
   * @param house what the house is called, as in a URL without its scheme: {@code
   *     records.example.gov}
   * @throws IllegalArgumentException if it has another form; a plus sign or a space could not stand
   *     in a key's name
   */
  public JournalOrigin(JdbcClient jdbc, PlatformTransactionManager transactions, String house) {
    if (!HOUSE.matcher(house).matches()) {
      throw new IllegalArgumentException("not a name for a journal: " + house);
    }
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.house = house;
  }

  /** The name; the same for ever once it was asked for. */
  public String name() {
    String name = known;
    if (name == null) {
      name = stored().orElseGet(this::give);
      known = name;
    }
    return name;
  }

  private Optional<String> stored() {
    return jdbc.sql("select origin from journal_origin where id = 1")
        .query(String.class)
        .optional();
  }

  private String give() {
    String name = house + "/" + UUID.randomUUID();
    try {
      transaction.executeWithoutResult(
          open ->
              jdbc.sql("insert into journal_origin (id, origin) values (1, ?)")
                  .param(name)
                  .update());
      return name;
    } catch (DuplicateKeyException e) {
      // Another node gave it in the same moment.
      return stored().orElseThrow();
    }
  }
}
