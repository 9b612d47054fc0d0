package org.glasnost.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a document's review, as it was taken. Steps are added and never changed.
 *
 * @param kind what was done
 * @param by who did it
 * @param at when it was recorded
 * @param said what they said, in the form of the kind
 */
public record Step(StepKind kind, UUID by, Instant at, Said said) {

  /**
   * What was said. One record for all kinds, so that what is sealed has one form; exactly the
   * members of the kind are present.
   *
   * @param equities of an identification
   * @param decision of a review or adjudication
   * @param answer of a referred agency
   * @param signature of a signed determination
   * @param redactions of a redaction
   * @param reason why, where the kind has no other place for it
   */
  public record Said(
      @Nullable List<Equity> equities,
      @Nullable Decision decision,
      @Nullable ReferralAnswer answer,
      @Nullable Signature signature,
      @Nullable List<Redacted> redactions,
      @Nullable String reason) {

    /** Copies what could change. */
    public Said {
      equities = equities == null ? null : List.copyOf(equities);
      redactions = redactions == null ? null : List.copyOf(redactions);
    }

    /** An identification of equities. */
    public static Said equities(List<Equity> equities, @Nullable String reason) {
      return new Said(List.copyOf(equities), null, null, null, null, reason);
    }

    /** A decision. */
    public static Said decision(Decision decision) {
      return new Said(null, decision, null, null, null, decision.reason());
    }

    /** An agency's answer. */
    public static Said answer(ReferralAnswer answer) {
      return new Said(null, null, answer, null, null, answer.reason());
    }

    /** A signature. */
    public static Said signature(Signature signature, @Nullable String reason) {
      return new Said(null, null, null, signature, null, reason);
    }

    /** Redactions. */
    public static Said redactions(List<Redacted> redactions, @Nullable String reason) {
      return new Said(null, null, null, null, List.copyOf(redactions), reason);
    }

    /** A reason alone. */
    public static Said reason(@Nullable String reason) {
      return new Said(null, null, null, null, null, reason);
    }
  }

  /**
   * A portion that belongs to another agency.
   *
   * @param portion its id
   * @param agency the agency's id
   */
  public record Equity(@Nullable String portion, @Nullable String agency) {}

  /**
   * What a referred agency answered, as the coordinator records it.
   *
   * @param agency the agency's id
   * @param portions its decisions on what it was asked about
   * @param answeredOn the day of its answer
   * @param evidence where the answer is found, such as the number of a letter
   * @param reason why it is recorded so
   */
  public record ReferralAnswer(
      @Nullable String agency,
      List<Decision.PortionDecision> portions,
      @Nullable LocalDate answeredOn,
      @Nullable String evidence,
      @Nullable String reason) {
    /** Copies the portions; absent is none. */
    public ReferralAnswer {
      portions = portions == null ? List.of() : List.copyOf(portions);
    }
  }

  /**
   * A signed determination.
   *
   * @param effectiveOn the day on which it takes effect
   * @param by the authority by name, as the declassification mark shows it
   * @param position the authority's position, or null where a historic action does not tell
   * @param authority what it rests on
   * @param signedOn the day on which it was signed here
   * @param historic whether it records what others did before
   */
  public record Signature(
      LocalDate effectiveOn,
      String by,
      @Nullable String position,
      String authority,
      LocalDate signedOn,
      boolean historic) {}

  /**
   * A stretch that is taken out of the copy.
   *
   * @param portion its id
   * @param from first code point within the portion
   * @param to code point after the last
   * @param basis shown in its place
   */
  public record Redacted(
      @Nullable String portion,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String basis) {}
}
