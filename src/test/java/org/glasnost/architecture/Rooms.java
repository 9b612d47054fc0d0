package org.glasnost.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of rooms: each with the rooms it may import. A room is a package directly under the
 * root, with all that is below it.
 *
 * @param root the package that holds the rooms
 * @param mayImport by room, the rooms it may import besides itself
 */
record Rooms(String root, Map<String, Set<String>> mayImport) {

  Rooms {
    mayImport = Map.copyOf(mayImport);
  }

  /** The rooms of the product, each after all that it may import. */
  static Rooms ofTheProduct() {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    table.put("rule", Set.of());
    table.put("marking", Set.of("rule"));
    table.put("declassification", Set.of("rule", "marking"));
    table.put("reading", Set.of("rule", "marking", "declassification"));
    table.put("contract", Set.of("rule", "marking", "declassification", "reading"));
    table.put("audit", Set.of("rule"));
    table.put("policy", Set.of("rule", "marking", "declassification", "reading", "audit"));
    table.put("content", Set.of("rule", "audit"));
    table.put(
        "authority",
        Set.of("rule", "marking", "declassification", "reading", "audit", "policy", "content"));
    table.put(
        "command",
        Set.of("rule", "marking", "declassification", "reading", "contract", "audit", "content"));
    List<String> below =
        new ArrayList<>(
            List.of(
                "rule",
                "marking",
                "declassification",
                "reading",
                "audit",
                "policy",
                "content",
                "authority"));
    for (String room : List.of("document", "review", "release", "history", "process", "web")) {
      if (room.equals("web")) {
        below.add("contract");
      }
      table.put(room, Set.copyOf(below));
      below.add(room);
    }
    below.add("command");
    table.put("setup", Set.copyOf(below));
    return new Rooms("org.glasnost", table);
  }

  /** The room a package lies in; empty for a package outside the root, and for the root itself. */
  Optional<String> roomOf(String packageName) {
    if (!packageName.startsWith(root + ".")) {
      return Optional.empty();
    }
    String below = packageName.substring(root.length() + 1);
    int end = below.indexOf('.');
    return Optional.of(end < 0 ? below : below.substring(0, end));
  }
}
