package org.glasnost.marking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a protection means, slow and obvious: everybody there could be is asked whether they may
 * read what bears it (domain.md section 5: clearance, every read-in, every dissemination test, the
 * release list, every named list). One protection dominates another when whoever may read the one
 * may read the other. Shares no code with {@link Protection}, only its values.
 */
final class SlowProtection {
  /** From the least to the most. */
  private static final List<ClassificationLevel> RANKS =
      List.of(
          ClassificationLevel.UNCLASSIFIED,
          ClassificationLevel.CONFIDENTIAL,
          ClassificationLevel.SECRET,
          ClassificationLevel.TOP_SECRET);

  static final List<String> CONTROLS = List.of("NOFORN", "ORCON", "SENSITIVE");
  static final List<String> COMPARTMENTS = List.of("SI", "TK", "SAR-BP");
  static final List<String> COUNTRIES = List.of("USA", "GBR", "AUS");
  static final List<String> LISTS = List.of("THE PRESIDENT", "THE PRESIDENT; MR MCFARLANE");

  /** A country that no list names. */
  private static final String ABROAD = "XYZ";

  /** Somebody: what they are cleared and read in for, where they belong, what lists they are on. */
  private record Person(
      int rank, Set<String> permits, Set<String> readIns, String country, Set<String> lists) {}

  private static final List<Person> EVERYBODY = everybody();

  private SlowProtection() {}

  /** Everybody who may read what bears the protection, as their numbers. */
  static Set<Integer> readers(Protection protection) {
    Set<Integer> readers = new HashSet<>();
    for (int i = 0; i < EVERYBODY.size(); i++) {
      if (mayRead(EVERYBODY.get(i), protection)) {
        readers.add(i);
      }
    }
    return readers;
  }

  private static boolean mayRead(Person person, Protection protection) {
    if (person.rank() < RANKS.indexOf(protection.level())) {
      return false;
    }
    for (String control : protection.controls()) {
      if (!person.permits().contains(control)) {
        return false;
      }
    }
    for (String compartment : protection.compartments()) {
      if (!person.readIns().contains(compartment)) {
        return false;
      }
    }
    for (String list : protection.recipients()) {
      if (!person.lists().contains(list)) {
        return false;
      }
    }
    for (String country : protection.releasableTo()) {
      if (country.equals(person.country())) {
        return true;
      }
    }
    return protection.releasableTo().isEmpty();
  }

  private static List<Person> everybody() {
    List<String> countries = new ArrayList<>(COUNTRIES);
    countries.add(ABROAD);
    List<Person> everybody = new ArrayList<>();
    for (int rank = 0; rank < RANKS.size(); rank++) {
      for (Set<String> permits : subsets(CONTROLS)) {
        for (Set<String> readIns : subsets(COMPARTMENTS)) {
          for (String country : countries) {
            for (Set<String> lists : subsets(LISTS)) {
              everybody.add(new Person(rank, permits, readIns, country, lists));
            }
          }
        }
      }
    }
    return everybody;
  }

  private static List<Set<String>> subsets(List<String> all) {
    List<Set<String>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      int chosen = bits;
      subsets.add(
          all.stream()
              .filter(word -> (chosen >> all.indexOf(word) & 1) == 1)
              .collect(Collectors.toSet()));
    }
    return subsets;
  }
}
