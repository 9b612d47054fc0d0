package org.glasnost.authority.office;

import java.util.UUID;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;

/** Who may give and end rights: two security officers, neither of them to themselves. */
public final class OfficerRights {
  private OfficerRights() {}

  /**
   * @throws Refused on ground NOT_ENTITLED unless the person is a security officer
   */
  public static void requireOfficer(Person person) {
    if (!person.has(Role.SECURITY_OFFICER)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error("RGT-0001", "People and their rights are kept by security officers."));
    }
  }

  /**
   * @throws Refused on ground NOT_ENTITLED unless the person is a security officer and not the one
   *     whom it concerns
   */
  static void requireOfficerFor(Person person, UUID subject) {
    requireOfficer(person);
    if (person.id().equals(subject)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0002", "Nobody keeps their own rights. Two other officers are needed for it."));
    }
  }

  /**
   * @throws Refused on ground NOT_ENTITLED unless the person is a security officer, neither the one
   *     who proposed the order nor the one whom it is for
   */
  static void requireSecond(Person person, RightsOrder order, String nameOfFirst) {
    requireOfficerFor(person, order.person());
    // Two accounts of one person are one officer: the first accounts are held to it by their names.
    if (person.id().equals(order.proposedBy()) || same(person.displayName(), nameOfFirst)) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0003", "What one security officer proposes is decided by another one."));
    }
  }

  private static boolean same(String one, String other) {
    return one.strip()
        .replaceAll("\\s+", " ")
        .equalsIgnoreCase(other.strip().replaceAll("\\s+", " "));
  }
}
