package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A citizenship, as a country trigraph. */
@Entity
@Table(name = "citizenship")
class Citizenship extends HeldRow {

  @Column(name = "country", nullable = false, updatable = false)
  private String country;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  Citizenship() {}

  Citizenship(Account account, String country, Held held, @Nullable UUID order) {
    super(account, held, order);
    this.country = country;
  }

  String country() {
    return country;
  }

  @Override
  Right right() {
    return new Right.Citizen(country);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new Citizenship(account, country, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.citizenships.add(this);
  }
}
