package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/** A clearance to a level. */
@Entity
@Table(name = "clearance")
class ClearanceHeld extends HeldRow {

  @Enumerated(EnumType.STRING)
  @Column(name = "level", nullable = false, updatable = false)
  private ClassificationLevel level;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  ClearanceHeld() {}

  ClearanceHeld(Account account, ClassificationLevel level, Held held, @Nullable UUID order) {
    super(account, held, order);
    this.level = level;
  }

  ClassificationLevel level() {
    return level;
  }

  @Override
  Right right() {
    return new Right.Clearance(level);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new ClearanceHeld(account, level, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.clearances.add(this);
  }
}
