package org.glasnost.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Sight;
import org.glasnost.content.ContentKind;
import org.glasnost.content.SealedJson;
import org.glasnost.document.Document;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.document.Findings;
import org.glasnost.document.PlainText;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders a review of documents that are at rest. */
@Component
public class OrderingReview {
  private static final int LONGEST = 64;
  private static final int LONGEST_AUTHORITY = 400;
  private static final int MOST_DOCUMENTS = 200;

  private final Documents documents;
  private final Reviews reviews;
  private final SealedJson sealed;
  private final Journal journal;
  private final OfficeDay officeDay;
  private final ReviewCourse course;

  OrderingReview(
      Documents documents,
      Reviews reviews,
      SealedJson sealed,
      Journal journal,
      OfficeDay officeDay,
      ReviewCourse course) {
    this.documents = documents;
    this.reviews = reviews;
    this.sealed = sealed;
    this.journal = journal;
    this.officeDay = officeDay;
    this.course = course;
  }

  /**
   * What is ordered.
   *
   * @param kind what sets it off; required
   * @param documents which; at least one
   * @param caseNumber as written, or null
   * @param requester as written, or null
   * @param receivedOn the day the request was received, or null
   * @param historicAction what others did before, or null
   */
  public record Order(
      @Nullable ReviewKind kind,
      List<UUID> documents,
      @Nullable String caseNumber,
      @Nullable String requester,
      @Nullable LocalDate receivedOn,
      Particulars.@Nullable HistoricAction historicAction) {
    /** Copies the documents; absent is none. */
    public Order {
      documents = documents == null ? List.of() : List.copyOf(documents);
    }
  }

  /**
   * Orders the review.
   *
   * @return the review's id
   * @throws Refused with every finding, and nothing changed
   */
  @Transactional
  public UUID order(Order order, Person officer, Sight sight, Occasion occasion) {
    List<Document> asked = new ArrayList<>();
    for (UUID id : new LinkedHashSet<>(order.documents())) {
      asked.add(documents.visible(sight, id));
    }
    entitled(officer, asked);
    atRest(asked);
    Findings findings = new Findings();
    check(order, asked, sight, findings);
    findings.refuseIfAny();
    UUID id = UUID.randomUUID();
    UUID particulars =
        sealed.store(
            id,
            ContentKind.PARTICULARS,
            new Particulars(blankToNull(order.requester()), order.historicAction()));
    ReviewKind kind = Objects.requireNonNull(order.kind());
    reviews.add(
        new Review(
            id,
            kind,
            blankToNull(order.caseNumber()),
            order.receivedOn(),
            officeDay.today(),
            officeDay.now(),
            officer.id(),
            asked.get(0).holdingAgency(),
            particulars),
        asked.stream().map(Document::id).toList());
    for (Document document : asked) {
      document.become(DocumentState.UNDER_REVIEW);
      document.orderReview(id);
      documents.flush();
      journal.append(
          JournalEntry.of(EventKind.REVIEW_ORDERED, occasion)
              .document(document.id(), document.label())
              .review(id)
              .because(kind.name()));
      course.ordered(document.id(), id, occasion);
    }
    return id;
  }

  private static void entitled(Person officer, List<Document> asked) {
    boolean ofRole = officer.has(Role.RECORDS_MANAGER) || officer.has(Role.INTAKE_OFFICER);
    boolean ofAgency = asked.stream().allMatch(d -> d.holdingAgency().equals(officer.agency()));
    if (!ofRole || !ofAgency) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "REV-0080",
              "Reviews are ordered by the intake or the records management of the agency that holds"
                  + " the records."));
    }
  }

  private static void atRest(List<Document> asked) {
    for (Document document : asked) {
      if (document.state() != DocumentState.PROTECTED) {
        throw new Refused(
            Refused.Ground.CONFLICT,
            Finding.error(
                    "REV-0081",
                    "A review is ordered for a document that is PROTECTED; this one is "
                        + document.state()
                        + ".")
                .atMember("/documents")
                .about(document.id().toString()));
      }
    }
  }

  private void check(Order order, List<Document> asked, Sight sight, Findings findings) {
    if (order.kind() == null) {
      findings.error("REV-0082", "/kind", "The kind of review is required.");
    }
    if (asked.isEmpty()) {
      findings.error("REV-0083", "/documents", "Name at least one document.");
    }
    if (asked.size() > MOST_DOCUMENTS) {
      findings.error(
          "REV-0084", "/documents", "At most " + MOST_DOCUMENTS + " documents in one review.");
    }
    plain(order.caseNumber(), LONGEST, "/caseNumber", findings);
    if (order.receivedOn() != null && order.receivedOn().isAfter(officeDay.today())) {
      findings.error("REV-0086", "/receivedOn", "The request was received in the future.");
    }
    for (Document document : asked) {
      if (document.originatingAgency() == null) {
        findings.add(
            Finding.error(
                    "REV-0087",
                    "Nobody has said which agency originated this document, so nobody can review"
                        + " it. Correct its registration.")
                .atMember("/documents")
                .about(document.id().toString()));
      }
    }
    if (order.historicAction() != null) {
      historic(order.historicAction(), asked, sight, findings);
    }
  }

  private void historic(
      Particulars.HistoricAction action, List<Document> asked, Sight sight, Findings findings) {
    String at = "/historicAction";
    required(action.decidedBy(), at + "/decidedBy", findings);
    required(action.authority(), at + "/authority", findings);
    plain(action.decidedBy(), LONGEST_AUTHORITY, at + "/decidedBy", findings);
    plain(action.authority(), LONGEST_AUTHORITY, at + "/authority", findings);
    LocalDate on = action.decidedOn();
    if (on == null) {
      findings.error("REV-0088", at + "/decidedOn", "The day of the action is required.");
    } else {
      for (Document document : asked) {
        LocalDate registered = officeDay.dayOf(document.registeredAt());
        boolean early = document.documentDate() != null && on.isBefore(document.documentDate());
        if (early || on.isAfter(registered)) {
          findings.add(
              Finding.error(
                      "REV-0089",
                      "A historic action lies between the document's date and the day on which it"
                          + " was registered here ("
                          + registered
                          + "). What is decided now takes effect on the day it is signed.")
                  .atMember(at + "/decidedOn")
                  .about(on.toString()));
        }
      }
    }
    Particulars.Evidence evidence = action.evidence();
    if (evidence == null) {
      findings.error("REV-0090", at + "/evidence", "Say where the record shows the action.");
      return;
    }
    Integer from = evidence.from();
    Integer to = evidence.to();
    if (evidence.document() == null) {
      findings.error("REV-0091", at + "/evidence/document", "The document is required.");
      return;
    }
    Document shown;
    try {
      shown = documents.visible(sight, evidence.document());
    } catch (Refused unknown) {
      findings.error(
          "REV-0092", at + "/evidence/document", "No document is known to you under that id.");
      return;
    }
    if (from == null || to == null || from < 0 || from >= to || to > shown.textLength()) {
      findings.error(
          "REV-0093",
          at + "/evidence",
          "The place runs from a first code point of the text to one after the last.");
    }
  }

  private static void plain(
      @Nullable String value, int longest, String pointer, Findings findings) {
    if (value != null && (value.length() > longest || !PlainText.isPlain(value))) {
      findings.error(
          "REV-0085",
          pointer,
          "At most " + longest + " characters, and no control characters, are taken here.");
    }
  }

  private static void required(@Nullable String value, String pointer, Findings findings) {
    if (value == null || value.isBlank()) {
      findings.error("REV-0094", pointer, "This is required of a historic action.");
    }
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
