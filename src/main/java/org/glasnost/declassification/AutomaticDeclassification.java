package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasnost.declassification.Answer.Outcome;
import org.glasnost.declassification.Exemption.Term;
import org.glasnost.declassification.InstructionOutcome.Standing;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The day on which section 3.3 of E.O. 13526 declassifies a permanent record with nobody acting:
 * first onset, scheduling, file block, delays, approved exemptions and referral counted. An own
 * date that comes before is the day instead.
 *
 * @param outcome the day, or why there is none
 * @param explanation sentences with their paragraphs
 * @param findings what is wrong or worth knowing
 * @param waitsFor who must act where the day waits for somebody, or null
 */
record AutomaticDeclassification(
    Outcome outcome,
    List<String> explanation,
    List<Finding> findings,
    @Nullable NextActor waitsFor) {

  private static final LocalDate FIRST_ONSET = LocalDate.of(2006, 12, 31);

  AutomaticDeclassification {
    explanation = List.copyOf(explanation);
    findings = List.copyOf(findings);
  }

  static AutomaticDeclassification of(Question question, InstructionOutcome own) {
    return new Reckoner(question, own).reckon();
  }

  private static final class Reckoner {
    private final Question question;
    private final InstructionOutcome own;
    private final @Nullable LocalDate base;
    private final List<String> explanation = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Reckoner(Question question, InstructionOutcome own) {
      this.question = question;
      this.own = own;
      this.base = question.baseDate();
    }

    AutomaticDeclassification reckon() {
      if (question.purpose() == Purpose.READ && question.frame() == Frame.AS_ISSUED) {
        return none(NoDateReason.OUTSIDE_FRAME, SectionRules.OUTSIDE_FRAME, null);
      }
      Boolean permanent = question.permanent();
      if (Boolean.FALSE.equals(permanent)) {
        return none(NoDateReason.NOT_PERMANENT, SectionRules.NOT_PERMANENT, null);
      }
      if (question.unscheduled()) {
        return none(NoDateReason.NOT_SCHEDULED, SectionRules.NOT_SCHEDULED, null);
      }
      if (permanent == null) {
        return none(NoDateReason.PERMANENCE_UNKNOWN, SectionRules.PERMANENCE_UNKNOWN, null);
      }
      Optional<LocalDate> before = ownEnd();
      if (before.isPresent()) {
        explanation.add(
            own.rule()
                .explains("Its own day, " + before.get() + ", comes before section 3.3 acts."));
        return on(before.get(), null);
      }
      return bySection();
    }

    /** Its own valid day, where that lies within 25 years. */
    private Optional<LocalDate> ownEnd() {
      LocalDate day = own.day();
      if (day == null || !(own.endsByItself() || exemptedTo(day) || onNewDocument(day))) {
        return Optional.empty();
      }
      return base == null || !day.isAfter(base.plusYears(25)) ? Optional.of(day) : Optional.empty();
    }

    /** The date of an exemption, where the record's own date tells that it lies within 25 years. */
    private boolean exemptedTo(LocalDate day) {
      return own.standing() == Standing.EXEMPTED && base != null && !day.isBefore(base);
    }

    /** A date calculated from a source is the new document's own once it stands in its line. */
    private boolean onNewDocument(LocalDate day) {
      return question.purpose() == Purpose.DERIVE
          && own.standing() == Standing.CALCULATED
          && day.isAfter(question.asOf())
          && (base == null || day.isAfter(base));
    }

    private AutomaticDeclassification bySection() {
      if (question.fileSeriesExemption()) {
        if (question.exemptionApproved()) {
          return none(NoDateReason.FILE_SERIES_EXEMPT, SectionRules.FILE_SERIES, null);
        }
        notApproved("FILE_SERIES");
      }
      Referral referral = question.referral();
      if (referral != null && referral.notifiedOn() == null) {
        return none(
            NoDateReason.REFERRAL_PENDING,
            SectionRules.REFERRAL_NOT_NOTIFIED,
            referral.course() == Referral.Course.AGENCY_FACILITY
                ? NextActor.ORIGINATING_AGENCY
                : NextActor.NDC);
      }
      LocalDate newest = block();
      LocalDate from = newest != null ? newest : base;
      if (from == null) {
        return none(NoDateReason.NO_BASE_DATE, SectionRules.NO_BASE_DATE, null);
      }
      if (question.level() == StatedLevel.RESTRICTED) {
        return none(
            NoDateReason.PERSON_MUST_DECIDE,
            InstructionRules.RESTRICTED_LEVEL,
            NextActor.DECLASSIFICATION_AUTHORITY);
      }
      LocalDate origin = base != null ? base : from;
      LocalDate day = delayed(scheduled(onset(from), origin));
      return exempted(day, origin);
    }

    private @Nullable LocalDate block() {
      LocalDate newest = question.fileBlockNewest();
      if (newest == null) {
        return null;
      }
      LocalDate oldest = question.fileBlockOldest() != null ? question.fileBlockOldest() : base;
      if (oldest != null && newest.isAfter(oldest.plusYears(10))) {
        findings.add(
            SectionRules.FILE_BLOCK_TOO_LONG.broken(
                "The file block runs from "
                    + oldest
                    + " to "
                    + newest
                    + ", more than ten years; the record's own date counts."));
        return base;
      }
      if (base == null || newest.getYear() != base.getYear()) {
        explanation.add(
            SectionRules.FILE_BLOCK.explains(
                "The newest record of the file block, " + newest + ", counts."));
      }
      return newest;
    }

    private LocalDate onset(LocalDate from) {
      LocalDate day = Ceilings.yearEnd(from, 25);
      explanation.add(
          SectionRules.SECTION_3_3.explains(
              "A permanent record of "
                  + from.getYear()
                  + " comes under section 3.3 on "
                  + day
                  + "."));
      if (day.isBefore(FIRST_ONSET)) {
        explanation.add(
            SectionRules.FIRST_ONSET.explains(
                "Section 3.3 did not act before " + FIRST_ONSET + "."));
        return FIRST_ONSET;
      }
      return day;
    }

    private LocalDate scheduled(LocalDate day, LocalDate origin) {
      LocalDate scheduled = question.scheduledOn();
      if (scheduled == null || !scheduled.isAfter(origin.plusYears(20))) {
        return day;
      }
      LocalDate later = scheduled.plusYears(5);
      explanation.add(
          SectionRules.SCHEDULED_LATE.explains(
              "Scheduled on "
                  + scheduled
                  + ", when more than 20 years old: not before "
                  + later
                  + "."));
      return latest(day, later);
    }

    private LocalDate delayed(LocalDate day) {
      LocalDate delayed = day;
      if (question.specialMedia()) {
        delayed = day.plusYears(5);
        explanation.add(
            SectionRules.SPECIAL_MEDIA.explains(
                "The delay for difficult media runs to " + delayed + "."));
      }
      LocalDate discovered = question.newlyDiscoveredOn();
      if (discovered != null) {
        LocalDate until = discovered.plusYears(3);
        explanation.add(
            SectionRules.NEWLY_DISCOVERED.explains(
                "The delay for records discovered on " + discovered + " runs to " + until + "."));
        delayed = latest(delayed, until);
      }
      Referral referral = question.referral();
      LocalDate notified = referral == null ? null : referral.notifiedOn();
      if (referral != null && notified != null) {
        delayed = latest(delayed, referred(referral, notified));
      }
      return delayed;
    }

    private LocalDate referred(Referral referral, LocalDate notified) {
      return switch (referral.course()) {
        case NDC -> {
          LocalDate until = notified.plusYears(1);
          explanation.add(
              SectionRules.REFERRED_BY_NDC.explains(
                  "Notified on " + notified + ", the referred agency has until " + until + "."));
          yield until;
        }
        case AGENCY_FACILITY -> {
          LocalDate until = notified.plusYears(3);
          explanation.add(
              SectionRules.REFERRED_BY_FACILITY.explains(
                  "Notified on " + notified + ", the referred agency has until " + until + "."));
          yield until;
        }
      };
    }

    private AutomaticDeclassification exempted(LocalDate day, LocalDate origin) {
      List<Exemption> effective = effective();
      NextActor waits = question.referral() != null ? NextActor.REFERRED_AGENCY : null;
      if (effective.isEmpty()) {
        return on(day, waits);
      }
      LocalDate own25 = own.day();
      if (own.standing() == Standing.EXEMPTED && own25 != null) {
        explanation.add(
            SectionRules.PANEL_DATE.explains("The approved exemption runs to " + own25 + "."));
        return on(latest(day, own25), waits);
      }
      if (effective.stream().anyMatch(e -> e.term() == Term.AT_75)) {
        return none(NoDateReason.PERSON_MUST_DECIDE, InstructionRules.EXEMPT_75, NextActor.PANEL);
      }
      boolean to75 =
          question.humanSource()
              || question.wmdDesign()
              || effective.stream().anyMatch(e -> e.term() == Term.AT_50 || e.suffix() != null);
      LocalDate end = Ceilings.yearEnd(origin, to75 ? 75 : 50);
      DeclassificationRule rule = to75 ? SectionRules.EXEMPT_TO_75 : SectionRules.EXEMPT_TO_50;
      explanation.add(
          rule.explains(
              effective.get(0).designator() + " without a date runs to its ceiling, " + end + "."));
      return on(latest(day, end), waits);
    }

    /** What holds: all that the Panel approved, and the designators that by rule need no date. */
    private List<Exemption> effective() {
      List<Exemption> claimed = new ArrayList<>(own.exemptions());
      question.exemptions().stream().filter(e -> !claimed.contains(e)).forEach(claimed::add);
      if (question.exemptionApproved()) {
        return claimed;
      }
      List<Exemption> holding = own.exemptions().stream().filter(Exemption::carriesNoDate).toList();
      claimed.stream()
          .filter(e -> !holding.contains(e))
          .map(Exemption::designator)
          .distinct()
          .forEach(this::notApproved);
      return holding;
    }

    private void notApproved(String designator) {
      boolean said =
          own.findings().stream().anyMatch(f -> f.rule().equals(SectionRules.NOT_APPROVED.id()));
      if (said) {
        return;
      }
      findings.add(
          SectionRules.NOT_APPROVED
              .warns("The Panel has not approved " + designator + "; it delays nothing.")
              .about(designator));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }

    private AutomaticDeclassification on(LocalDate day, @Nullable NextActor waits) {
      return new AutomaticDeclassification(Outcome.on(day), explanation, findings, waits);
    }

    private AutomaticDeclassification none(
        NoDateReason reason, DeclassificationRule rule, @Nullable NextActor waits) {
      explanation.add(rule.explains(rule.sentence()));
      return new AutomaticDeclassification(Outcome.none(reason), explanation, findings, waits);
    }
  }
}
