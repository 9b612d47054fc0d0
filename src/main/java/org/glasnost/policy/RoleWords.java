package org.glasnost.policy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each role is called on the pages, from {@code config/roles.yaml}. Immutable. */
public final class RoleWords {

  /**
   * The words for one role.
   *
   * @param id the role as the API speaks it
   * @param name as it stands on a page
   * @param purpose one or two sentences: what it is there for
   */
  public record Words(String id, String name, String purpose) {}

  private final Map<String, Words> byId;

  RoleWords(List<Words> words) {
    byId = words.stream().collect(Collectors.toUnmodifiableMap(Words::id, Function.identity()));
  }

  /** Reads the words from their YAML form. */
  static RoleWords read(PolicyFile file) {
    return new RoleWords(
        file.list("roles").stream()
            .map(row -> new Words(row.text("id"), row.text("name"), row.text("purpose")))
            .toList());
  }

  /** The roles that have words. */
  public List<String> ids() {
    return byId.keySet().stream().sorted().toList();
  }

  /**
   * The words for a role.
   *
   * @throws IllegalArgumentException if the role has none, which is a gap in the file
   */
  public Words of(String role) {
    Words words = byId.get(role);
    if (words == null) {
      throw new IllegalArgumentException("no words for the role " + role);
    }
    return words;
  }
}
