package org.glasnost.process.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.glasnost.marking.StatedLevel;
import org.glasnost.process.TaskKind;
import org.glasnost.review.Decision;
import org.glasnost.review.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a person says when a task is completed. Every member may be absent until the rules of the
 * kind have looked.
 */
public interface TaskBody {

  /** The type of the body of a kind of task. */
  static Class<? extends TaskBody> of(TaskKind kind) {
    return switch (kind) {
      case MARKING_REVIEW -> MarkingReview.class;
      case EQUITY_IDENTIFICATION -> Equities.class;
      case FIRST_REVIEW, ADJUDICATION -> Decided.class;
      case SECOND_REVIEW -> DecidedOrReturned.class;
      case REFERRAL_ANSWER -> Answered.class;
      case SIGNATURE -> Signature.class;
      case REDACTION -> Redactions.class;
      case REDACTION_CHECK -> Check.class;
      case RELEASE -> Release.class;
    };
  }

  /** Of a MARKING_REVIEW. */
  record MarkingReview(
      @Nullable List<ReadingAnswer> readings,
      @Nullable List<ProposalAnswer> proposals,
      @Nullable MarkingStated marking,
      @Nullable String reason)
      implements TaskBody {}

  /** Yes or no to a reading. */
  record ReadingAnswer(@Nullable String reading, @Nullable Boolean accept) {}

  /** Yes or no to a proposal. */
  record ProposalAnswer(@Nullable String proposal, @Nullable Boolean accept) {}

  /** A marking stated by the classifier. */
  record MarkingStated(@Nullable StatedLevel level, @Nullable String verbatim) {}

  /** Of an EQUITY_IDENTIFICATION. */
  record Equities(@Nullable List<Step.Equity> equities, @Nullable String reason)
      implements TaskBody {}

  /** Of a FIRST_REVIEW or an ADJUDICATION. */
  record Decided(
      Decision.@Nullable Determination determination,
      @Nullable List<Decision.PortionDecision> portions,
      Decision.@Nullable NewInstruction instruction,
      @Nullable List<Decision.ReferralRequest> referrals,
      @Nullable String reason)
      implements TaskBody {
    Decision decision() {
      return new Decision(
          determination,
          portions == null ? List.of() : portions,
          instruction,
          referrals == null ? List.of() : referrals,
          reason);
    }
  }

  /** Of a SECOND_REVIEW: a decision, or back to a first review. */
  record DecidedOrReturned(
      @JsonProperty("return") @Nullable Boolean returned,
      Decision.@Nullable Determination determination,
      @Nullable List<Decision.PortionDecision> portions,
      Decision.@Nullable NewInstruction instruction,
      @Nullable List<Decision.ReferralRequest> referrals,
      @Nullable String reason)
      implements TaskBody {
    Decision decision() {
      return new Decided(determination, portions, instruction, referrals, reason).decision();
    }

    boolean decides() {
      return determination != null || portions != null || instruction != null || referrals != null;
    }
  }

  /** Of a REFERRAL_ANSWER. */
  record Answered(
      @Nullable String agency,
      @Nullable List<Decision.PortionDecision> portions,
      java.time.@Nullable LocalDate answeredOn,
      @Nullable String evidence,
      @Nullable String reason)
      implements TaskBody {
    Step.ReferralAnswer answer() {
      return new Step.ReferralAnswer(
          agency, portions == null ? List.of() : portions, answeredOn, evidence, reason);
    }
  }

  /** Of a SIGNATURE. */
  record Signature(@Nullable Boolean sign, @Nullable String reason) implements TaskBody {}

  /** Of a REDACTION. */
  record Redactions(@Nullable List<Step.Redacted> redactions, @Nullable String reason)
      implements TaskBody {}

  /** Of a REDACTION_CHECK. */
  record Check(@Nullable Boolean accept, @Nullable String reason) implements TaskBody {}

  /** Of a RELEASE. */
  record Release(@Nullable Boolean release, @Nullable String reason) implements TaskBody {}
}
