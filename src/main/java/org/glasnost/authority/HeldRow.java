package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What all rows about an account share: whose it is and when it held. */
@MappedSuperclass
abstract class HeldRow {
  @Id private UUID id;

  /** Whose it is: the column by which Hibernate finds the rows of an account. */
  @SuppressWarnings("UnusedVariable")
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Embedded private Held held;

  /** The order of two officers that gave it, or null where it came with the account. */
  @Column(name = "rights_order", updatable = false)
  private @Nullable UUID order;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  HeldRow() {}

  HeldRow(Account account, Held held, @Nullable UUID order) {
    this.id = UUID.randomUUID();
    this.account = account;
    this.held = held;
    this.order = order;
  }

  UUID id() {
    return id;
  }

  Held held() {
    return held;
  }

  @Nullable UUID order() {
    return order;
  }

  /** What the row says the person holds. */
  abstract Right right();

  /** The same right under other times. */
  abstract HeldRow again(Account account, Held other);

  /** Puts the row among those of its kind. */
  abstract void joinTo(Account account);

  /** From that instant on the record no longer says so. */
  void supersede(Instant now) {
    held = held.superseded(now);
  }
}
