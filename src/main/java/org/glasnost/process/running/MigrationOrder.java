package org.glasnost.process.running;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which instances are to move where.
 *
 * @param process the definition's key
 * @param from the version that they run on
 * @param to the version that they are to run on
 * @param mappings where instances go on that wait at an element; besides these, each goes on at the
 *     element of the same id and kind
 */
public record MigrationOrder(String process, int from, int to, List<Mapping> mappings) {

  /**
   * From an element of the one version to an element of the other.
   *
   * @param from the id of the one
   * @param to the id of the other
   */
  public record Mapping(String from, String to) {}

  /** Copies. */
  public MigrationOrder {
    mappings = List.copyOf(mappings);
  }

  /**
   * What was asked, held to be whole.
   *
   * @param from as asked, or null where it was left out; likewise the others
   * @param mappings as asked; each with both ends or not
   * @throws Refused on ground RULE, naming every member that is absent
   */
  public static MigrationOrder of(
      @Nullable String process,
      @Nullable Integer from,
      @Nullable Integer to,
      List<Asked> mappings) {
    List<Finding> absent = new ArrayList<>();
    if (process == null || process.isBlank()) {
      absent.add(absent("/process", "Name the process."));
    }
    if (from == null) {
      absent.add(absent("/from", "Say which version the instances run on."));
    }
    if (to == null) {
      absent.add(absent("/to", "Say which version they are to run on."));
    }
    List<Mapping> whole = new ArrayList<>();
    for (int i = 0; i < mappings.size(); i++) {
      Asked asked = mappings.get(i);
      if (asked.from() == null || asked.to() == null) {
        absent.add(absent("/mappings/" + i, "A mapping names an element of each version."));
      } else {
        whole.add(new Mapping(asked.from(), asked.to()));
      }
    }
    if (process == null || from == null || to == null || !absent.isEmpty()) {
      throw new Refused(Refused.Ground.RULE, absent);
    }
    return new MigrationOrder(process, from, to, whole);
  }

  /** A mapping as asked; either end may have been left out. */
  public record Asked(@Nullable String from, @Nullable String to) {}

  private static Finding absent(String at, String message) {
    return Finding.error("DPL-0111", message).atMember(at);
  }
}
