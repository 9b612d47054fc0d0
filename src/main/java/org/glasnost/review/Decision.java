package org.glasnost.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides about a document. Held against the rules by {@link DecisionRules} before
 * anything rests on it; until then every member may be absent.
 *
 * @param determination for the document as a whole
 * @param portions for each portion; may be empty where everything is declassified
 * @param instruction the new declassification instruction, where something stays classified
 * @param referrals agencies to be asked
 * @param reason why
 */
public record Decision(
    @Nullable Determination determination,
    List<PortionDecision> portions,
    @Nullable NewInstruction instruction,
    List<ReferralRequest> referrals,
    @Nullable String reason) {

  /** For the document as a whole. */
  public enum Determination {
    DECLASSIFY_IN_FULL,
    DECLASSIFY_IN_PART,
    SUSTAIN,
    REFER
  }

  /** For one portion. */
  public enum Choice {
    RELEASE,
    WITHHOLD,
    PART
  }

  /**
   * For one portion.
   *
   * @param portion its id, such as {@code p4}
   * @param decision released, withheld, or withheld in part
   * @param basis for withholding it as a whole
   * @param spans what is withheld of it, where it is withheld in part
   * @param reason why
   */
  public record PortionDecision(
      @Nullable String portion,
      @Nullable Choice decision,
      @Nullable String basis,
      List<WithheldSpan> spans,
      @Nullable String reason) {
    /** Copies the spans; absent is none. */
    public PortionDecision {
      spans = spans == null ? List.of() : List.copyOf(spans);
    }
  }

  /**
   * A withheld stretch of a portion.
   *
   * @param from first code point within the portion, from 0
   * @param to code point after the last
   * @param basis why it may be withheld
   * @param reason why it is
   */
  public record WithheldSpan(
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable String basis,
      @Nullable String reason) {}

  /**
   * An instruction that takes the place of the present one.
   *
   * @param declassifyOn as on a "Declassify On" line
   * @param panelApproval the Panel approval it rests on, where the rules ask for one
   */
  public record NewInstruction(
      @Nullable String declassifyOn, @Nullable PanelApproval panelApproval) {}

  /**
   * An approval of the Interagency Security Classification Appeals Panel.
   *
   * @param on its date
   * @param reference how the Panel names it
   */
  public record PanelApproval(@Nullable LocalDate on, @Nullable String reference) {}

  /**
   * An agency to be asked.
   *
   * @param agency its id
   * @param portions those that it is asked about
   * @param reason why
   */
  public record ReferralRequest(
      @Nullable String agency, List<String> portions, @Nullable String reason) {
    /** Copies the portions; absent is none. */
    public ReferralRequest {
      portions = portions == null ? List.of() : List.copyOf(portions);
    }
  }

  /** Copies the lists; absent is none. */
  public Decision {
    portions = portions == null ? List.of() : List.copyOf(portions);
    referrals = referrals == null ? List.of() : List.copyOf(referrals);
  }

  /**
   * Whether the two differ in what they decide: determination, instruction, referrals, or a
   * portion's decision, basis or spans. Reasons may differ.
   *
   * @param portionIds every portion of the document, so that an unnamed one counts as released
   */
  public boolean differsFrom(Decision other, List<String> portionIds) {
    return !(determination == other.determination
        && java.util.Objects.equals(instruction, other.instruction)
        && asked().equals(other.asked())
        && choices(portionIds).equals(other.choices(portionIds)));
  }

  private Set<String> asked() {
    return referrals.stream()
        .map(r -> r.agency() + " " + new TreeSet<>(r.portions()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private TreeMap<String, String> choices(List<String> portionIds) {
    TreeMap<String, String> choices = new TreeMap<>();
    portionIds.forEach(id -> choices.put(id, "RELEASE null []"));
    for (PortionDecision portion : portions) {
      Set<String> spans =
          portion.spans().stream()
              .map(s -> s.from() + "-" + s.to() + " " + s.basis())
              .collect(Collectors.toCollection(TreeSet::new));
      choices.put(
          String.valueOf(portion.portion()),
          portion.decision() + " " + portion.basis() + " " + spans);
    }
    return choices;
  }
}
