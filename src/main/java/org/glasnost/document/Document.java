package org.glasnost.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One registered document: its place in life, the label it is held under, and the dates and numbers
 * of its registration. Its words lie sealed in room {@code content}; here are only their ids.
 */
@Entity
@Table(name = "document")
public class Document {
  /** Which state may follow which; the process proposes, this table disposes. */
  private static final Map<DocumentState, Set<DocumentState>> FOLLOWS =
      Map.of(
          DocumentState.MARKING_REVIEW,
          Set.of(DocumentState.PROTECTED, DocumentState.WITHDRAWN),
          DocumentState.PROTECTED,
          Set.of(DocumentState.UNDER_REVIEW, DocumentState.WITHDRAWN, DocumentState.DESTROYED),
          DocumentState.UNDER_REVIEW,
          Set.of(
              DocumentState.RELEASE_PENDING,
              DocumentState.DECLASSIFIED_WITHHELD,
              DocumentState.PROTECTED),
          DocumentState.RELEASE_PENDING,
          Set.of(DocumentState.RELEASED_IN_FULL, DocumentState.RELEASED_IN_PART),
          DocumentState.RELEASED_IN_FULL,
          Set.of(),
          DocumentState.RELEASED_IN_PART,
          Set.of(),
          DocumentState.DECLASSIFIED_WITHHELD,
          Set.of(),
          DocumentState.WITHDRAWN,
          Set.of(DocumentState.DESTROYED),
          DocumentState.DESTROYED,
          Set.of());

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private DocumentState state;

  private long label;
  private UUID registration;

  @Column(name = "text_item")
  private UUID text;

  private UUID reading;
  private int textLength;
  private int portionCount;
  private @Nullable LocalDate documentDate;
  private @Nullable String originatingAgency;
  private String holdingAgency;
  private @Nullable String caseNumber;

  private @Nullable String item;
  private @Nullable UUID enclosureOf;

  @Enumerated(EnumType.STRING)
  private RecordStatus recordStatus;

  private Instant registeredAt;
  private UUID registeredBy;
  private @Nullable UUID openReview;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Document() {}

  Document(Intake intake) {
    this.id = intake.id();
    this.state = DocumentState.MARKING_REVIEW;
    this.label = intake.label();
    this.registration = intake.registration();
    this.text = intake.text();
    this.reading = intake.reading();
    this.textLength = intake.textLength();
    this.portionCount = intake.portionCount();
    this.holdingAgency = intake.holdingAgency();
    this.enclosureOf = intake.enclosureOf();
    this.recordStatus = intake.recordStatus();
    this.registeredAt = intake.registeredAt();
    this.registeredBy = intake.registeredBy();
  }

  /** What is fixed when a document is taken in. */
  record Intake(
      UUID id,
      long label,
      UUID registration,
      UUID text,
      UUID reading,
      int textLength,
      int portionCount,
      String holdingAgency,
      @Nullable UUID enclosureOf,
      RecordStatus recordStatus,
      Instant registeredAt,
      UUID registeredBy) {}

  /** Records dates and numbers, as typed or as confirmed by a person. */
  void describe(
      @Nullable LocalDate date,
      @Nullable String agency,
      @Nullable String caseOf,
      @Nullable String itemOf) {
    this.documentDate = date;
    this.originatingAgency = agency;
    this.caseNumber = caseOf;
    this.item = itemOf;
  }

  void correct(UUID newRegistration, @Nullable UUID transmittal, RecordStatus status) {
    this.registration = newRegistration;
    this.enclosureOf = transmittal;
    this.recordStatus = status;
  }

  void confirmReading(UUID answered) {
    this.reading = answered;
  }

  void holdUnder(long newLabel) {
    this.label = newLabel;
  }

  /**
   * Moves on.
   *
   * @throws Refused if the state does not follow
   */
  public void become(DocumentState next) {
    Set<DocumentState> following = FOLLOWS.get(state);
    if (following == null || !following.contains(next)) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error(
              "DOC-0010", "A document that is " + state + " cannot become " + next + "."));
    }
    this.state = next;
  }

  /** A review was ordered: it is the one that is open. */
  public void orderReview(UUID review) {
    this.openReview = review;
  }

  /** No review is open any more. */
  public void closeReview() {
    this.openReview = null;
  }

  /** The id. */
  public UUID id() {
    return id;
  }

  /** Counts the changes; the value of the entity tag. */
  public long version() {
    return version;
  }

  /** Where it stands. */
  public DocumentState state() {
    return state;
  }

  /** The label it is held under. */
  public long label() {
    return label;
  }

  UUID registration() {
    return registration;
  }

  UUID text() {
    return text;
  }

  UUID reading() {
    return reading;
  }

  /** Length of the text in code points. */
  public int textLength() {
    return textLength;
  }

  /** How many portions there are. */
  public int portionCount() {
    return portionCount;
  }

  /** The date of the document, or null where nobody has said. */
  public @Nullable LocalDate documentDate() {
    return documentDate;
  }

  /** The originating agency's id, or null where nobody has said. */
  public @Nullable String originatingAgency() {
    return originatingAgency;
  }

  /** The agency whose intake registered the record. */
  public String holdingAgency() {
    return holdingAgency;
  }

  /** The case, such as {@code F99-051}, or null. */
  public @Nullable String caseNumber() {
    return caseNumber;
  }

  /** The item within the case, without the number sign, or null. */
  public @Nullable String item() {
    return item;
  }

  /** The transmittal, or null. */
  public @Nullable UUID enclosureOf() {
    return enclosureOf;
  }

  /** The appraisal. */
  public RecordStatus recordStatus() {
    return recordStatus;
  }

  /** When it was registered. */
  public Instant registeredAt() {
    return registeredAt;
  }

  /** Who registered it. */
  public UUID registeredBy() {
    return registeredBy;
  }

  /** The open review, or null. */
  public @Nullable UUID openReview() {
    return openReview;
  }
}
