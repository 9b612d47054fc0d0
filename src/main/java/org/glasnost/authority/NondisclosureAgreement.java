package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A signed nondisclosure agreement (SF 312). */
@Entity
@Table(name = "nondisclosure_agreement")
class NondisclosureAgreement extends HeldRow {

  @Column(name = "signed_on", nullable = false, updatable = false)
  private LocalDate signedOn;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  NondisclosureAgreement() {}

  NondisclosureAgreement(Account account, LocalDate signedOn, Held held) {
    super(account, held);
    this.signedOn = signedOn;
  }

  LocalDate signedOn() {
    return signedOn;
  }
}
