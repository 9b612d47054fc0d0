package org.glasnost.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Delegation;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.TrainingRules;
import org.glasnost.authority.access.Labels;
import org.glasnost.document.ChangingMarking;
import org.glasnost.document.ChangingMarking.NewMarking;
import org.glasnost.document.Document;
import org.glasnost.document.DocumentState;
import org.glasnost.document.Documents;
import org.glasnost.document.MarkingInForce;
import org.glasnost.document.MarkingRow;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.marking.StatedLevel;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signature of a declassification authority: the one act that changes the marking of a document
 * under review. It takes effect on the day it is signed; only what others did before the record
 * came to us takes effect on its own day, as a historic action.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Signing {
  private static final List<String> CITES = List.of("32 CFR 2001.25(b)");

  private final Reviews reviews;
  private final Subjects subjects;
  private final Documents documents;
  private final ChangingMarking changingMarking;
  private final MarkingInForce markings;
  private final Labels labels;
  private final Journal journal;
  private final OfficeDay officeDay;
  private final TrainingRules trainings;
  private final OnePerson persons;

  Signing(
      Reviews reviews,
      Subjects subjects,
      Documents documents,
      ChangingMarking changingMarking,
      MarkingInForce markings,
      Labels labels,
      Journal journal,
      OfficeDay officeDay,
      TrainingRules trainings,
      OnePerson persons) {
    this.reviews = reviews;
    this.subjects = subjects;
    this.documents = documents;
    this.changingMarking = changingMarking;
    this.markings = markings;
    this.labels = labels;
    this.journal = journal;
    this.officeDay = officeDay;
    this.trainings = trainings;
    this.persons = persons;
  }

  /** What a signed determination comes to for the document. */
  public enum Outcome {
    /** It stays as it is, with a new instruction. */
    SUSTAINED,
    /** It is no longer classified, and withheld as a whole on other grounds. */
    WITHHELD,
    /** A copy goes out, in full or in part. */
    RELEASE
  }

  /**
   * What was signed.
   *
   * @param outcome for the document
   * @param withholds whether any words are withheld from the copy
   */
  public record Signed(Outcome outcome, boolean withholds) {}

  /** Refuses the signature; the determination goes back. */
  public void refuse(TakingStep.Course course, @Nullable String reason, Person person) {
    reviews
        .of(course.review(), course.document())
        .admit(StepKind.SIGNATURE_REFUSED, persons.of(person));
    trainings.require(TrainingKind.DECLASSIFICATION, person);
    TakingStep.requireReason(reason);
    reviews.add(
        course.review(),
        course.document(),
        new Step(
            StepKind.SIGNATURE_REFUSED, person.id(), officeDay.now(), Step.Said.reason(reason)));
  }

  /** Signs on the day on which it is done; a historic action takes effect on its own day. */
  public Signed sign(
      TakingStep.Course course, @Nullable String reason, Person person, Occasion occasion) {
    Particulars.HistoricAction historic =
        reviews.particulars(reviews.inCourse(course.review())).historicAction();
    LocalDate effective =
        historic == null || historic.decidedOn() == null ? officeDay.today() : historic.decidedOn();
    return sign(course, effective, reason, person, occasion);
  }

  /**
   * Signs with the day of effect named.
   *
   * @param effectiveOn today, or the day of the historic action that the review records
   * @throws Refused with REV-0100 for any other day
   */
  public Signed sign(
      TakingStep.Course course,
      LocalDate effectiveOn,
      @Nullable String reason,
      Person person,
      Occasion occasion) {
    DocumentReview review = reviews.of(course.review(), course.document());
    review.admit(StepKind.SIGNED, persons.of(person));
    trainings.require(TrainingKind.DECLASSIFICATION, person);
    Document document = documents.inCourse(course.document());
    Delegation delegation = delegated(person, document);
    TakingStep.requireReason(reason);
    Particulars.HistoricAction historic =
        reviews.particulars(reviews.inCourse(course.review())).historicAction();
    requireDay(effectiveOn, historic);
    Decision decision = review.standing().orElseThrow();
    Subject subject = subjects.of(course.document());
    Withheld withheld = Withheld.of(decision, subject.lengths());
    Signed signed = outcome(decision, withheld, subject);
    Step.Signature signature = signature(effectiveOn, historic, person, delegation);
    reviews.add(
        course.review(),
        course.document(),
        new Step(
            StepKind.SIGNED, person.id(), officeDay.now(), Step.Said.signature(signature, reason)));
    journal.append(
        JournalEntry.of(
                historic == null
                    ? EventKind.DETERMINATION_SIGNED
                    : EventKind.HISTORIC_ACTION_RECORDED,
                occasion)
            .document(document.id(), document.label())
            .review(course.review())
            .after(signedAs(decision, subject, historic == null ? null : delegation))
            .effectiveOn(effectiveOn)
            .under(signature.authority())
            .because(String.valueOf(decision.determination()))
            .citing(CITES));
    changingMarking.change(document, marking(document, decision, withheld, signature), occasion);
    settle(course, document, signed, occasion);
    return signed;
  }

  /**
   * What the journal tells of a signature.
   *
   * @param besides the delegation by which a historic action is recorded; null where the line's
   *     authority is the delegation itself
   */
  private static Map<String, ?> signedAs(
      Decision decision, Subject subject, @Nullable Delegation besides) {
    Map<String, Object> after = new HashMap<>();
    after.put("determination", String.valueOf(decision.determination()));
    after.put("portionDecisions", DecidedPortions.of(decision, subject));
    if (besides != null) {
      after.put("delegation", inWords(besides));
    }
    return after;
  }

  private static String inWords(Delegation delegation) {
    return "Delegation for information of "
        + delegation.agency()
        + " to "
        + delegation.toLevel().banner()
        + ", from "
        + delegation.from();
  }

  private void settle(
      TakingStep.Course course, Document document, Signed signed, Occasion occasion) {
    switch (signed.outcome()) {
      case SUSTAINED -> {
        document.become(DocumentState.PROTECTED);
        document.closeReview();
      }
      case WITHHELD -> {
        document.become(DocumentState.DECLASSIFIED_WITHHELD);
        document.closeReview();
      }
      case RELEASE -> document.become(DocumentState.RELEASE_PENDING);
    }
    documents.flush();
    reviews.move(
        course.review(),
        course.document(),
        signed.outcome() == Outcome.RELEASE ? ReviewState.SIGNED : ReviewState.CLOSED);
    if (signed.outcome() != Outcome.RELEASE) {
      journal.append(
          JournalEntry.of(EventKind.REVIEW_CLOSED, occasion)
              .document(document.id(), document.label())
              .review(course.review())
              .because(signed.outcome().name()));
    }
  }

  private Delegation delegated(Person person, Document document) {
    String agency = String.valueOf(document.originatingAgency());
    ClassificationLevel level = labels.protection(document.label()).level();
    LocalDate today = officeDay.today();
    Optional<Delegation> delegation =
        person.has(Role.DECLASSIFICATION_AUTHORITY)
            ? person.delegationFor(Delegation.Authority.DECLASSIFICATION, agency, level, today)
            : Optional.empty();
    return delegation.orElseThrow(
        () ->
            new Refused(
                Refused.Ground.NOT_ENTITLED,
                Finding.error(
                        "REV-0101",
                        "No delegation of yours covers information of "
                            + agency
                            + " at "
                            + level.banner()
                            + " on "
                            + today
                            + ".")
                    .citing(
                        org.glasnost.rule.Citation.of("36 CFR 1260.20(a)-(b)"),
                        org.glasnost.rule.Citation.of("22 CFR 9.9(c)(2)"))));
  }

  private void requireDay(LocalDate effectiveOn, Particulars.@Nullable HistoricAction historic) {
    LocalDate admitted =
        historic == null || historic.decidedOn() == null ? officeDay.today() : historic.decidedOn();
    if (!effectiveOn.equals(admitted)) {
      throw new Refused(
          Refused.Ground.RULE,
          Finding.error(
                  "REV-0100",
                  "A determination takes effect on the day on which it is signed, "
                      + admitted
                      + "; another day is not written.")
              .atMember("/effectiveOn")
              .about(effectiveOn.toString()));
    }
  }

  private Signed outcome(Decision decision, Withheld withheld, Subject subject) {
    Decision.Determination determination = decision.determination();
    if (determination == null) {
      throw new IllegalStateException("a decision without a determination was recorded");
    }
    return switch (determination) {
      case DECLASSIFY_IN_FULL -> new Signed(Outcome.RELEASE, false);
      case DECLASSIFY_IN_PART -> {
        boolean everything =
            subject.lengths().entrySet().stream()
                .allMatch(e -> withheld.coversWhole(e.getKey(), e.getValue()));
        yield new Signed(everything ? Outcome.WITHHELD : Outcome.RELEASE, true);
      }
      case SUSTAIN -> new Signed(Outcome.SUSTAINED, true);
      case REFER ->
          throw new Refused(
              Refused.Ground.CONFLICT,
              Finding.error("REV-0102", "A referral is not a determination that can be signed."));
    };
  }

  private Step.Signature signature(
      LocalDate effectiveOn,
      Particulars.@Nullable HistoricAction historic,
      Person person,
      Delegation delegation) {
    if (historic != null) {
      return new Step.Signature(
          effectiveOn,
          String.valueOf(historic.decidedBy()),
          null,
          String.valueOf(historic.authority()),
          officeDay.today(),
          true);
    }
    return new Step.Signature(
        effectiveOn,
        person.displayName(),
        person.position() + ", " + person.agency(),
        inWords(delegation),
        officeDay.today(),
        false);
  }

  private NewMarking marking(
      Document document, Decision decision, Withheld withheld, Step.Signature signature) {
    MarkingRow held = markings.of(document.id());
    boolean classified = withheld.bases().stream().anyMatch(WithholdingBases::keepsClassified);
    if (!classified) {
      return new NewMarking(
          StatedLevel.UNCLASSIFIED.name(),
          StatedLevel.UNCLASSIFIED,
          Protection.UNRESTRICTED,
          null,
          false,
          true,
          signature.effectiveOn(),
          signature.authority(),
          "DECLASSIFIED",
          CITES);
    }
    // What stays classified keeps its marking; an unmarked record, held by its transmittal's
    // level, is now said to be of that level by an authority.
    boolean unmarked = held.level() == StatedLevel.NONE;
    Decision.NewInstruction instruction = decision.instruction();
    return new NewMarking(
        unmarked ? held.protectedAs().banner() : held.verbatim(),
        unmarked ? StatedLevel.valueOf(held.protectedAs().name()) : held.level(),
        labels.protection(held.label()),
        instruction == null ? held.instruction() : instruction.declassifyOn(),
        instruction == null ? held.exemptionApproved() : instruction.panelApproval() != null,
        true,
        signature.effectiveOn(),
        signature.authority(),
        decision.determination() == Decision.Determination.SUSTAIN
            ? "SUSTAINED"
            : "DECLASSIFIED_IN_PART",
        CITES);
  }
}
