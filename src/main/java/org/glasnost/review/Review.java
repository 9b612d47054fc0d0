package org.glasnost.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One review, of one or several documents. Who asked, and on what evidence, lies sealed. */
@Entity
@Table(name = "review")
public class Review {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private ReviewKind kind;

  @Enumerated(EnumType.STRING)
  private ReviewState state;

  private @Nullable String caseNumber;
  private @Nullable LocalDate receivedOn;
  private LocalDate orderedOn;
  private Instant orderedAt;
  private UUID orderedBy;
  private String holdingAgency;
  private UUID particulars;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Review() {}

  Review(
      UUID id,
      ReviewKind kind,
      @Nullable String caseNumber,
      @Nullable LocalDate receivedOn,
      LocalDate orderedOn,
      Instant orderedAt,
      UUID orderedBy,
      String holdingAgency,
      UUID particulars) {
    this.id = id;
    this.kind = kind;
    this.state = ReviewState.OPEN;
    this.caseNumber = caseNumber;
    this.receivedOn = receivedOn;
    this.orderedOn = orderedOn;
    this.orderedAt = orderedAt;
    this.orderedBy = orderedBy;
    this.holdingAgency = holdingAgency;
    this.particulars = particulars;
  }

  void become(ReviewState next) {
    this.state = next;
  }

  /** The id. */
  public UUID id() {
    return id;
  }

  /** What set it off. */
  public ReviewKind kind() {
    return kind;
  }

  /** Where it stands. */
  public ReviewState state() {
    return state;
  }

  /** The case, or null. */
  public @Nullable String caseNumber() {
    return caseNumber;
  }

  /** The day the request was received, or null where there is none or nobody has said. */
  public @Nullable LocalDate receivedOn() {
    return receivedOn;
  }

  /** The day it was ordered. */
  public LocalDate orderedOn() {
    return orderedOn;
  }

  /** When it was ordered. */
  public Instant orderedAt() {
    return orderedAt;
  }

  /** Who ordered it. */
  public UUID orderedBy() {
    return orderedBy;
  }

  /** The agency that holds the records. */
  public String holdingAgency() {
    return holdingAgency;
  }

  UUID particulars() {
    return particulars;
  }
}
