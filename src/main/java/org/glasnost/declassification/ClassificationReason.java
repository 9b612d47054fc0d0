package org.glasnost.declassification;

/**
 * Why information may be classified: the paragraphs of section 1.4 of E.O. 13526, as an original
 * classification authority cites them (32 CFR 2001.21(a)(3)).
 */
public enum ClassificationReason {
  /** Military plans, weapons systems or operations. */
  MILITARY('a'),
  /** Foreign government information. */
  FOREIGN_GOVERNMENT('b'),
  /** Intelligence activities, sources or methods, or cryptology. */
  INTELLIGENCE('c'),
  /** Foreign relations or foreign activities of the United States. */
  FOREIGN_RELATIONS('d'),
  /** Scientific, technological or economic matters of national security. */
  SCIENCE('e'),
  /** Safeguarding nuclear materials or facilities. */
  NUCLEAR_SAFEGUARDS('f'),
  /** Vulnerabilities or capabilities of systems, installations, plans. */
  VULNERABILITIES('g'),
  /** Weapons of mass destruction. */
  MASS_DESTRUCTION('h');

  private final char letter;

  ClassificationReason(char letter) {
    this.letter = letter;
  }

  /** As it stands in a block, such as {@code 1.4(c)}. */
  public String written() {
    return "1.4(" + letter + ")";
  }
}
