package org.glasnost.marking.rollup;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.glasnost.marking.Rendering;

/** The union of SCI control systems, compartment by compartment. */
final class SciUnion {
  private SciUnion() {}

  /**
   * Joins controls such as {@code SI-G ABCD} and {@code SI-G DEFG-MMM}: hyphens part compartments,
   * blanks their sub-compartments.
   */
  static Set<String> of(List<String> controls) {
    SortedMap<String, SortedMap<String, SortedSet<String>>> systems = new TreeMap<>();
    for (String control : controls) {
      String[] pieces = control.split("-", -1);
      SortedMap<String, SortedSet<String>> compartments =
          systems.computeIfAbsent(pieces[0], key -> new TreeMap<>(Rendering.NUMBERS_FIRST));
      for (int i = 1; i < pieces.length; i++) {
        String[] names = pieces[i].split(" ", -1);
        SortedSet<String> sub =
            compartments.computeIfAbsent(names[0], key -> new TreeSet<>(Rendering.NUMBERS_FIRST));
        for (int j = 1; j < names.length; j++) {
          sub.add(names[j]);
        }
      }
    }
    Set<String> joined = new TreeSet<>();
    systems.forEach(
        (system, compartments) -> {
          StringBuilder whole = new StringBuilder(system);
          compartments.forEach(
              (compartment, sub) -> {
                whole.append('-').append(compartment);
                sub.forEach(name -> whole.append(' ').append(name));
              });
          joined.add(whole.toString());
        });
    return joined;
  }
}
