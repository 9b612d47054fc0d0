package org.glasnost.authority.office;

import org.glasnost.authority.KnownAs;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;

/**
 * Who may give and end rights: two security officers, neither of them to themselves. Accounts that
 * bear or ever bore one name count as one person: whoever opens an account tells people of the same
 * name apart.
 */
public final class OfficerRights {
  private OfficerRights() {}

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
   * @throws Refused on ground NOT_ENTITLED if the officer is the one whom it concerns
   */
  static void requireOther(KnownAs officer, KnownAs subject) {
    if (subject.is(officer)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0002",
              "Nobody keeps their own rights, under another account neither. Two other officers are"
                  + " needed for it."));
    }
  }

  /**
   * @throws Refused on ground NOT_ENTITLED if the officer is the one who proposed the order, or the
   *     one whom it is for
   */
  static void requireSecond(KnownAs officer, KnownAs first, KnownAs subject) {
    requireOther(officer, subject);
    if (first.is(officer)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0003",
              "What one security officer proposes is decided by another one, not by the same person"
                  + " under another account."));
    }
  }
}
