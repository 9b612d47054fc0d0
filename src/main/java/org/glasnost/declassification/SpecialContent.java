package org.glasnost.declassification;

/** Information in a document that follows rules of its own. */
public enum SpecialContent {
  /** Restricted Data. */
  RD,
  /** Formerly Restricted Data. */
  FRD,
  /** Transclassified Foreign Nuclear Information. */
  TFNI,
  /** NATO information. */
  NATO,
  /** Foreign government information. */
  FGI,
  /** Space-based reconnaissance imagery under E.O. 12951. */
  EO_12951_IMAGERY;

  /** Whether only the Department of Energy can declassify it. */
  public boolean underAtomicEnergyAct() {
    return switch (this) {
      case RD, FRD, TFNI -> true;
      case NATO, FGI, EO_12951_IMAGERY -> false;
    };
  }
}
