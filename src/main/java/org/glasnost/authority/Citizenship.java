package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A citizenship, as a country trigraph. */
@Entity
@Table(name = "citizenship")
class Citizenship extends HeldRow {

  @Column(name = "country", nullable = false, updatable = false)
  private String country;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  Citizenship() {}

  Citizenship(Account account, String country, Held held) {
    super(account, held);
    this.country = country;
  }

  String country() {
    return country;
  }
}
