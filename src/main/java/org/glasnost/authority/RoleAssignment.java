package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** An appointment to a role. */
@Entity
@Table(name = "role_assignment")
class RoleAssignment extends HeldRow {

  @Enumerated(EnumType.STRING)
  @Column(name = "role", nullable = false, updatable = false)
  private Role role;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  RoleAssignment() {}

  RoleAssignment(Account account, Role role, Held held) {
    super(account, held);
    this.role = role;
  }

  Role role() {
    return role;
  }
}
