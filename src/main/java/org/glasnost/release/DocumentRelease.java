package org.glasnost.release;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.glasnost.review.DocumentReview;
import org.glasnost.review.Step;
import org.glasnost.review.StepKind;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;

/**
 * The way of one document from the signature to the released copy, as the sum of the steps taken:
 * redaction and its check by another person where something is withheld, then the release.
 */
public final class DocumentRelease {
  private final DocumentReview review;
  private final boolean withholds;

  /**
   * @param review the review, signed
   * @param withholds whether the signed determination withholds any words from the copy
   */
  public DocumentRelease(DocumentReview review, boolean withholds) {
    this.review = review;
    this.withholds = withholds;
  }

  /** What may come next; empty before the signature and after the release. */
  public Set<StepKind> expects() {
    Set<StepKind> next = EnumSet.noneOf(StepKind.class);
    for (Step step : review.steps()) {
      next =
          switch (step.kind()) {
            case SIGNED, RELEASE_DECLINED ->
                withholds
                    ? EnumSet.of(StepKind.REDACTED)
                    : EnumSet.of(StepKind.RELEASED, StepKind.RELEASE_DECLINED);
            case REDACTED -> EnumSet.of(StepKind.REDACTION_ACCEPTED, StepKind.REDACTION_REJECTED);
            case REDACTION_REJECTED -> EnumSet.of(StepKind.REDACTED);
            case REDACTION_ACCEPTED -> EnumSet.of(StepKind.RELEASED, StepKind.RELEASE_DECLINED);
            case EQUITIES_IDENTIFIED,
                FIRST_REVIEWED,
                REFERRAL_ANSWERED,
                SECOND_REVIEWED,
                RETURNED,
                ADJUDICATED,
                SIGNATURE_REFUSED,
                RELEASED ->
                EnumSet.noneOf(StepKind.class);
          };
    }
    return next;
  }

  /**
   * Holds a step against the order and the separation of duties.
   *
   * @param self whether an account is that of the person who takes it
   * @throws Refused if it may not come now, or not from this person
   */
  public void admit(StepKind kind, Predicate<UUID> self) {
    if (!expects().contains(kind)) {
      throw new Refused(
          Refused.Ground.CONFLICT,
          Finding.error(
              "RLS-0010",
              "This step cannot be taken now; the release waits for " + expects() + "."));
    }
    if (review.barredFrom(kind).stream().anyMatch(self)) {
      throw new Refused(Refused.Ground.NOT_ENTITLED, DocumentReview.separation());
    }
  }

  /** Whether the signed determination withholds any words from the copy. */
  public boolean withholds() {
    return withholds;
  }

  /** The redactions last made. */
  public Optional<List<Step.Redacted>> redactions() {
    List<Step> steps = review.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).kind() == StepKind.REDACTED) {
        return Optional.ofNullable(steps.get(i).said().redactions());
      }
    }
    return Optional.empty();
  }
}
