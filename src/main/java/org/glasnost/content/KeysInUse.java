package org.glasnost.content;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which keys of the key store the keys of all content are wrapped by at this moment. */
@Component
public class KeysInUse {
  /** So many rows, each damaged by itself, are no accident any more. */
  private static final int TRIED = 5;

  private final JdbcClient jdbc;
  private final WrappingKeys wrappingKeys;

  KeysInUse(JdbcClient jdbc, WrappingKeys wrappingKeys) {
    this.jdbc = jdbc;
    this.wrappingKeys = wrappingKeys;
  }

  /**
   * A wrapping key and what hangs on it.
   *
   * @param name in the key store
   * @param keys how many owners' keys are wrapped by it
   */
  public record Use(String name, long keys) {}

  /**
   * The names of the wrapping keys that something is wrapped by, sorted; by as many index seeks.
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    String last = next(null);
    while (last != null) {
      names.add(last);
      last = next(last);
    }
    return names;
  }

  /** The names without that of one key. */
  public List<String> namesBesides(String name) {
    return names().stream().filter(used -> !used.equals(name)).toList();
  }

  /** Each wrapping key that something is wrapped by; counts them, which takes its time. */
  public List<Use> uses() {
    return names().stream().map(name -> new Use(name, count(name))).toList();
  }

  /** How many owners' keys are wrapped by it. */
  public long count(String name) {
    return jdbc.sql("select count(*) from content_key where wrapping_key = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  /**
   * Which keys that the content hangs on the key store does not hold, or holds another of.
   *
   * @return a sentence for each, without anything of a key; empty where all open
   */
  public List<String> closed() {
    return names().stream().map(this::closed).flatMap(Optional::stream).toList();
  }

  private Optional<String> closed(String name) {
    Optional<WrappingKeys.Named> wrapping = wrappingKeys.named(name);
    if (wrapping.isEmpty()) {
      return Optional.of(
          "The key store does not hold the key "
              + name
              + ", which opens content of this database: put the key store back that holds it.");
    }
    boolean opens =
        jdbc.sql("select owner, wrapped from content_key where wrapping_key = ? order by owner")
            .param(name)
            .withMaxRows(TRIED)
            .query((row, n) -> opens(wrapping.get(), row.getObject(1, UUID.class), row.getBytes(2)))
            .list()
            .contains(true);
    return opens
        ? Optional.empty()
        : Optional.of(
            "The key store holds another key under the name "
                + name
                + " than the one that opens content of this database: put the key store back that"
                + " holds it.");
  }

  private static boolean opens(WrappingKeys.Named wrapping, UUID owner, byte[] wrapped) {
    try {
      Wrapping.unwrap(wrapping.key(), wrapped, owner);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private @Nullable String next(@Nullable String after) {
    JdbcClient.StatementSpec asked =
        after == null
            ? jdbc.sql("select min(wrapping_key) from content_key")
            : jdbc.sql("select min(wrapping_key) from content_key where wrapping_key > ?")
                .param(after);
    return asked.query((row, n) -> Optional.ofNullable(row.getString(1))).single().orElse(null);
  }
}
