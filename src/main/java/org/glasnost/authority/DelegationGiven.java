package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.glasnost.marking.ClassificationLevel;

/** An authority given in writing over an agency's information, up to a level. */
@Entity
@Table(name = "delegation")
class DelegationGiven extends HeldRow {

  @Column(name = "agency", nullable = false, updatable = false)
  private String agency;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_level", nullable = false, updatable = false)
  private ClassificationLevel toLevel;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  DelegationGiven() {}

  DelegationGiven(Account account, String agency, ClassificationLevel toLevel, Held held) {
    super(account, held);
    this.agency = agency;
    this.toLevel = toLevel;
  }

  String agency() {
    return agency;
  }

  ClassificationLevel toLevel() {
    return toLevel;
  }
}
