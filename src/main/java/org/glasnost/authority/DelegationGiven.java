package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/** An authority given in writing over an agency's information, up to a level. */
@Entity
@Table(name = "delegation")
class DelegationGiven extends HeldRow {

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", nullable = false, updatable = false)
  private Delegation.Authority kind;

  @Column(name = "agency", nullable = false, updatable = false)
  private String agency;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_level", nullable = false, updatable = false)
  private ClassificationLevel toLevel;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  DelegationGiven() {}

  DelegationGiven(
      Account account,
      Delegation.Authority kind,
      String agency,
      ClassificationLevel toLevel,
      Held held,
      @Nullable UUID order) {
    super(account, held, order);
    this.kind = kind;
    this.agency = agency;
    this.toLevel = toLevel;
  }

  Delegation.Authority authority() {
    return kind;
  }

  String agency() {
    return agency;
  }

  ClassificationLevel toLevel() {
    return toLevel;
  }

  @Override
  Right right() {
    return new Right.Delegated(kind, agency, toLevel);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new DelegationGiven(account, kind, agency, toLevel, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.delegations.add(this);
  }
}
