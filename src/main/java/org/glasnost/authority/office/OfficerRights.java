package org.glasnost.authority.office;

import java.util.UUID;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;

/**
 * Who may give and end rights: two security officers, neither of them to themselves. Two accounts
 * of one name count as one person: whoever opens an account tells people of the same name apart.
 */
public final class OfficerRights {
  private OfficerRights() {}

  /**
   * An account and the name behind it.
   *
   * @param account its id
   * @param name how pages name the person; blank where nobody was ever named
   */
  record Named(UUID account, String name) {
    static Named of(Person person) {
      return new Named(person.id(), person.displayName());
    }

    boolean is(Person person) {
      return account.equals(person.id()) || OnePerson.sameName(name, person.displayName());
    }
  }

  /**
   * Lets security officers alone go on.
   *
   * @throws Refused on ground NOT_ENTITLED unless the person is a security officer
   */
  public static void requireOfficer(Person person) {
    if (!person.has(Role.SECURITY_OFFICER)) {
      throw noOfficer();
    }
  }

  static Refused noOfficer() {
    return new Refused(
        Ground.NOT_ENTITLED,
        Finding.error(
            "RGT-0001", "People and their rights are kept by security officers. Ask one."));
  }

  /**
   * @throws Refused on ground NOT_ENTITLED unless the person is a security officer and not the one
   *     whom it concerns
   */
  static void requireOfficerFor(Person person, Named subject) {
    requireOfficer(person);
    if (subject.is(person)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0002",
              "Nobody keeps their own rights, under another account neither. Two other officers are"
                  + " needed for it."));
    }
  }

  /**
   * @throws Refused on ground NOT_ENTITLED unless the person is a security officer, neither the one
   *     who proposed the order nor the one whom it is for
   */
  static void requireSecond(Person person, Named first, Named subject) {
    requireOfficerFor(person, subject);
    if (first.is(person)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0003",
              "What one security officer proposes is decided by another one, not by the same person"
                  + " under another account."));
    }
  }
}
