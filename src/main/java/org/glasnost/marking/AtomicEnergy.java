package org.glasnost.marking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The union of atomic energy markings: RD before FRD before TFNI, all SIGMA numbers under it. */
public final class AtomicEnergy {
  private static final String SIGMA = "SIGMA ";

  private AtomicEnergy() {}

  /**
   * The union of the markings of several portions.
   *
   * @param portions the portions
   * @param classified whether the whole is classified, by whomever: DCNI and UCNI drop
   * @param step is told what took the place of what
   */
  public static List<String> union(
      List<Marking> portions, boolean classified, Consumer<String> step) {
    Set<String> bases = new TreeSet<>();
    Set<Integer> sigma = new TreeSet<>();
    boolean design = false;
    for (Marking portion : portions) {
      for (String word : portion.aea()) {
        bases.add(word.split("-", 2)[0]);
        design |= word.contains("CNWDI");
        int at = word.indexOf(SIGMA);
        if (at >= 0) {
          Arrays.stream(word.substring(at + SIGMA.length()).split(" ", -1))
              .map(Integer::valueOf)
              .forEach(sigma::add);
        }
      }
    }
    List<String> joined = new ArrayList<>();
    for (String base : List.of("RD", "FRD", "TFNI")) {
      if (bases.contains(base)) {
        if (joined.isEmpty()) {
          joined.add(
              whole(base, design && base.equals("RD"), base.equals("TFNI") ? Set.of() : sigma));
        } else {
          step.accept(joined.get(0) + " for " + base);
        }
      }
    }
    for (String base : List.of("DCNI", "UCNI")) {
      if (bases.contains(base)) {
        if (classified) {
          step.accept(base + " drops from a classified banner");
        } else {
          joined.add(base);
        }
      }
    }
    return joined;
  }

  /** Whether a marking says DCNI or UCNI. */
  public static boolean isControlledNuclear(Marking marking) {
    return marking.aea().contains("UCNI") || marking.aea().contains("DCNI");
  }

  private static String whole(String base, boolean design, Set<Integer> sigma) {
    StringBuilder whole = new StringBuilder(base);
    if (design) {
      whole.append("-CNWDI");
    }
    if (!sigma.isEmpty()) {
      whole.append("-SIGMA");
      sigma.forEach(number -> whole.append(' ').append(number));
    }
    return whole.toString();
  }
}
