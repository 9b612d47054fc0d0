package org.glasnost.authority.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.authority.Person;
import org.glasnost.marking.Protection;

/**
 * Whether somebody may know of a record and read its text, test by test. A pure function of the
 * person, the protection and the grants: what {@link Sight} asks of a whole table in SQL, asked of
 * one record and explained. A property test holds the two together.
 *
 * <p>Source: 32 CFR 2001.92(b); C16 section G, table 5.
 *
 * @param tests every test of the person against the protection, need-to-know last
 * @param lists what the record hangs on beside clearance: {@code PERSONS}, {@code ORGANISATIONS},
 *     {@code PROGRAM}
 * @param needs the grants to this person, each with whether it meets the record's lists
 * @param mayKnow whether they may know that the record is there: title, marking, state
 * @param mayRead whether they may read its text
 */
public record AccessDecision(
    List<Clearing.Test> tests,
    List<String> lists,
    List<Need> needs,
    boolean mayKnow,
    boolean mayRead) {

  /** Nobody could see what was not there: on that day, by what was then recorded. */
  public static AccessDecision notOnFile() {
    return failing("the record was on file");
  }

  /** Nothing is open to who holds no office: on that day, by what was then recorded. */
  public static AccessDecision withoutOffice() {
    return failing("an office was held");
  }

  private static AccessDecision failing(String test) {
    return new AccessDecision(
        List.of(new Clearing.Test(test, false, Clearing.AUTHORISED)),
        List.of(),
        List.of(),
        false,
        false);
  }

  /** Copies the lists. */
  public AccessDecision {
    tests = List.copyOf(tests);
    lists = List.copyOf(lists);
    needs = List.copyOf(needs);
  }

  /**
   * A grant to this person.
   *
   * @param grant as recorded
   * @param counts whether its source meets every list that the record hangs on
   */
  public record Need(HeldGrant grant, boolean counts) {}

  /**
   * Decides.
   *
   * @param person who asks
   * @param protection what the record is held at
   * @param grants those on the record that hold on the day, to whomever
   * @param agencies of the record: the originating and the holding one
   */
  public static AccessDecision of(
      Person person, Protection protection, List<HeldGrant> grants, Set<String> agencies) {
    Set<AccessList> lists = AccessList.of(protection);
    boolean ofTheirAgency = agencies.contains(person.agency());
    List<Need> needs = new ArrayList<>();
    boolean known = false;
    boolean text = false;
    for (HeldGrant grant : grants) {
      if (grant.isFor(person)) {
        boolean counts = meetsAll(lists, grant.source(), ofTheirAgency);
        needs.add(new Need(grant, counts));
        known |= counts;
        text |= counts && grant.scope() == GrantScope.TEXT;
      }
    }
    List<Clearing.Test> tests = new ArrayList<>(Clearing.tests(person, protection));
    boolean cleared = Clearing.covers(person, protection);
    tests.addAll(ofLists(protection, needs, ofTheirAgency));
    tests.add(
        new Clearing.Test(
            lists.size() > 1
                ? "a need to know is on record, and one that meets every list"
                : "a need to know is on record",
            known,
            Clearing.AUTHORISED));
    return new AccessDecision(tests, names(lists), needs, cleared && known, cleared && text);
  }

  /** Of each control that hangs on a list: whether that list is met, whatever the others ask. */
  private static List<Clearing.Test> ofLists(
      Protection protection, List<Need> needs, boolean ofTheirAgency) {
    List<Clearing.Test> tests = new ArrayList<>();
    boolean persons = false;
    for (String control : protection.controls()) {
      AccessList list = AccessList.of(control);
      if (list != null) {
        tests.add(ofList(Clearing.words(control), list, needs, ofTheirAgency));
        persons |= list == AccessList.PERSONS;
      }
    }
    if (!persons && !protection.recipients().isEmpty()) {
      tests.add(ofList("named recipients", AccessList.PERSONS, needs, ofTheirAgency));
    }
    return tests;
  }

  private static Clearing.Test ofList(
      String control, AccessList list, List<Need> needs, boolean ofTheirAgency) {
    boolean met =
        needs.stream().anyMatch(need -> list.isMetBy(need.grant().source()))
            || (list.isMetByAgency() && ofTheirAgency);
    return new Clearing.Test(control + ": " + list.asks(), met, Clearing.TABLE_5);
  }

  private static List<String> names(Set<AccessList> lists) {
    List<String> names = new ArrayList<>(lists.size());
    lists.forEach(list -> names.add(list.name()));
    return names;
  }

  private static boolean meetsAll(
      Set<AccessList> lists, GrantSource source, boolean ofTheirAgency) {
    for (AccessList list : lists) {
      if (!list.isMetBy(source) && !(list.isMetByAgency() && ofTheirAgency)) {
        return false;
      }
    }
    return true;
  }
}
