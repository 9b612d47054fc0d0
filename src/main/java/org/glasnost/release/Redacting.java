package org.glasnost.release;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.TrainingRules;
import org.glasnost.document.Findings;
import org.glasnost.policy.OfficeDay;
import org.glasnost.review.Decision;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.Reviews;
import org.glasnost.review.Step;
import org.glasnost.review.StepKind;
import org.glasnost.review.Subject;
import org.glasnost.review.Subjects;
import org.glasnost.review.Withheld;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes out of the copy exactly what the determination withholds, and has another person check it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Redacting {
  private final Reviews reviews;
  private final Subjects subjects;
  private final OfficeDay officeDay;
  private final TrainingRules trainings;
  private final OnePerson persons;

  Redacting(
      Reviews reviews,
      Subjects subjects,
      OfficeDay officeDay,
      TrainingRules trainings,
      OnePerson persons) {
    this.reviews = reviews;
    this.subjects = subjects;
    this.officeDay = officeDay;
    this.trainings = trainings;
    this.persons = persons;
  }

  /**
   * Records the redactions.
   *
   * @throws Refused if they do not cover exactly what the determination withholds
   */
  public void redact(
      UUID review,
      UUID document,
      List<Step.Redacted> redactions,
      @Nullable String reason,
      Person person) {
    DocumentReview course = reviews.of(review, document);
    release(course, document).admit(StepKind.REDACTED, persons.of(person));
    trainings.require(TrainingKind.DECLASSIFICATION, person);
    Subject subject = subjects.of(document);
    Findings findings = new Findings();
    requireReason(reason, findings);
    check(redactions, subject, findings);
    if (findings.all().isEmpty()) {
      exactly(
          Withheld.of(course.standing().orElseThrow(), subject.lengths()),
          Withheld.of(redactions),
          findings);
    }
    findings.refuseIfAny();
    add(review, document, StepKind.REDACTED, person, Step.Said.redactions(redactions, reason));
  }

  /** Records the check of the redactions by another person. */
  public void check(
      UUID review, UUID document, boolean accept, @Nullable String reason, Person person) {
    StepKind kind = accept ? StepKind.REDACTION_ACCEPTED : StepKind.REDACTION_REJECTED;
    release(reviews.of(review, document), document).admit(kind, persons.of(person));
    trainings.require(TrainingKind.DECLASSIFICATION, person);
    Findings findings = new Findings();
    requireReason(reason, findings);
    findings.refuseIfAny();
    add(review, document, kind, person, Step.Said.reason(reason));
  }

  /** The release of a document; before its determination is signed nothing may come in it. */
  DocumentRelease release(DocumentReview course, UUID document) {
    Optional<Decision> decision = course.standing();
    return new DocumentRelease(
        course,
        decision.isPresent()
            && !Withheld.of(decision.get(), subjects.of(document).lengths()).isEmpty());
  }

  void add(UUID review, UUID document, StepKind kind, Person person, Step.Said said) {
    reviews.add(review, document, new Step(kind, person.id(), officeDay.now(), said));
  }

  static void requireReason(@Nullable String reason, Findings findings) {
    if (reason == null || reason.isBlank()) {
      findings.error("RLS-0011", "/reason", "A reason is required.");
    }
  }

  private static void check(List<Step.Redacted> redactions, Subject subject, Findings findings) {
    Set<Step.Redacted> seen = new HashSet<>();
    for (int i = 0; i < redactions.size(); i++) {
      Step.Redacted redaction = redactions.get(i);
      String at = "/redactions/" + i;
      Integer length = subject.lengths().get(String.valueOf(redaction.portion()));
      Integer from = redaction.from();
      Integer to = redaction.to();
      if (length == null) {
        findings.error("RLS-0012", at + "/portion", "There is no such portion.");
      } else if (from == null || to == null || from < 0 || from >= to || to > length) {
        findings.error(
            "RLS-0013",
            at,
            "A redaction runs from a first code point of its portion, which has "
                + length
                + ", to one after the last.");
      }
      if (redaction.basis() == null || redaction.basis().isBlank()) {
        findings.error("RLS-0014", at + "/basis", "A redaction names its basis.");
      }
      if (!seen.add(redaction)) {
        findings.error("RLS-0016", at, "This redaction is given twice.");
      }
    }
  }

  private static void exactly(Withheld determined, Withheld redacted, Findings findings) {
    TreeSet<String> portions = new TreeSet<>(determined.stretches().keySet());
    portions.addAll(redacted.stretches().keySet());
    for (String portion : portions) {
      if (!determined
          .stretches()
          .getOrDefault(portion, Map.of())
          .equals(redacted.stretches().getOrDefault(portion, Map.of()))) {
        findings.add(
            Finding.error(
                    "RLS-0015",
                    "The redactions of "
                        + portion
                        + " are not exactly what the signed determination withholds there.")
                .atMember("/redactions")
                .about(portion)
                .citing(Citation.of("32 CFR 2001.45(d)")));
      }
    }
  }
}
