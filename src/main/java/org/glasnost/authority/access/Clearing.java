package org.glasnost.authority.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.glasnost.authority.Person;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.rule.Citation;

/**
 * The tests of a person against a protection, each with its result and source. Need-to-know is not
 * among them: it is asked of the grants, and with it whether the person is on the list that a
 * control such as EYES ONLY, ORCON or ACCM hangs on ({@link AccessList}).
 *
 * <p>Source: IC Markings System manual (C16) section G, table 5; 32 CFR 2001.92(b).
 *
 * <ul>
 *   <li>SCI: cleared for Top Secret whatever the level, and read in. A historic code word counts as
 *       SCI: most were, and the others lose nothing by it. A special access program: read in.
 *   <li>Atomic energy markings: read in, which here stands for the Q clearance too; FRD and TFNI
 *       ask for no more than the level.
 *   <li>NOFORN: a U.S. citizen. That the caller belongs to a U.S. agency, which NOFORN and LIMDIS
 *       ask for, holds of every account: there are no others.
 *   <li>A release list: citizen of a country on it.
 *   <li>A control that no test and no list is written for is refused, not passed.
 * </ul>
 */
public final class Clearing {
  private static final Citation AUTHORISED = Citation.of("32 CFR 2001.92(b)");
  private static final Citation TABLE_5 = Citation.of("C16 G Table 5");
  private static final String USA = "USA";

  private static final Set<String> WITHOUT_READ_IN = Set.of("FRD", "TFNI");
  private static final Pattern ATOMIC_ENERGY = Pattern.compile("(?:RD|FRD|TFNI|DCNI|UCNI)\\b.*");

  /** Controls that say how a thing is handled or sent and shut nobody out by themselves. */
  private static final Set<String> WITHOUT_EFFECT_ON_ACCESS =
      Set.of(
          "SENSITIVE",
          "LIMDIS",
          "PROPIN",
          "IMCON",
          "RSEN",
          "RELIDO",
          "WNINTEL",
          "NOCONTRACT",
          "FOUO",
          "SBU",
          "SBU_NF",
          "LES",
          "LES_NF",
          "SSI",
          "DSEN",
          "FISA",
          "SECURITY_INFORMATION",
          "ADMINISTRATIVE",
          "INTERNAL_USE_ONLY",
          "LIMIT_DISTRIBUTION",
          "CONTROLLED_DISSEM",
          "NO_DISSEM_ABROAD",
          "BACKGROUND_USE_ONLY",
          "ROGER_CHANNEL",
          "NOT_FOR_SYSTEM",
          "OUTSIDE_SYSTEM",
          "PRESIDENTIAL_HANDLING",
          "NSC_STAFF_ONLY",
          "PERSONAL",
          "PERSONAL_AND_PRIVATE",
          "PERSONAL_AND_CONFIDENTIAL",
          "EXCLUSIVE");

  private Clearing() {}

  /**
   * One test and what came of it.
   *
   * @param test what was asked, in words
   * @param passed the result
   * @param cites what the test rests on
   */
  public record Test(String test, boolean passed, List<Citation> cites) {
    /** Copies the citations. */
    public Test {
      cites = List.copyOf(cites);
    }
  }

  /** Whether every test is passed. */
  public static boolean covers(Person person, Protection protection) {
    return tests(person, protection).stream().allMatch(Test::passed);
  }

  /** Every test of the person against the protection, in the order of the brief. */
  public static List<Test> tests(Person person, Protection protection) {
    if (protection.level() == ClassificationLevel.UNCLASSIFIED
        && protection.compartments().isEmpty()
        && protection.controls().isEmpty()) {
      return List.of();
    }
    List<Test> tests = new ArrayList<>();
    ClassificationLevel clearance = person.clearance();
    tests.add(
        new Test(
            "clearance covers " + protection.level().banner(),
            clearance != null && clearance.dominates(protection.level()),
            List.of(AUTHORISED)));
    tests.add(
        new Test(
            "a non-disclosure agreement is signed",
            protection.level() == ClassificationLevel.UNCLASSIFIED || person.ndaSignedOn() != null,
            List.of(AUTHORISED)));
    for (String compartment : protection.compartments()) {
      tests.addAll(compartmentTests(person, compartment));
    }
    for (String control : protection.controls()) {
      tests.add(new Test(control, passes(person, control), List.of(TABLE_5)));
    }
    Set<String> releasableTo = protection.releasableTo();
    if (!releasableTo.isEmpty()) {
      tests.add(
          new Test(
              "citizenship among " + String.join(", ", releasableTo),
              person.citizenships().stream().anyMatch(releasableTo::contains),
              List.of(TABLE_5)));
    }
    return tests;
  }

  private static List<Test> compartmentTests(Person person, String compartment) {
    if (WITHOUT_READ_IN.contains(compartment)) {
      return List.of();
    }
    Test readIn =
        new Test(
            "read in to " + compartment, person.readIns().contains(compartment), List.of(TABLE_5));
    boolean sci = !compartment.startsWith("SAR-") && !ATOMIC_ENERGY.matcher(compartment).matches();
    return sci
        ? List.of(
            new Test(
                "Top Secret clearance for " + compartment,
                person.clearance() == ClassificationLevel.TOP_SECRET,
                List.of(TABLE_5)),
            readIn)
        : List.of(readIn);
  }

  private static boolean passes(Person person, String control) {
    if (control.equals("NOFORN")) {
      return person.citizenships().contains(USA);
    }
    // Whether the person is on the list is asked together with need-to-know.
    return WITHOUT_EFFECT_ON_ACCESS.contains(control) || !AccessList.of(control).isEmpty();
  }
}
