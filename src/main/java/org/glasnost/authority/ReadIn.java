package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access to a compartment or program, after a briefing. */
@Entity
@Table(name = "read_in")
class ReadIn extends HeldRow {

  @Column(name = "compartment", nullable = false, updatable = false)
  private String compartment;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  ReadIn() {}

  ReadIn(Account account, String compartment, Held held, @Nullable UUID order) {
    super(account, held, order);
    this.compartment = compartment;
  }

  String compartment() {
    return compartment;
  }

  @Override
  Right right() {
    return new Right.Briefing(compartment);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new ReadIn(account, compartment, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.readIns.add(this);
  }
}
