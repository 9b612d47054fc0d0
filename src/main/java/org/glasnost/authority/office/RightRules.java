package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.Right;
import org.glasnost.authority.ShownWords;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.policy.Agencies;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an order must keep to, whoever proposes it. All findings at once.
 *
 * <p>Source: 32 CFR 2001.92(b), 2001.71(c)(3), (d)(3); the separation of duties and that nothing is
 * given for the past are the product's own.
 */
@Component
public class RightRules {
  /**
   * Controls, signs that only shape the line, and what has no character: two names would look
   * alike.
   */
  private static final String PROGRAM = "SAR-";

  private static final int LONGEST_COMPARTMENT = 100;
  private static final Pattern COMPARTMENT = Pattern.compile("[A-Z0-9]+(?:[ -][A-Z0-9]+)*");

  private final Agencies agencies;

  RightRules(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * What speaks against an order.
   *
   * @param sought what is asked for
   * @param from the first day asked for, or null for the day of the approval
   * @param to the last day asked for, or null
   * @param running what the person holds now or will hold
   * @param today in the office
   */
  public List<Finding> check(
      Sought sought,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<HeldRight> running,
      LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    if (from != null && from.isBefore(today)) {
      findings.add(
          Finding.error("RGT-0005", "A right begins today or later; none is given for the past.")
              .atMember("/from")
              .about(from.toString())
              .suggesting(today.toString()));
    }
    LocalDate first = from == null ? today : from;
    if (to != null && to.isBefore(first)) {
      findings.add(
          Finding.error("RGT-0006", "A right does not end before it begins.")
              .atMember("/to")
              .about(to.toString()));
    }
    Right right = sought.right();
    if (right == null) {
      needOf(sought.need(), to, findings);
    } else {
      of(right, today, findings);
      beside(right, from, running, today, findings);
    }
    return findings;
  }

  private static void needOf(
      Sought.@Nullable Need need, @Nullable LocalDate to, List<Finding> findings) {
    if (need == null) {
      return;
    }
    if (need.source() != GrantSource.DECISION && need.source() != GrantSource.NAMED) {
      findings.add(
          Finding.error(
                  "RGT-0016",
                  "Officers give a need to know by decision, or record who is named by the record;"
                      + " the other sources come of themselves.")
              .atMember("/grant/source")
              .about(need.source().name())
              .suggesting(GrantSource.DECISION.name()));
    }
    if (need.source() == GrantSource.DECISION && to == null) {
      findings.add(
          Finding.error("RGT-0017", "A need to know by decision has an end; name its last day.")
              .atMember("/to"));
    }
  }

  private void of(Right right, LocalDate today, List<Finding> findings) {
    switch (right.kind()) {
      case OFFICE -> {
        Right.Office office = (Right.Office) right;
        words(office.displayName(), "/grant/displayName", findings);
        words(office.position(), "/grant/position", findings);
        agency(office.agency(), findings);
      }
      case ROLE -> {
        // What stands beside it is looked at below.
      }
      case CLEARANCE -> level(((Right.Clearance) right).level(), "/grant/level", findings);
      case READ_IN -> compartment(((Right.Briefing) right).compartment(), findings);
      case CITIZENSHIP -> country(((Right.Citizen) right).country(), findings);
      case NONDISCLOSURE ->
          notAhead(((Right.Agreement) right).signedOn(), today, "/grant/signedOn", findings);
      case DELEGATION -> {
        agency(((Right.Delegated) right).agency(), findings);
        level(((Right.Delegated) right).toLevel(), "/grant/toLevel", findings);
      }
      case TRAINING -> {
        Right.Trained done = (Right.Trained) right;
        notAhead(done.completedOn(), today, "/grant/completedOn", findings);
        if (done.training().countsUntil(done.completedOn()).isBefore(today)) {
          findings.add(
              Finding.error(
                      "RGT-0015",
                      "A training of that day counted until "
                          + done.training().countsUntil(done.completedOn())
                          + ". It is done anew, then recorded.")
                  .atMember("/grant/completedOn")
                  .about(done.completedOn().toString())
                  .citing(done.training().cites().toArray(Citation[]::new)));
        }
      }
    }
  }

  private static void beside(
      Right right,
      @Nullable LocalDate from,
      List<HeldRight> running,
      LocalDate today,
      List<Finding> findings) {
    if (running.stream().anyMatch(held -> held.right().equals(right) && held.to() == null)) {
      findings.add(
          Finding.error("RGT-0013", "This person holds exactly this already, without an end.")
              .atMember("/grant"));
    }
    if (right.kind() == Right.Kind.OFFICE && from != null && from.isAfter(today)) {
      findings.add(
          Finding.error("RGT-0018", "An office is changed on the day of the approval.")
              .atMember("/from")
              .about(from.toString()));
    }
    boolean decidesNothing =
        running.stream().map(HeldRight::right).anyMatch(RightRules::isHeldAlone);
    if (right.kind() == Right.Kind.DELEGATION && decidesNothing) {
      findings.add(
          Finding.error(
                  "RGT-0030",
                  "Security officers, administrators and auditors decide of no record: no authority"
                      + " is delegated to them.")
              .atMember("/grant/kind"));
    }
    if (isHeldAlone(right)
        && running.stream().anyMatch(held -> held.right().kind() == Right.Kind.DELEGATION)) {
      findings.add(
          Finding.error(
                  "RGT-0030",
                  "Authority over records is delegated to this person; security officers,"
                      + " administrators and auditors decide of none. End the delegation first.")
              .atMember("/grant/role"));
    }
    if (right instanceof Right.Appointment appointment) {
      boolean alone = appointment.role().isHeldAlone();
      boolean conflict =
          running.stream()
              .map(HeldRight::right)
              .filter(Right.Appointment.class::isInstance)
              .map(held -> ((Right.Appointment) held).role())
              .anyMatch(role -> role != appointment.role() && (alone || role.isHeldAlone()));
      if (conflict) {
        findings.add(
            Finding.error(
                    "RGT-0014",
                    "Security officers, administrators and auditors hold no other role: end the one"
                        + " first.")
                .atMember("/grant/role")
                .about(appointment.role().name()));
      }
    }
  }

  private static boolean isHeldAlone(Right right) {
    return right instanceof Right.Appointment appointment && appointment.role().isHeldAlone();
  }

  private static void words(String words, String at, List<Finding> findings) {
    if (!ShownWords.areLine(words)) {
      findings.add(
          Finding.error(
                  "RGT-0008",
                  "Between one and two hundred characters are needed here, a letter or digit among"
                      + " them and none that does not show.")
              .atMember(at));
    }
  }

  private void agency(String agency, List<Finding> findings) {
    if (!agencies.known(agency)) {
      findings.add(
          Finding.error(
                  "RGT-0009", "There is no agency of this id; /api/policy/agencies lists them.")
              .atMember("/grant/agency")
              .about(agency));
    }
  }

  /** A word that some marking may bear: the first word of it stands in a register. */
  private static void compartment(String compartment, List<Finding> findings) {
    String root = compartment.split("[- ]", 2)[0];
    boolean known =
        compartment.length() <= LONGEST_COMPARTMENT
            && COMPARTMENT.matcher(compartment).matches()
            && ((compartment.startsWith(PROGRAM) && compartment.length() > PROGRAM.length())
                || MarkingRegister.cnsi().token(RegisterCategory.SCI, root) != null
                || MarkingRegister.cnsi().token(RegisterCategory.AEA, root) != null
                || MarkingRegister.historic().token(RegisterCategory.CODEWORD, compartment)
                    != null);
    if (!known) {
      findings.add(
          Finding.error(
                  "RGT-0010",
                  "No register has this compartment. Write it as a banner does, such as SI-G,"
                      + " SAR-BP or UMBRA.")
              .atMember("/grant/compartment")
              .about(compartment));
    }
  }

  private static void country(String country, List<Finding> findings) {
    if (MarkingRegister.cnsi().token(RegisterCategory.COUNTRY, country) == null) {
      findings.add(
          Finding.error("RGT-0011", "No register has this country. Name its trigraph, such as USA.")
              .atMember("/grant/country")
              .about(country));
    }
  }

  private static void level(ClassificationLevel level, String at, List<Finding> findings) {
    if (level == ClassificationLevel.UNCLASSIFIED) {
      findings.add(
          Finding.error(
                  "RGT-0027",
                  "CONFIDENTIAL, SECRET and TOP_SECRET are the levels that one is cleared for or has"
                      + " authority over.")
              .atMember(at)
              .about(level.name())
              .citing(Citation.of("32 CFR 2001.24(a)")));
    }
  }

  private static void notAhead(LocalDate day, LocalDate today, String at, List<Finding> findings) {
    if (day.isAfter(today)) {
      findings.add(
          Finding.error("RGT-0012", "This day has not come yet. Record it when it has.")
              .atMember(at)
              .about(day.toString()));
    }
  }
}
