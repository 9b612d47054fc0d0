package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.glasnost.marking.ClassificationLevel;

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

  ClearanceHeld(Account account, ClassificationLevel level, Held held) {
    super(account, held);
    this.level = level;
  }

  ClassificationLevel level() {
    return level;
  }
}
