package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one record or document. Computing changes nothing.
 *
 * @param declassifyOn the day the instruction comes to
 * @param automaticDeclassification the day on which a permanent record is declassified with nobody
 *     acting
 * @param effect what the rules have done by the day of the question
 * @param line the exact text for a "Declassify On" line, or null where nothing may be written
 * @param schedule every downgrading and the declassification that happen by themselves, oldest
 *     first
 * @param governingOrder the order that governs the classification, or null where no date tells
 * @param rule the rule that decided
 * @param cites what it rests on
 * @param nextActor who must act, or null: nobody before the date
 * @param explanation sentences for a person, each with the paragraph that gives the date
 * @param findings what is wrong or worth knowing
 */
public record Answer(
    Outcome declassifyOn,
    Outcome automaticDeclassification,
    Effect effect,
    @Nullable String line,
    List<Downgrading> schedule,
    @Nullable GoverningOrder governingOrder,
    RuleId rule,
    List<Citation> cites,
    @Nullable NextActor nextActor,
    List<String> explanation,
    List<Finding> findings) {

  /** Copies the lists. */
  public Answer {
    schedule = List.copyOf(schedule);
    cites = List.copyOf(cites);
    explanation = List.copyOf(explanation);
    findings = List.copyOf(findings);
  }

  /**
   * A day, or the reason why there is none: exactly one of the two.
   *
   * @param day the day, or null
   * @param reason why there is none, or null
   */
  public record Outcome(@Nullable LocalDate day, @Nullable NoDateReason reason) {
    /**
     * @throws IllegalArgumentException if both or neither are given, which is a bug of ours
     */
    public Outcome {
      if ((day == null) == (reason == null)) {
        throw new IllegalArgumentException("a day, or a reason why there is none");
      }
    }

    /** That day. */
    public static Outcome on(LocalDate day) {
      return new Outcome(day, null);
    }

    /** No day, because. */
    public static Outcome none(NoDateReason because) {
      return new Outcome(null, because);
    }

    /** The day, if there is one. */
    public Optional<LocalDate> date() {
      return Optional.ofNullable(day);
    }
  }
}
