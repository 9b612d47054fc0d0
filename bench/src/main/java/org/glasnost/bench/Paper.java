package org.glasnost.bench;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A row such as that of a document: a version, a state, a label and what was registered. */
@MappedSuperclass
abstract class Paper {
  @Id UUID id;
  @Version long version;
  String state = "PROTECTED";
  long label;
  UUID registration;
  UUID text;
  int textLength = 4711;
  int portionCount = 37;

  @Column(length = 40)
  String holdingAgency = "NARA";

  Instant registeredAt = Instant.EPOCH;
  UUID registeredBy;

  /** For Hibernate. */
  Paper() {}

  Paper(UUID id) {
    this.id = id;
    this.registration = id;
    this.text = id;
    this.registeredBy = id;
  }

  /** The change of the business transaction. */
  void change() {
    label++;
    state = state.equals("PROTECTED") ? "UNDER_REVIEW" : "PROTECTED";
  }

  /** One that Hibernate keeps, and nobody else. */
  @Entity
  @Table(name = "bench_plain")
  static class Plain extends Paper {
    /** For Hibernate. */
    Plain() {}

    Plain(UUID id) {
      super(id);
    }
  }

  /** The same, of which Envers keeps each state. */
  @Entity
  @Table(name = "bench_kept")
  @Audited
  @org.hibernate.envers.AuditOverride(forClass = Paper.class)
  static class Kept extends Paper {
    /** For Hibernate. */
    Kept() {}

    Kept(UUID id) {
      super(id);
    }
  }
}
