package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  RoleAssignment(Account account, Role role, Held held, @Nullable UUID order) {
    super(account, held, order);
    this.role = role;
  }

  Role role() {
    return role;
  }

  @Override
  Right right() {
    return new Right.Appointment(role);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new RoleAssignment(account, role, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.roles.add(this);
  }
}
