package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.glasnost.declassification.InstructionOutcome.Standing;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The line of a new document from its sources: each source's instruction as it stands, or the date
 * calculated in its place; of several, the most restrictive, one value alone.
 */
final class Deriving {

  /** The hierarchy of instructions, the most restrictive first; the rank is explicit. */
  private enum Tier {
    NOT_APPLICABLE(10),
    BEYOND_50(20),
    CANNOT_BE_CARRIED(30),
    EXEMPT_50_DATED(40),
    IMAGERY(50),
    EXEMPT_25_DATED(60),
    EXEMPT_25_UNDATED(70),
    DATE(80),
    EVENT(90),
    CALCULATED(100);

    private final int rank;

    Tier(int rank) {
      this.rank = rank;
    }
  }

  private record Candidate(Tier tier, Source source, InstructionOutcome outcome) {
    LocalDate day() {
      LocalDate day = outcome.day();
      return day == null ? LocalDate.MIN : day;
    }

    int category() {
      return outcome.exemptions().stream().mapToInt(Exemption::category).min().orElse(0);
    }
  }

  private Deriving() {}

  static InstructionOutcome of(Question question) {
    Set<SpecialContent> outside = outside(question);
    if (!outside.isEmpty()) {
      return outside(outside);
    }
    if (question.sources().isEmpty()) {
      return InstructionOutcome.none(
              NoDateReason.PERSON_MUST_DECIDE,
              DerivingRules.DERIVE_WITHOUT_SOURCE,
              "There is no source to take the line from.")
          .with(
              DerivingRules.DERIVE_WITHOUT_SOURCE
                  .broken("A derivative document needs a source.")
                  .atMember("/sources"))
          .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
    }
    List<Candidate> candidates =
        question.sources().stream().map(s -> candidate(question, s)).toList();
    return chosen(candidates);
  }

  private static Set<SpecialContent> outside(Question question) {
    Set<SpecialContent> all = EnumSet.noneOf(SpecialContent.class);
    all.addAll(question.contains());
    question.sources().forEach(s -> all.addAll(s.contains()));
    for (Source source : question.sources()) {
      InstructionGrammar.read(source.instruction(), source.date())
          .instruction()
          .filter(r -> r.kind() == InstructionKind.NA_RD)
          .ifPresent(r -> all.addAll(r.contentsOutside()));
    }
    all.retainAll(
        EnumSet.of(
            SpecialContent.RD, SpecialContent.FRD, SpecialContent.TFNI, SpecialContent.NATO));
    return all;
  }

  private static InstructionOutcome outside(Set<SpecialContent> contents) {
    boolean energy = contents.stream().anyMatch(SpecialContent::underAtomicEnergyAct);
    return InstructionOutcome.none(
            energy ? NoDateReason.RESTRICTED_DATA : NoDateReason.NATO,
            energy ? OutsideRules.RESTRICTED_DATA : OutsideRules.NATO,
            "The line bears no date; the source list shows those of the other portions.")
        .withLine(DateLine.notApplicable(contents))
        .waitingFor(energy ? NextActor.DOE : NextActor.NATO);
  }

  private static Candidate candidate(Question question, Source source) {
    Set<SpecialContent> contains = EnumSet.noneOf(SpecialContent.class);
    contains.addAll(source.contains());
    if (question.contains().contains(SpecialContent.EO_12951_IMAGERY)) {
      contains.add(SpecialContent.EO_12951_IMAGERY);
    }
    InstructionOutcome outcome =
        ReadingToday.of(
            new ReadingToday.Document(
                source.date(),
                question.level(),
                source.instruction(),
                null,
                contains,
                // A source's date beyond 25 years is not carried: no exemption stands beside it.
                true,
                question.exemptionApproved(),
                List.of(),
                question.asOf()));
    return new Candidate(tier(outcome), source, outcome);
  }

  private static Tier tier(InstructionOutcome outcome) {
    NoDateReason reason = outcome.reason();
    if (reason != null) {
      return tierOf(reason);
    }
    return switch (outcome.standing()) {
      case WRITTEN -> Tier.DATE;
      case CALCULATED -> outcome.exemptions().isEmpty() ? Tier.CALCULATED : Tier.EXEMPT_25_UNDATED;
      case EXEMPTED ->
          switch (furthest(outcome.exemptions())) {
            case AT_75 -> Tier.BEYOND_50;
            case AT_50 -> Tier.EXEMPT_50_DATED;
            case AT_25 -> Tier.EXEMPT_25_DATED;
          };
      case NONE -> Tier.CANNOT_BE_CARRIED;
    };
  }

  private static Exemption.Term furthest(List<Exemption> exemptions) {
    return exemptions.stream()
        .map(Exemption::term)
        .max(Comparator.comparingInt(Exemption.Term::years))
        .orElse(Exemption.Term.AT_25);
  }

  private static Tier tierOf(NoDateReason reason) {
    return switch (reason) {
      case RESTRICTED_DATA, NATO -> Tier.NOT_APPLICABLE;
      case EXEMPTION_WITHOUT_DATE -> Tier.BEYOND_50;
      case DNI_PRESCRIBES -> Tier.IMAGERY;
      case EVENT_PENDING -> Tier.EVENT;
      case NOT_CLASSIFIED,
          OUTSIDE_FRAME,
          NOT_PERMANENT,
          NOT_SCHEDULED,
          PERMANENCE_UNKNOWN,
          FILE_SERIES_EXEMPT,
          REFERRAL_PENDING,
          DATE_TOO_LATE,
          INVALID_INSTRUCTION,
          REVIEW_DATE_ONLY,
          ORIGINATOR_MUST_DECIDE,
          EXCLUDED_FROM_SCHEDULE,
          NO_BASE_DATE,
          PERSON_MUST_DECIDE ->
          Tier.CANNOT_BE_CARRIED;
    };
  }

  private static InstructionOutcome chosen(List<Candidate> candidates) {
    Candidate winner =
        candidates.stream()
            .min(
                Comparator.comparingInt((Candidate c) -> c.tier().rank)
                    .thenComparingInt(c -> c.tier() == Tier.BEYOND_50 ? c.category() : 0)
                    .thenComparing(Candidate::day, Comparator.reverseOrder())
                    .thenComparingInt(Candidate::category))
            .orElseThrow();
    List<Finding> findings = new ArrayList<>();
    candidates.forEach(c -> findings.addAll(c.outcome().findings()));
    InstructionOutcome outcome = resolved(winner, candidates);
    if (isCarried(winner.tier())) {
      outcome =
          outcome.saying(
              DerivingRules.DERIVE_CARRIED.explains(
                  "The source's instruction is carried forward."));
    }
    if (candidates.size() > 1) {
      outcome =
          outcome.saying(
              DerivingRules.DERIVE_HIERARCHY.explains(
                  "Of "
                      + candidates.size()
                      + " sources this instruction is the most restrictive."));
    }
    LocalDate later = laterCalculated(winner, candidates);
    if (later != null) {
      findings.add(
          DerivingRules.DERIVE_SHORTER.warns(
              "Another source comes to the calculated date "
                  + later
                  + ", later than the line; the originator may be asked."));
    }
    findings.removeAll(outcome.findings());
    return outcome.with(findings);
  }

  private static InstructionOutcome resolved(Candidate winner, List<Candidate> candidates) {
    InstructionOutcome outcome = winner.outcome();
    boolean differ =
        winner.tier() == Tier.EVENT
            && candidates.stream()
                    .filter(c -> c.tier() == Tier.EVENT)
                    .map(
                        c ->
                            InstructionGrammar.plain(
                                Objects.requireNonNullElse(c.outcome().line(), "")))
                    .distinct()
                    .count()
                > 1;
    if (differ) {
      return InstructionOutcome.none(
              NoDateReason.PERSON_MUST_DECIDE,
              DerivingRules.DERIVE_HIERARCHY,
              "The sources name different events, and which comes last is not known.")
          .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
    }
    // What cannot be written on the new document is the authority's to settle.
    return winner.tier() == Tier.CANNOT_BE_CARRIED && outcome.waitsFor() == null
        ? outcome.waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY)
        : outcome;
  }

  /** Whether the source's own instruction stands on the line, not a date reckoned in its place. */
  private static boolean isCarried(Tier tier) {
    return switch (tier) {
      case BEYOND_50, EXEMPT_50_DATED, EXEMPT_25_DATED, DATE, EVENT -> true;
      case NOT_APPLICABLE, CANNOT_BE_CARRIED, IMAGERY, EXEMPT_25_UNDATED, CALCULATED -> false;
    };
  }

  private static @Nullable LocalDate laterCalculated(Candidate winner, List<Candidate> candidates) {
    if (winner.tier() != Tier.DATE || winner.outcome().standing() != Standing.WRITTEN) {
      return null;
    }
    return candidates.stream()
        .filter(c -> c.tier() == Tier.CALCULATED)
        .map(Candidate::day)
        .filter(d -> d.isAfter(winner.day()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
