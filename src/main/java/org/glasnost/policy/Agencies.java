package org.glasnost.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The agencies of {@code config/equity-holders.yaml}. Immutable. */
public final class Agencies {
  private final TreeMap<String, Agency> byId = new TreeMap<>();
  private final Map<String, Agency> bySpelling = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two agencies share an id or a spelling, or a successor is
   *     not on the list
   */
  public Agencies(List<Agency> agencies) {
    for (Agency agency : agencies) {
      if (byId.put(agency.id(), agency) != null) {
        throw new IllegalArgumentException("two agencies are called " + agency.id());
      }
      spelled(agency.id(), agency);
      spelled(agency.name(), agency);
      agency.aliases().forEach(alias -> spelled(alias, agency));
    }
    for (Agency agency : agencies) {
      if (!byId.keySet().containsAll(agency.successors())) {
        throw new IllegalArgumentException("an unknown successor of " + agency.id());
      }
    }
  }

  private void spelled(String spelling, Agency agency) {
    Agency other = bySpelling.put(folded(spelling), agency);
    if (other != null && !other.id().equals(agency.id())) {
      throw new IllegalArgumentException(
          "'" + spelling + "' names both " + other.id() + " and " + agency.id());
    }
  }

  /** Reads the list from its YAML form. */
  static Agencies read(PolicyFile file) {
    return new Agencies(
        file.list("agencies").stream()
            .map(
                row ->
                    new Agency(
                        row.text("id"),
                        row.text("name"),
                        row.texts("aliases"),
                        row.texts("successors"),
                        date(row.optionalText("until")),
                        row.optionalText("note"),
                        row.texts("cites")))
            .toList());
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  /** All of them, in the order of their ids. */
  public List<Agency> all() {
    return List.copyOf(byId.values());
  }

  /** The agency of exactly that id. */
  public Optional<Agency> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether there is an agency of exactly that id. */
  public boolean known(String id) {
    return byId.containsKey(id);
  }

  /**
   * The agency of any spelling on the list: id, name or alias, without regard to case, underscores
   * and runs of spaces. Nothing is guessed: a spelling that is not on the list names nobody.
   */
  public Optional<Agency> spelled(String spelling) {
    return Optional.ofNullable(bySpelling.get(folded(spelling)));
  }

  private static String folded(String spelling) {
    return spelling.strip().replaceAll("[\\s_]+", " ").toUpperCase(Locale.ROOT);
  }
}
