package org.glasnost.authority;

import java.time.LocalDate;
import org.glasnost.marking.ClassificationLevel;

/**
 * One thing that a person may hold, and that two security officers give: an office, a role, what
 * they are cleared for, an authority, a training. Each is a row of its own in two times.
 *
 * <p>Source: 32 CFR 2001.92(b) (eligibility, agreement, need to know); E.O. 13526 sections 1.3(c)
 * and 6.1(l) (delegations in writing); 32 CFR 2001.71 (training).
 */
public sealed interface Right {
  /** What kind of right it is. */
  Kind kind();

  /** The kinds of rights; one for each row that a person may have. */
  enum Kind {
    OFFICE,
    ROLE,
    CLEARANCE,
    READ_IN,
    CITIZENSHIP,
    NONDISCLOSURE,
    DELEGATION,
    TRAINING
  }

  /**
   * An office held in an agency; a person holds one at a time.
   *
   * @param displayName how pages name the person there
   * @param position such as {@code Reviewer}
   * @param agency id of the agency
   */
  record Office(String displayName, String position, String agency) implements Right {
    @Override
    public Kind kind() {
      return Kind.OFFICE;
    }
  }

  /**
   * An appointment.
   *
   * @param role what they are appointed to do
   */
  record Appointment(Role role) implements Right {
    @Override
    public Kind kind() {
      return Kind.ROLE;
    }
  }

  /**
   * A clearance after a determination of eligibility.
   *
   * @param level the highest level it covers
   */
  record Clearance(ClassificationLevel level) implements Right {
    @Override
    public Kind kind() {
      return Kind.CLEARANCE;
    }
  }

  /**
   * Access to a compartment or program after a briefing.
   *
   * @param compartment as a banner writes it, such as {@code SI-G} or {@code SAR-BP}
   */
  record Briefing(String compartment) implements Right {
    @Override
    public Kind kind() {
      return Kind.READ_IN;
    }
  }

  /**
   * A citizenship.
   *
   * @param country its trigraph, such as {@code USA}
   */
  record Citizen(String country) implements Right {
    @Override
    public Kind kind() {
      return Kind.CITIZENSHIP;
    }
  }

  /**
   * A nondisclosure agreement (SF 312).
   *
   * @param signedOn the day of the signature, which may lie before the day it is recorded
   */
  record Agreement(LocalDate signedOn) implements Right {
    @Override
    public Kind kind() {
      return Kind.NONDISCLOSURE;
    }
  }

  /**
   * An authority given in writing.
   *
   * @param authority to classify or to declassify
   * @param agency whose information it covers
   * @param toLevel the highest level it covers
   */
  record Delegated(Delegation.Authority authority, String agency, ClassificationLevel toLevel)
      implements Right {
    @Override
    public Kind kind() {
      return Kind.DELEGATION;
    }
  }

  /**
   * A completed training.
   *
   * @param training which
   * @param completedOn the day of completion, which may lie before the day it is recorded
   */
  record Trained(TrainingKind training, LocalDate completedOn) implements Right {
    @Override
    public Kind kind() {
      return Kind.TRAINING;
    }
  }
}
