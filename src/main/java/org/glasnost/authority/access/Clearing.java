package org.glasnost.authority.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.authority.Person;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.rule.Citation;

/**
 * The tests of a person against a protection, each with its result and source. Need-to-know is not
 * among them: it is asked of the grants.
 *
 * <p>Source: domain brief section 5 (IC Markings System manual section G, table 5; 32 CFR
 * 2001.92(b)). A control that no test is written for is refused, not passed.
 */
public final class Clearing {
  private static final Citation AUTHORISED = Citation.of("32 CFR 2001.92(b)");
  private static final Citation TABLE_5 = Citation.of("C16 G Table 5");
  private static final String USA = "USA";

  /** Controls that say how a thing is handled or sent and shut nobody out by themselves. */
  private static final Set<String> WITHOUT_EFFECT_ON_ACCESS =
      Set.of(
          "SENSITIVE",
          "LIMDIS",
          "STADIS",
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

  /** Controls whose list of persons or organisations is kept as recorded grants. */
  private static final Set<String> MET_BY_GRANT =
      Set.of("EYES_ONLY", "NODIS", "EXDIS", "ORCON", "ORCON_USGOV", "WAIVED", "ACCM", "DEA");

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
      tests.add(
          new Test(
              "read in to " + compartment,
              person.readIns().contains(compartment),
              List.of(TABLE_5)));
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

  private static boolean passes(Person person, String control) {
    if (control.equals("NOFORN")) {
      return person.citizenships().contains(USA);
    }
    return WITHOUT_EFFECT_ON_ACCESS.contains(control) || MET_BY_GRANT.contains(control);
  }
}
