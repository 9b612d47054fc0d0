package org.glasnost.web;

import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.authority.Delegation;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * A delegation, as answered over HTTP.
 *
 * @param authority to classify or to declassify
 * @param agency whose information it covers
 * @param toLevel the highest level it covers
 * @param from the first day
 * @param to the last day, or null where no end is set
 */
public record DelegationView(
    UUID id,
    Delegation.Authority authority,
    String agency,
    ClassificationLevel toLevel,
    LocalDate from,
    @Nullable LocalDate to) {

  /** As it is on record. */
  public static DelegationView of(Delegation delegation) {
    return new DelegationView(
        delegation.id(),
        delegation.authority(),
        delegation.agency(),
        delegation.toLevel(),
        delegation.from(),
        delegation.to());
  }
}
