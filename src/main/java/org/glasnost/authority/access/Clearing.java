package org.glasnost.authority.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.glasnost.authority.Person;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Countries;
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
 *   <li>JOINT: citizen of an owner. A release list beside it may name others, who are no owners,
 *       and does not let them in.
 *   <li>DISPLAY ONLY: view, no copy. Whatever is shown here can be copied, so that nobody is let in
 *       for display: only who is let in by the release list.
 *   <li>A control that no test and no list is written for is refused, not passed.
 * </ul>
 */
public final class Clearing {
  static final List<Citation> AUTHORISED = List.of(Citation.of("32 CFR 2001.92(b)"));
  static final List<Citation> TABLE_5 = List.of(Citation.of("C16 G Table 5"));
  private static final String USA = "USA";

  private static final Set<String> WITHOUT_READ_IN = Set.of("FRD", "TFNI");

  /** First words of atomic energy markings; what adds to one follows after a sign. */
  private static final List<String> ATOMIC_ENERGY = List.of("RD", "FRD", "TFNI", "DCNI", "UCNI");

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

  /** Takes each test as it is made; its words are put together by whoever asks for them. */
  @FunctionalInterface
  private interface Answers {
    /** Returns whether to make the next one. */
    boolean take(boolean passed, List<Citation> cites, Supplier<String> test);
  }

  /** Whether every test is passed: the tests of {@link #tests} as far as the first that is not. */
  public static boolean covers(Person person, Protection protection) {
    return ask(person, protection, (passed, cites, test) -> passed);
  }

  /** Every test of the person against the protection, in the order of the brief. */
  public static List<Test> tests(Person person, Protection protection) {
    List<Test> tests = new ArrayList<>();
    ask(
        person,
        protection,
        (passed, cites, test) -> tests.add(new Test(test.get(), passed, cites)));
    return tests;
  }

  /** Makes the tests as long as the answers are taken; returns whether the last one was. */
  private static boolean ask(Person person, Protection protection, Answers answers) {
    ClassificationLevel level = protection.level();
    boolean unclassified = level == ClassificationLevel.UNCLASSIFIED;
    if (unclassified && asksForNothing(protection)) {
      return true;
    }
    ClassificationLevel clearance = person.clearance();
    return answers.take(
            clearance != null && clearance.dominates(level),
            AUTHORISED,
            () -> "clearance covers " + level.banner())
        && answers.take(
            unclassified || person.ndaSignedOn() != null,
            AUTHORISED,
            () -> "a non-disclosure agreement is signed")
        && askOfCompartments(person, protection.compartments(), answers)
        && askOfControls(person, protection.controls(), answers)
        && askOfRelease(person, protection.releasableTo(), answers)
        && askOfOwners(person, protection.owners(), answers)
        && askOfDisplay(person, protection, answers);
  }

  private static boolean asksForNothing(Protection protection) {
    return protection.compartments().isEmpty()
        && protection.controls().isEmpty()
        && protection.releasableTo().isEmpty()
        && protection.owners().isEmpty();
  }

  private static boolean askOfCompartments(
      Person person, Set<String> compartments, Answers answers) {
    for (String compartment : compartments) {
      if (isSci(compartment)
          && !answers.take(
              person.clearance() == ClassificationLevel.TOP_SECRET,
              TABLE_5,
              () -> "Top Secret clearance for " + compartment)) {
        return false;
      }
      if (!WITHOUT_READ_IN.contains(compartment)
          && !answers.take(
              person.readIns().contains(compartment), TABLE_5, () -> "read in to " + compartment)) {
        return false;
      }
    }
    return true;
  }

  private static boolean askOfControls(Person person, Set<String> controls, Answers answers) {
    for (String control : controls) {
      // Whether the person is on its list is asked of the grants.
      if (AccessList.of(control) == null
          && !answers.take(passes(person, control), TABLE_5, () -> words(control))) {
        return false;
      }
    }
    return true;
  }

  private static boolean askOfRelease(Person person, Set<String> releasableTo, Answers answers) {
    return releasableTo.isEmpty()
        || answers.take(
            !Collections.disjoint(person.citizenships(), releasableTo),
            TABLE_5,
            () -> "citizenship among " + String.join(", ", releasableTo));
  }

  private static boolean askOfOwners(Person person, Set<String> owners, Answers answers) {
    if (owners.isEmpty()) {
      return true;
    }
    for (String list : owners) {
      if (!answers.take(
          isOwner(person, list),
          TABLE_5,
          () -> "JOINT: citizenship of an owner, " + list.replace(" ", ", "))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOwner(Person person, String owners) {
    for (String country : person.citizenships()) {
      if (Countries.names(owners, country)) {
        return true;
      }
    }
    return false;
  }

  private static boolean askOfDisplay(Person person, Protection protection, Answers answers) {
    Set<String> displayed = protection.displayOnlyTo();
    return displayed.isEmpty()
        || answers.take(
            !Collections.disjoint(person.citizenships(), protection.releasableTo()),
            TABLE_5,
            () ->
                "DISPLAY ONLY: display to "
                    + String.join(", ", displayed)
                    + " is authorised; every view here can be copied, so it admits nobody by"
                    + " itself");
  }

  private static boolean isSci(String compartment) {
    if (compartment.startsWith("SAR-")) {
      return false;
    }
    for (String word : ATOMIC_ENERGY) {
      if (compartment.startsWith(word) && endsAt(compartment, word.length())) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsAt(String compartment, int length) {
    if (compartment.length() == length) {
      return true;
    }
    int next = compartment.codePointAt(length);
    return next != '_' && !Character.isLetterOrDigit(next);
  }

  /** A control as people write it: {@code EYES ONLY}. */
  static String words(String control) {
    return control.replace('_', ' ');
  }

  private static boolean passes(Person person, String control) {
    if (control.equals("NOFORN")) {
      return person.citizenships().contains(USA);
    }
    return WITHOUT_EFFECT_ON_ACCESS.contains(control);
  }
}
