package org.glasnost.marking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a protection means, slow and obvious: everybody there could be is asked whether they may
 * read what bears it (domain.md section 5: clearance, every read-in, every dissemination test, the
 * release list, every named list, every owners' list, view without copy). What is only carried is
 * asked for too, as of somebody who takes no heed of one mark. One protection dominates another
 * when whoever may read the one may read the other. Shares no code with {@link Protection}, only
 * its values.
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
  static final List<String> OWNERS = List.of("CAN USA", "GBR USA");
  static final List<String> PRODUCERS = List.of("USA", "GBR", "JOINT");
  static final List<String> SOURCES = List.of("DEU", "FGI");
  static final List<String> CUI = List.of("CUI", "SP-CTI");

  /** A country that no list names. */
  private static final String ABROAD = "XYZ";

  /**
   * So many of the words at most are strange to somebody: two that differ are told apart by one.
   */
  private static final int STRANGE = 2;

  /**
   * Somebody: what they are cleared for, what of all that may be asked is not theirs, where they
   * belong, whether they only look.
   */
  private record Person(int rank, Set<String> strange, String country, boolean looks) {}

  private static final List<Person> EVERYBODY = everybody();

  private SlowProtection() {}

  /** Everybody who may read what bears the protection, as their numbers. */
  static Set<Integer> readers(Protection protection) {
    Set<String> asked = asked(protection);
    Set<Integer> readers = new HashSet<>();
    for (int i = 0; i < EVERYBODY.size(); i++) {
      if (mayRead(EVERYBODY.get(i), protection, asked)) {
        readers.add(i);
      }
    }
    return readers;
  }

  private static Set<String> asked(Protection protection) {
    Set<String> asked = new HashSet<>();
    asked.addAll(of("control", protection.controls()));
    asked.addAll(of("compartment", protection.compartments()));
    asked.addAll(of("list", protection.recipients()));
    asked.addAll(of("owners", protection.owners()));
    asked.addAll(of("producer", protection.producers()));
    asked.addAll(of("source", protection.sources()));
    asked.addAll(of("cui", protection.cui()));
    boolean ours = protection.producers().isEmpty() && protection.owners().isEmpty();
    if (ours && RANKS.indexOf(protection.level()) > 0) {
      asked.add("producer USA");
    }
    return asked;
  }

  private static boolean mayRead(Person person, Protection protection, Set<String> asked) {
    if (person.rank() < RANKS.indexOf(protection.level())) {
      return false;
    }
    for (String word : person.strange()) {
      if (asked.contains(word)) {
        return false;
      }
    }
    return protection.releasableTo().isEmpty()
        || protection.releasableTo().contains(person.country())
        || (person.looks() && protection.displayOnlyTo().contains(person.country()));
  }

  private static List<Person> everybody() {
    List<String> words = new ArrayList<>();
    words.addAll(of("control", CONTROLS));
    words.addAll(of("compartment", COMPARTMENTS));
    words.addAll(of("list", LISTS));
    words.addAll(of("owners", OWNERS));
    words.addAll(of("producer", PRODUCERS));
    words.addAll(of("source", SOURCES));
    words.addAll(of("cui", CUI));
    List<String> countries = new ArrayList<>(COUNTRIES);
    countries.add(ABROAD);
    List<Person> everybody = new ArrayList<>();
    for (int rank = 0; rank < RANKS.size(); rank++) {
      for (Set<String> strange : few(words)) {
        for (String country : countries) {
          everybody.add(new Person(rank, strange, country, false));
          everybody.add(new Person(rank, strange, country, true));
        }
      }
    }
    return everybody;
  }

  private static List<String> of(String kind, Collection<String> words) {
    return words.stream().map(word -> kind + " " + word).toList();
  }

  private static Set<Set<String>> few(List<String> all) {
    Set<Set<String>> some = new HashSet<>(Set.of(Set.of()));
    for (int i = 0; i < STRANGE; i++) {
      for (Set<String> fewer : List.copyOf(some)) {
        for (String word : all) {
          Set<String> more = new HashSet<>(fewer);
          more.add(word);
          some.add(more);
        }
      }
    }
    return some;
  }
}
