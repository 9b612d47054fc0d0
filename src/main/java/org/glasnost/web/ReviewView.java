package org.glasnost.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.review.Clocks;
import org.glasnost.review.Decision;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.Particulars;
import org.glasnost.review.ReviewKind;
import org.glasnost.review.ReviewState;
import org.glasnost.review.Step;
import org.glasnost.review.StepKind;
import org.glasnost.review.ViewingReview;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/** A review as answered over HTTP. */
public record ReviewView(
    UUID id,
    ReviewKind kind,
    ReviewState state,
    List<UUID> documents,
    @Nullable String caseNumber,
    @Nullable LocalDate receivedOn,
    Particulars.@Nullable HistoricAction historicAction,
    List<ClockView> clocks,
    List<EquityView> equities,
    List<ReferralView> referrals,
    List<DeterminationView> determinations,
    List<TaskView> tasks) {

  /** A clock. */
  public record ClockView(
      String name, LocalDate startedOn, LocalDate dueOn, List<String> cites, boolean paused) {
    static ClockView of(Clocks.Clock clock) {
      return new ClockView(
          clock.name(),
          clock.startedOn(),
          clock.dueOn(),
          clock.cites().stream().map(Citation::shown).toList(),
          clock.paused());
    }
  }

  /** Another agency's equity. */
  public record EquityView(UUID document, @Nullable String portion, @Nullable String agency) {}

  /** An agency that was asked; the answer's words only for who may read the deliberations. */
  public record ReferralView(
      UUID document,
      String agency,
      List<String> portions,
      @Nullable LocalDate answeredOn,
      @Nullable String evidence) {}

  /** A decision taken; its words only for who may read the deliberations. */
  public record DeterminationView(
      UUID document,
      StepKind step,
      UUID by,
      Instant at,
      Decision.@Nullable Determination determination,
      @Nullable Decision decision,
      @Nullable LocalDate effectiveOn,
      @Nullable String reason) {}

  static ReviewView of(ViewingReview.Picture picture, List<TaskView> tasks) {
    List<EquityView> equities = new ArrayList<>();
    List<ReferralView> referrals = new ArrayList<>();
    List<DeterminationView> determinations = new ArrayList<>();
    for (ViewingReview.Part part : picture.courses()) {
      DocumentReview course = part.course();
      course
          .equities()
          .forEach(e -> equities.add(new EquityView(part.document(), e.portion(), e.agency())));
      course
          .referred()
          .forEach((agency, portions) -> referrals.add(referral(part, agency, portions)));
      course.steps().stream()
          .filter(step -> decides(step.kind()))
          .forEach(step -> determinations.add(determination(part, step)));
    }
    return new ReviewView(
        picture.review().id(),
        picture.review().kind(),
        picture.state(),
        picture.documents(),
        picture.review().caseNumber(),
        picture.review().receivedOn(),
        picture.historicAction(),
        picture.clocks().stream().map(ClockView::of).toList(),
        equities,
        referrals,
        determinations,
        tasks);
  }

  private static ReferralView referral(
      ViewingReview.Part part, String agency, List<String> portions) {
    Step.ReferralAnswer answer = part.course().answers().get(agency);
    return new ReferralView(
        part.document(),
        agency,
        portions,
        answer == null ? null : answer.answeredOn(),
        answer == null || !part.mayRead() ? null : answer.evidence());
  }

  private static DeterminationView determination(ViewingReview.Part part, Step step) {
    Decision decision = step.said().decision();
    Step.Signature signature = step.said().signature();
    return new DeterminationView(
        part.document(),
        step.kind(),
        step.by(),
        step.at(),
        decision == null ? null : decision.determination(),
        part.mayRead() ? decision : null,
        signature == null ? null : signature.effectiveOn(),
        part.mayRead() ? step.said().reason() : null);
  }

  private static boolean decides(StepKind kind) {
    return switch (kind) {
      case FIRST_REVIEWED, SECOND_REVIEWED, RETURNED, ADJUDICATED, SIGNED, SIGNATURE_REFUSED ->
          true;
      case EQUITIES_IDENTIFIED,
          REFERRAL_ANSWERED,
          REDACTED,
          REDACTION_ACCEPTED,
          REDACTION_REJECTED,
          RELEASED,
          RELEASE_DECLINED ->
          false;
    };
  }
}
