package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed nondisclosure agreement (SF 312). */
@Entity
@Table(name = "nondisclosure_agreement")
class NondisclosureAgreement extends HeldRow {

  @Column(name = "signed_on", nullable = false, updatable = false)
  private LocalDate signedOn;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  NondisclosureAgreement() {}

  NondisclosureAgreement(Account account, LocalDate signedOn, Held held, @Nullable UUID order) {
    super(account, held, order);
    this.signedOn = signedOn;
  }

  LocalDate signedOn() {
    return signedOn;
  }

  @Override
  Right right() {
    return new Right.Agreement(signedOn);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new NondisclosureAgreement(account, signedOn, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.agreements.add(this);
  }
}
