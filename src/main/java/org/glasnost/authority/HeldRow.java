package org.glasnost.authority;

import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** What all rows about an account share: whose it is and when it held. */
@MappedSuperclass
class HeldRow {
  @Id private UUID id;

  /** Whose it is: the column by which Hibernate finds the rows of an account. */
  @SuppressWarnings("UnusedVariable")
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Embedded private Held held;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  HeldRow() {}

  HeldRow(Account account, Held held) {
    this.id = UUID.randomUUID();
    this.account = account;
    this.held = held;
  }

  UUID id() {
    return id;
  }

  Held held() {
    return held;
  }
}
