package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  Post(
      Account account,
      String displayName,
      String position,
      String agency,
      Held held,
      @Nullable UUID order) {
    super(account, held, order);
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

  @Override
  Right right() {
    return new Right.Office(displayName, position, agency);
  }

  @Override
  HeldRow again(Account account, Held other) {
    return new Post(account, displayName, position, agency, other, order());
  }

  @Override
  void joinTo(Account account) {
    account.posts.add(this);
  }
}
