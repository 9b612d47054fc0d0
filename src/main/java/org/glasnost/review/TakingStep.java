package org.glasnost.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.TrainingRules;
import org.glasnost.document.Document;
import org.glasnost.document.Documents;
import org.glasnost.document.Findings;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the steps of a review up to the signature: equities, decisions, answers of other agencies.
 * Each is held against the order of the review, the separation of duties and the rules of its kind
 * before it is recorded.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TakingStep {
  private final Reviews reviews;
  private final Subjects subjects;
  private final DecisionRules rules;
  private final Journal journal;
  private final Documents documents;
  private final TrainingRules trainings;
  private final OnePerson persons;

  TakingStep(
      Reviews reviews,
      Subjects subjects,
      DecisionRules rules,
      Journal journal,
      Documents documents,
      TrainingRules trainings,
      OnePerson persons) {
    this.reviews = reviews;
    this.subjects = subjects;
    this.rules = rules;
    this.journal = journal;
    this.documents = documents;
    this.trainings = trainings;
    this.persons = persons;
  }

  /**
   * Whose review of what.
   *
   * @param review the review
   * @param document the document
   */
  public record Course(UUID review, UUID document) {}

  /** How a second decision compares with the first. */
  public enum Comparison {
    CONCURRED,
    DIFFERS
  }

  /** Records which portions belong to other agencies; none is an answer too. */
  public void identifyEquities(
      Course course, List<Step.Equity> equities, @Nullable String reason, Person person) {
    admitted(course, StepKind.EQUITIES_IDENTIFIED, person);
    Refused.ifAnyError(rules.check(equities, reason, subjects.of(course.document())));
    add(course, StepKind.EQUITIES_IDENTIFIED, person, Step.Said.equities(equities, reason));
  }

  /**
   * Records the first decision.
   *
   * @return how many agencies have to be asked
   */
  public int decideFirst(Course course, Decision decision, Person person) {
    return decide(course, StepKind.FIRST_REVIEWED, decision, person);
  }

  /** Records the second decision and says how it compares with the first. */
  public Comparison decideSecond(Course course, Decision decision, Person person) {
    DocumentReview before = reviews.of(course.review(), course.document());
    decide(course, StepKind.SECOND_REVIEWED, decision, person);
    return before.differsFromFirst(decision) ? Comparison.DIFFERS : Comparison.CONCURRED;
  }

  /** Returns the document to a first review. */
  public void returnToFirst(Course course, @Nullable String reason, Person person) {
    admitted(course, StepKind.RETURNED, person);
    trainings.require(TrainingKind.DECLASSIFICATION, person);
    requireReason(reason);
    add(course, StepKind.RETURNED, person, Step.Said.reason(reason));
  }

  /**
   * Records the decision of a third person.
   *
   * @return whether it decides, rather than refers
   */
  public boolean adjudicate(Course course, Decision decision, Person person) {
    decide(course, StepKind.ADJUDICATED, decision, person);
    return decision.determination() != Decision.Determination.REFER;
  }

  /** How many agencies have been referred to and not yet heard. */
  public int outstanding(Course course) {
    return reviews.of(course.review(), course.document()).outstanding().size();
  }

  /**
   * Records what a referred agency answered.
   *
   * @param agency the agency whose answer the task is for
   */
  public void answer(
      Course course, String agency, Step.ReferralAnswer answer, Person person, Occasion occasion) {
    DocumentReview review = admitted(course, StepKind.REFERRAL_ANSWERED, person);
    List<String> asked = review.outstanding().get(agency);
    if (asked == null) {
      throw new Refused(
          Refused.Ground.CONFLICT, Finding.error("REV-0003", agency + " has answered already."));
    }
    Refused.ifAnyError(rules.check(answer, agency, asked, subjects.of(course.document())));
    add(course, StepKind.REFERRAL_ANSWERED, person, Step.Said.answer(answer));
    Document document = documents.inCourse(course.document());
    journal.append(
        JournalEntry.of(EventKind.REFERRAL_ANSWERED, occasion)
            .document(document.id(), document.label())
            .review(course.review())
            .after(Map.of("agency", agency))
            .effectiveOn(answer.answeredOn())
            .because("REFERRAL_ANSWERED"));
  }

  private int decide(Course course, StepKind kind, Decision decision, Person person) {
    DocumentReview review = admitted(course, kind, person);
    trainings.require(TrainingKind.DECLASSIFICATION, person);
    Refused.ifAnyError(rules.check(decision, subjects.of(course.document()), review));
    add(course, kind, person, Step.Said.decision(decision));
    return outstanding(course);
  }

  private DocumentReview admitted(Course course, StepKind kind, Person person) {
    DocumentReview review = reviews.of(course.review(), course.document());
    review.admit(kind, persons.of(person));
    return review;
  }

  private void add(Course course, StepKind kind, Person person, Step.Said said) {
    reviews.add(
        course.review(), course.document(), new Step(kind, person.id(), subjects.now(), said));
  }

  static void requireReason(@Nullable String reason) {
    Findings findings = new Findings();
    if (reason == null || reason.isBlank()) {
      findings.error("REV-0004", "/reason", "A reason is required.");
    }
    findings.refuseIfAny();
  }
}
