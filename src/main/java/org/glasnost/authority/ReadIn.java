package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Access to a compartment or program, after a briefing. */
@Entity
@Table(name = "read_in")
class ReadIn extends HeldRow {

  @Column(name = "compartment", nullable = false, updatable = false)
  private String compartment;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  ReadIn() {}

  ReadIn(Account account, String compartment, Held held) {
    super(account, held);
    this.compartment = compartment;
  }

  String compartment() {
    return compartment;
  }
}
