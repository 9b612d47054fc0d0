package org.glasnost.authority.office;

import java.time.Instant;
import java.util.UUID;
import org.glasnost.authority.KnownAs;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.stereotype.Component;

/** What holds of the officer who decides what another one proposed, whatever it gives. */
@Component
class SecondOfficer {
  private final People people;
  private final OnePerson onePerson;
  private final OfficeDay officeDay;

  SecondOfficer(People people, OnePerson onePerson, OfficeDay officeDay) {
    this.people = people;
    this.onePerson = onePerson;
    this.officeDay = officeDay;
  }

  /**
   * @throws Refused on ground NOT_ENTITLED unless a security officer asks who is neither the one
   *     who proposed it nor the one whom it is for
   */
  void require(Person officer, UUID proposedBy, KnownAs subject) {
    OfficerRights.requireOfficer(officer);
    OfficerRights.requireSecond(onePerson.knownAs(officer), onePerson.knownAs(proposedBy), subject);
  }

  /**
   * Who was made an officer after it was proposed decides on what is proposed from then on.
   *
   * @throws Refused on ground NOT_ENTITLED unless the officer was one when it was proposed
   */
  void requireOfficerWhen(Person officer, Instant proposedAt) {
    boolean was =
        people
            .asOf(officer.id(), officeDay.dayOf(proposedAt), proposedAt)
            .filter(person -> person.has(Role.SECURITY_OFFICER))
            .isPresent();
    if (!was) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0026",
              "Whoever approves this was a security officer when it was proposed. Have it proposed"
                  + " anew."));
    }
  }

  /**
   * @throws Refused on ground CONFLICT if the first officer is one no more
   */
  void requireFirstStill(UUID proposedBy) {
    if (people.byId(proposedBy).filter(p -> p.has(Role.SECURITY_OFFICER)).isEmpty()) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "RGT-0021",
              "Whoever proposed this is a security officer no more. Reject it, and propose it"
                  + " anew."));
    }
  }

  /**
   * @throws Refused on ground NOT_ENTITLED unless the officer proposed it
   */
  static void requireOwn(Person officer, UUID proposedBy) {
    if (!proposedBy.equals(officer.id())) {
      throw new Refused(
          Ground.NOT_ENTITLED,
          Finding.error(
              "RGT-0022", "Only who proposed it takes it back; another officer rejects it."));
    }
  }

  /**
   * @throws Refused on ground CONFLICT if it is decided
   */
  static void requireProposed(OrderState state) {
    if (state != OrderState.PROPOSED) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "RGT-0004", "This order is decided already. Propose what is still needed."));
    }
  }
}
