package org.glasnost.marking;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Control systems of sensitive compartmented information, compartment by compartment. */
public final class SciControls {
  private SciControls() {}

  /**
   * One control with its compartments in order: {@code SI-G DEFG ABCD} is {@code SI-G ABCD DEFG}.
   */
  public static String ordered(String control) {
    int hyphen = control.indexOf('-');
    boolean single =
        hyphen < 0
            || (control.indexOf('-', hyphen + 1) < 0 && control.indexOf(' ', hyphen + 1) < 0);
    return single ? control : union(List.of(control)).iterator().next();
  }

  /**
   * Joins controls such as {@code SI-G ABCD} and {@code SI-G DEFG-MMM}: hyphens part compartments,
   * blanks their sub-compartments.
   */
  public static Set<String> union(List<String> controls) {
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
