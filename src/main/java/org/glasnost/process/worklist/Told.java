package org.glasnost.process.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.glasnost.process.TaskKind;
import org.glasnost.review.DecidedPortions;
import org.glasnost.review.Decision;
import org.glasnost.review.Step;
import org.glasnost.review.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of a completed task beyond what the process learns: codes, counts, days,
 * agencies, portions by their ids and markings, and nothing that anybody wrote. A statute is told
 * without its citation, which is typed freely.
 */
final class Told {
  private Told() {}

  /**
   * What a body that was accepted decided.
   *
   * @param kind of the task, which says of what type the body is
   * @param subject the document as it was decided about; asked for where a review decided
   */
  static Map<String, Object> of(TaskKind kind, TaskBody body, Supplier<Subject> subject) {
    return switch (kind) {
      case EQUITY_IDENTIFICATION -> equities(((TaskBody.Equities) body).equities());
      case FIRST_REVIEW, ADJUDICATION ->
          decision(((TaskBody.Decided) body).decision(), subject.get());
      case SECOND_REVIEW -> second((TaskBody.DecidedOrReturned) body, subject);
      case REFERRAL_ANSWER -> answer(((TaskBody.Answered) body).answer(), subject.get());
      case REDACTION -> redacted(((TaskBody.Redactions) body).redactions());
      // What these come to is what the process is told, or stands in a line of its own.
      case MARKING_REVIEW, SIGNATURE, REDACTION_CHECK, RELEASE -> Map.of();
    };
  }

  private static Map<String, Object> second(
      TaskBody.DecidedOrReturned body, Supplier<Subject> subject) {
    return Boolean.TRUE.equals(body.returned())
        ? Map.of()
        : decision(body.decision(), subject.get());
  }

  private static Map<String, Object> decision(Decision decision, Subject subject) {
    Map<String, Object> told = new LinkedHashMap<>();
    Decision.Determination determination = decision.determination();
    if (determination != null) {
      told.put("determination", determination.name());
    }
    Decision.NewInstruction instruction = decision.instruction();
    if (instruction != null && instruction.declassifyOn() != null) {
      told.put("instruction", instruction.declassifyOn());
    }
    told.putAll(portions(decision.portions(), subject.portions().size()));
    told.put("portionDecisions", DecidedPortions.of(decision, subject));
    if (!decision.referrals().isEmpty()) {
      Map<String, List<String>> asked = new TreeMap<>();
      decision.referrals().forEach(r -> asked.put(String.valueOf(r.agency()), r.portions()));
      told.put("referrals", DecidedPortions.byAgency(asked));
    }
    return told;
  }

  private static Map<String, Object> answer(Step.ReferralAnswer answer, Subject subject) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (answer.agency() != null) {
      told.put("agency", answer.agency());
    }
    if (answer.answeredOn() != null) {
      told.put("answeredOn", answer.answeredOn().toString());
    }
    told.putAll(portions(answer.portions(), 0));
    told.put("portionDecisions", DecidedPortions.of(answer, subject));
    return told;
  }

  private static Map<String, Object> equities(@Nullable List<Step.Equity> equities) {
    List<Step.Equity> named = equities == null ? List.of() : equities;
    Map<String, List<String>> byAgency = new TreeMap<>();
    for (Step.Equity equity : named) {
      if (equity.agency() != null && equity.portion() != null) {
        byAgency.computeIfAbsent(equity.agency(), a -> new ArrayList<>()).add(equity.portion());
      }
    }
    return Map.of(
        "equities",
        named.size(),
        "agencies",
        named.stream().map(Step.Equity::agency).filter(Objects::nonNull).distinct().count(),
        "portionsOf",
        DecidedPortions.byAgency(byAgency));
  }

  private static Map<String, Object> redacted(@Nullable List<Step.Redacted> redactions) {
    return redactions == null ? Map.of() : Map.of("redacted", DecidedPortions.redacted(redactions));
  }

  private static Map<String, Object> portions(
      List<Decision.PortionDecision> portions, int allReleased) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put(
        "released", portions.isEmpty() ? allReleased : count(portions, Decision.Choice.RELEASE));
    counts.put("withheld", count(portions, Decision.Choice.WITHHOLD));
    counts.put("inPart", count(portions, Decision.Choice.PART));
    TreeSet<String> bases = new TreeSet<>();
    for (Decision.PortionDecision portion : portions) {
      DecidedPortions.bases(portion).map(DecidedPortions::code).forEach(bases::add);
    }
    return Map.of("portions", counts, "bases", List.copyOf(bases));
  }

  private static int count(List<Decision.PortionDecision> portions, Decision.Choice choice) {
    return (int) portions.stream().filter(portion -> portion.decision() == choice).count();
  }
}
