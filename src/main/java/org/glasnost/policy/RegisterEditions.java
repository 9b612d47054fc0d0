package org.glasnost.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterEntry;

/**
 * The editions of the registers that the product reads markings by, checked.
 *
 * <p>Rules name words by their tokens. Therefore a set of registers must hold every word that ships
 * with this release, in its category: a word is never taken out of a register, it is given the last
 * day on which it was in force.
 *
 * @param historic {@code us-historic/1}
 * @param cnsi {@code us-cnsi/2016}
 * @param cui {@code us-cui/2019}
 */
public record RegisterEditions(
    MarkingRegister historic, MarkingRegister cnsi, MarkingRegister cui) {
  private static final String HISTORIC = "us-historic/1";
  private static final String CNSI = "us-cnsi/2016";
  private static final String CUI = "us-cui/2019";

  /** The editions that ship, as they were compiled by the build. */
  public static RegisterEditions shipped() {
    return new RegisterEditions(shipped(HISTORIC), shipped(CNSI), shipped(CUI));
  }

  /**
   * Compiles and checks register files.
   *
   * @param files the bytes of each by the name that messages give it
   * @param folder how messages name where they lie
   * @throws RegisterFaults with every fault of a file; or, where no file is faulty, with every
   *     edition and word that is missing
   */
  public static RegisterEditions of(Map<String, byte[]> files, String folder) {
    SortedMap<String, List<String>> compiled = new TreeMap<>(RegisterCompiler.compile(files));
    List<String> missing = new ArrayList<>();
    for (String edition : List.of(HISTORIC, CNSI, CUI)) {
      missing(edition, compiled.getOrDefault(edition, List.of()), folder, missing);
    }
    if (!missing.isEmpty()) {
      throw RegisterFaults.ofTexts(missing);
    }
    return new RegisterEditions(
        edition(HISTORIC, compiled), edition(CNSI, compiled), edition(CUI, compiled));
  }

  /** Whether the words are the same, in the same order. */
  public boolean saysTheSameAs(RegisterEditions other) {
    return historic.entries().equals(other.historic.entries())
        && cnsi.entries().equals(other.cnsi.entries())
        && cui.entries().equals(other.cui.entries());
  }

  private static void missing(
      String edition, List<String> lines, String folder, List<String> missing) {
    if (lines.isEmpty()) {
      missing.add(folder + ": the register " + edition + " is missing");
      return;
    }
    MarkingRegister given = edition(edition, lines);
    for (RegisterEntry word : shipped(edition).entries()) {
      if (given.token(word.category(), word.token()) == null) {
        missing.add(
            folder
                + ": "
                + edition
                + " lacks the word "
                + word.token()
                + " in category "
                + word.category()
                + "; a word that is no longer used keeps its entry, with a last day (to)");
      }
    }
  }

  private static MarkingRegister edition(String name, Map<String, List<String>> compiled) {
    return edition(name, compiled.getOrDefault(name, List.of()));
  }

  private static MarkingRegister edition(String name, List<String> lines) {
    int slash = name.indexOf('/');
    return MarkingRegister.of(name.substring(0, slash), name.substring(slash + 1), lines);
  }

  private static MarkingRegister shipped(String name) {
    int slash = name.indexOf('/');
    return MarkingRegister.load(name.substring(0, slash), name.substring(slash + 1));
  }
}
