package org.glasnost.authority;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a person is appointed to do. A role alone gives sight of nothing; it says which tasks one
 * may be offered. The words for screens stand in {@code config/roles.yaml}.
 */
public enum Role {
  /** Takes records in and orders reviews of what its agency holds. */
  INTAKE_OFFICER,
  /** Classifies derivatively: carries markings over from sources, confirms what was read. */
  CLASSIFIER,
  /** Classifies in the first instance, under a delegation (E.O. 13526 section 1.3). */
  ORIGINAL_CLASSIFICATION_AUTHORITY,
  /** Reviews portion by portion for the agency of origin. */
  REVIEWER,
  /** Reviews a second time, and decides where two reviews differ. */
  SENIOR_REVIEWER,
  /** Reviews what belongs to its own agency in another agency's record. */
  EQUITY_REVIEWER,
  /** Finds whose equities a record holds and carries referrals and answers. */
  REFERRAL_COORDINATOR,
  /** Declassifies, within its delegation (E.O. 13526 section 6.1(l)). */
  DECLASSIFICATION_AUTHORITY,
  /** Takes out of the copy what is withheld, or checks that another did. */
  REDACTOR,
  /** Keeps the records and releases the copies. */
  RECORDS_MANAGER,
  /** Deploys and operates; decides nothing and sees no text. */
  ADMINISTRATOR,
  /** Keeps people, clearances and grants; holds no other role. */
  SECURITY_OFFICER,
  /** Reads the journal and the metadata up to its own clearance; no text. */
  AUDITOR;

  private static final Set<Role> APART =
      Set.copyOf(EnumSet.of(SECURITY_OFFICER, ADMINISTRATOR, AUDITOR));

  /**
   * Whether whoever holds it holds no other: who keeps the rights, who deploys and who watches are
   * none of those whom they give them to, deploy for and watch.
   */
  public boolean isHeldAlone() {
    return APART.contains(this);
  }
}
