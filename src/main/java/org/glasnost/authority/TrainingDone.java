package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A completed training. */
@Entity
@Table(name = "training")
class TrainingDone extends HeldRow {

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", nullable = false, updatable = false)
  private TrainingKind kind;

  @Column(name = "completed_on", nullable = false, updatable = false)
  private LocalDate completedOn;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  TrainingDone() {}

  TrainingDone(
      Account account, TrainingKind kind, LocalDate completedOn, Held held, @Nullable UUID order) {
    super(account, held, order);
    this.kind = kind;
    this.completedOn = completedOn;
  }

  TrainingKind kind() {
    return kind;
  }

  LocalDate completedOn() {
    return completedOn;
  }

  /** The last day on which it counts: its own, or that of the row where that comes before. */
  LocalDate countsUntil() {
    LocalDate own = kind.countsUntil(completedOn);
    LocalDate last = held().validTo();
    return last == null || own.isBefore(last) ? own : last;
  }

  @Override
  Right right() {
    return new Right.Trained(kind, completedOn);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new TrainingDone(account, kind, completedOn, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.trainings.add(this);
  }
}
