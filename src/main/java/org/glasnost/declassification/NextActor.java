package org.glasnost.declassification;

/** Who must act before anything further happens to the classification of a record. */
public enum NextActor {
  /** The agency that originated the information. */
  ORIGINATING_AGENCY,
  /** An original classification authority with jurisdiction. */
  ORIGINAL_CLASSIFICATION_AUTHORITY,
  /** A declassification authority, who records what the rule has done. */
  DECLASSIFICATION_AUTHORITY,
  /** The agency whose equity was referred. */
  REFERRED_AGENCY,
  /** The records manager of the holding agency. */
  RECORDS_MANAGER,
  /** The National Declassification Center. */
  NDC,
  /** The Interagency Security Classification Appeals Panel. */
  PANEL,
  /** The Information Security Oversight Office. */
  ISOO,
  /** The Director of National Intelligence. */
  DNI,
  /** The Department of Energy. */
  DOE,
  /** The North Atlantic Treaty Organization. */
  NATO
}
