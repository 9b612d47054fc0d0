package org.glasnost.marking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The line under which a protection is kept and by whose digest it is found. What bears none of the
 * marks that came later has the line that it had before them, so that a label of old stays the one
 * label of its protection.
 */
final class ProtectionText {
  private static final int FIRST = 5;
  private static final int ALL = 10;

  private ProtectionText() {}

  static String of(Protection protection) {
    List<Set<String>> later =
        List.of(
            protection.owners(),
            protection.displayOnlyTo(),
            protection.producers(),
            protection.sources(),
            protection.cui());
    List<String> fields = new ArrayList<>(ALL);
    fields.add(protection.level().name());
    fields.add(field(protection.controls()));
    fields.add(field(protection.compartments()));
    fields.add(field(protection.releasableTo()));
    fields.add(field(protection.recipients()));
    if (!later.stream().allMatch(Set::isEmpty)) {
      later.forEach(set -> fields.add(field(set)));
    }
    return String.join("\t", fields);
  }

  static Protection read(String line) {
    List<String> fields = Arrays.asList(line.split("\t", -1));
    if (fields.size() != FIRST && fields.size() != ALL) {
      throw new IllegalArgumentException(
          "a protection has five or ten fields, not " + fields.size());
    }
    List<SortedSet<String>> sets = new ArrayList<>(ALL);
    fields.stream().skip(1).map(ProtectionText::elements).forEach(sets::add);
    while (sets.size() < ALL - 1) {
      sets.add(new TreeSet<>());
    }
    return new Protection(
        ClassificationLevel.valueOf(fields.get(0)),
        sets.get(0),
        sets.get(1),
        sets.get(2),
        sets.get(3),
        sets.get(4),
        sets.get(5),
        sets.get(6),
        sets.get(7),
        sets.get(8));
  }

  private static String field(Set<String> set) {
    return set.stream().map(ProtectionText::escape).collect(Collectors.joining("|"));
  }

  private static SortedSet<String> elements(String field) {
    SortedSet<String> set = new TreeSet<>();
    if (!field.isEmpty()) {
      for (String element : field.split("\\|", -1)) {
        set.add(unescape(element));
      }
    }
    return set;
  }

  private static String escape(String element) {
    return element
        .replace("%", "%25")
        .replace("|", "%7C")
        .replace("\t", "%09")
        .replace("\n", "%0A")
        .replace("\r", "%0D");
  }

  private static String unescape(String element) {
    return element
        .replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%09", "\t")
        .replace("%7C", "|")
        .replace("%25", "%");
  }
}
