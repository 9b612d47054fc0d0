package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The office that a person holds: their name there, their position and the agency. */
@Entity
@Table(name = "post")
class Post extends HeldRow {

  @Column(name = "display_name", nullable = false, updatable = false)
  private String displayName;

  @Column(name = "position", nullable = false, updatable = false)
  private String position;

  @Column(name = "agency", nullable = false, updatable = false)
  private String agency;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  Post() {}

  Post(Account account, String displayName, String position, String agency, Held held) {
    super(account, held);
    this.displayName = displayName;
    this.position = position;
    this.agency = agency;
  }

  String displayName() {
    return displayName;
  }

  String position() {
    return position;
  }

  String agency() {
    return agency;
  }
}
