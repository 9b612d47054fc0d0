package org.glasnost.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.NeedToKnow;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.declassification.DeclassificationMark;
import org.glasnost.document.Document;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.document.Findings;
import org.glasnost.document.MarkingInForce;
import org.glasnost.document.ReadDocument;
import org.glasnost.document.ReadingContent;
import org.glasnost.document.Registered;
import org.glasnost.marking.StatedLevel;
import org.glasnost.release.copy.CopyMaking;
import org.glasnost.release.copy.Redaction;
import org.glasnost.release.copy.ReleasedCopy;
import org.glasnost.release.copy.SourcePortion;
import org.glasnost.release.copy.Span;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.ReviewState;
import org.glasnost.review.Reviews;
import org.glasnost.review.Step;
import org.glasnost.review.StepKind;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the copy out. It is made here, once, from the original less the redactions that were
 * checked; the original stays as it is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Releasing {
  private final Reviews reviews;
  private final Redacting redacting;
  private final ReleaseRegister register;
  private final Documents documents;
  private final ReadingContent content;
  private final Registered registered;
  private final MarkingInForce markings;
  private final Grants grants;
  private final Sights sights;
  private final Journal journal;
  private final OnePerson persons;
  private final String casePrefix;

  Releasing(
      Reviews reviews,
      Redacting redacting,
      ReleaseRegister register,
      Documents documents,
      ReadingContent content,
      Registered registered,
      MarkingInForce markings,
      Grants grants,
      Sights sights,
      Journal journal,
      OnePerson persons,
      @Value("${glasnost.library-case-prefix:}") String casePrefix) {
    this.reviews = reviews;
    this.redacting = redacting;
    this.register = register;
    this.documents = documents;
    this.content = content;
    this.registered = registered;
    this.markings = markings;
    this.grants = grants;
    this.sights = sights;
    this.journal = journal;
    this.persons = persons;
    this.casePrefix = casePrefix;
  }

  /**
   * Declines to give the copy out.
   *
   * @return whether words are withheld from it, so that it goes back to its redaction
   */
  public boolean decline(
      UUID review, UUID document, @Nullable String reason, Person person, Occasion occasion) {
    DocumentRelease release = redacting.release(reviews.of(review, document), document);
    release.admit(StepKind.RELEASE_DECLINED, persons.of(person));
    requireReason(reason);
    redacting.add(review, document, StepKind.RELEASE_DECLINED, person, Step.Said.reason(reason));
    journal.append(
        JournalEntry.of(EventKind.RELEASE_DECLINED, occasion)
            .document(document, documents.inCourse(document).label())
            .review(review)
            .because("RELEASE_DECLINED"));
    return release.withholds();
  }

  /** Makes the copy and opens it to every signed-in caller. */
  public void release(
      UUID review, UUID id, @Nullable String reason, Person person, Occasion occasion) {
    DocumentReview course = reviews.of(review, id);
    DocumentRelease release = redacting.release(course, id);
    release.admit(StepKind.RELEASED, persons.of(person));
    requireReason(reason);
    Document document = documents.inCourse(id);
    ReleasedCopy copy = copy(document, course, release);
    redacting.add(review, id, StepKind.RELEASED, person, Step.Said.reason(reason));
    register.add(id, review, copy, person.id());
    document.become(
        copy.inPart() ? DocumentState.RELEASED_IN_PART : DocumentState.RELEASED_IN_FULL);
    document.closeReview();
    documents.flush();
    journal.append(
        JournalEntry.of(EventKind.RELEASED, occasion)
            .document(id, document.label())
            .review(review)
            .after(Map.of("inPart", copy.inPart()))
            .under(course.signature().orElseThrow().authority())
            .because(copy.inPart() ? "RELEASED_IN_PART" : "RELEASED_IN_FULL")
            .citing(List.of("32 CFR 2001.25(b)")));
    if (!copy.inPart()) {
      grants.give(NeedToKnow.everyone(id), document.label(), occasion);
    }
    reviews.move(review, id, ReviewState.CLOSED);
    journal.append(
        JournalEntry.of(EventKind.REVIEW_CLOSED, occasion)
            .document(id, document.label())
            .review(review)
            .because("RELEASED"));
  }

  /**
   * The copy as it would go out now, for who works on it. The text itself is opened, and the
   * reading recorded, by {@link ReadingContent}; this only lays it out.
   *
   * @throws Refused as not known, if the person may not read the document's text
   * @throws java.util.NoSuchElementException before the signature, which is a bug of ours
   */
  @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
  public ReleasedCopy preview(Sight sight, UUID review, UUID id) {
    if (!sights.mayRead(sight, id)) {
      throw Refused.notKnown();
    }
    DocumentReview course = reviews.of(review, id);
    return copy(documents.inCourse(id), course, redacting.release(course, id));
  }

  private ReleasedCopy copy(Document document, DocumentReview course, DocumentRelease release) {
    Step.Signature signature = course.signature().orElseThrow();
    List<Redaction> redactions = new ArrayList<>();
    for (Step.Redacted redacted : release.redactions().orElse(List.of())) {
      Integer from = redacted.from();
      Integer to = redacted.to();
      if (from != null && to != null) {
        redactions.add(
            new Redaction(
                number(String.valueOf(redacted.portion())),
                from,
                to,
                String.valueOf(redacted.basis())));
      }
    }
    return CopyMaking.of(
        title(document, !redactions.isEmpty()),
        document.documentDate(),
        new DeclassificationMark(
            signature.by(),
            signature.position(),
            signature.authority(),
            caseAndItem(document),
            signature.effectiveOn(),
            signature.historic() ? signature.signedOn() : null),
        sources(document),
        redactions,
        List.of());
  }

  /**
   * A title counts at the document's level, and may say what is withheld of the text. Where
   * something stays classified or is withheld, the copy goes by date and case instead.
   */
  private String title(Document document, boolean withholds) {
    if (!withholds && markings.of(document.id()).level() == StatedLevel.UNCLASSIFIED) {
      return registered.words(document.id()).title();
    }
    String caseAndItem = caseAndItem(document);
    return "Record"
        + (document.documentDate() == null ? "" : " of " + document.documentDate())
        + (caseAndItem == null ? "" : ", " + caseAndItem);
  }

  private @Nullable String caseAndItem(Document document) {
    if (document.caseNumber() == null) {
      return null;
    }
    String prefix = casePrefix.isBlank() ? "" : casePrefix.strip() + " ";
    return prefix + document.caseNumber() + (document.item() == null ? "" : " #" + document.item());
  }

  private List<SourcePortion> sources(Document document) {
    List<Span> old = oldMarkings(document.id());
    List<SourcePortion> sources = new ArrayList<>();
    int start = 0;
    int first = 0; // the first marking that does not end before the portion
    for (ReadingContent.PortionText portion : content.portionsInCourse(document.id())) {
      int length = portion.text().codePointCount(0, portion.text().length());
      int end = start + length;
      List<Span> within = new ArrayList<>();
      while (first < old.size() && old.get(first).to() <= start) {
        first++;
      }
      for (int i = first; i < old.size() && old.get(i).from() < end; i++) {
        int from = Math.max(old.get(i).from(), start);
        int to = Math.min(old.get(i).to(), end);
        if (from < to) {
          within.add(new Span(from - start, to - start));
        }
      }
      sources.add(new SourcePortion(number(portion.id()), portion.text(), within));
      start = end;
    }
    return sources;
  }

  /** Where confirmed readings that bear a level stand in the text, in order. */
  private List<Span> oldMarkings(UUID document) {
    return registered.read(document).readings().stream()
        .filter(ReadDocument.Found::confirmed)
        .filter(found -> found.reading().level() != StatedLevel.NONE)
        .map(found -> new Span(found.from(), found.to()))
        .sorted(Comparator.comparingInt(Span::from))
        .toList();
  }

  private static int number(String portion) {
    return Integer.parseInt(portion.substring(1));
  }

  private static void requireReason(@Nullable String reason) {
    Findings findings = new Findings();
    Redacting.requireReason(reason, findings);
    findings.refuseIfAny();
  }
}
