package org.glasnost.process.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glasnost.process.TaskKind;
import org.glasnost.review.Decision;
import org.glasnost.review.Step;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of a completed task beyond what the process learns: codes, counts, days
 * and agencies, and nothing that anybody wrote. A statute is told without its citation, which is
 * typed freely.
 */
final class Told {
  private static final String STATUTE = "STATUTE";

  private Told() {}

  /**
   * What a body that was accepted decided.
   *
   * @param kind of the task, which says of what type the body is
   * @param portionCount how many portions the document has, all released where none is named
   */
  static Map<String, Object> of(TaskKind kind, TaskBody body, int portionCount) {
    return switch (kind) {
      case EQUITY_IDENTIFICATION -> equities(((TaskBody.Equities) body).equities());
      case FIRST_REVIEW, ADJUDICATION ->
          decision(((TaskBody.Decided) body).decision(), portionCount);
      case SECOND_REVIEW -> second((TaskBody.DecidedOrReturned) body, portionCount);
      case REFERRAL_ANSWER -> answer(((TaskBody.Answered) body).answer());
      // What these come to is what the process is told, or stands in the marking's own line.
      case MARKING_REVIEW, SIGNATURE, REDACTION, REDACTION_CHECK, RELEASE -> Map.of();
    };
  }

  private static Map<String, Object> second(TaskBody.DecidedOrReturned body, int portionCount) {
    return Boolean.TRUE.equals(body.returned())
        ? Map.of()
        : decision(body.decision(), portionCount);
  }

  private static Map<String, Object> decision(Decision decision, int portionCount) {
    Map<String, Object> told = new LinkedHashMap<>();
    Decision.Determination determination = decision.determination();
    if (determination != null) {
      told.put("determination", determination.name());
    }
    told.putAll(portions(decision.portions(), portionCount));
    return told;
  }

  private static Map<String, Object> answer(Step.ReferralAnswer answer) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (answer.agency() != null) {
      told.put("agency", answer.agency());
    }
    if (answer.answeredOn() != null) {
      told.put("answeredOn", answer.answeredOn().toString());
    }
    told.putAll(portions(answer.portions(), 0));
    return told;
  }

  private static Map<String, Object> equities(@Nullable List<Step.Equity> equities) {
    List<Step.Equity> named = equities == null ? List.of() : equities;
    return Map.of(
        "equities",
        named.size(),
        "agencies",
        named.stream().map(Step.Equity::agency).filter(Objects::nonNull).distinct().count());
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
      Stream.concat(
              Stream.ofNullable(portion.basis()),
              portion.spans().stream().map(Decision.WithheldSpan::basis).filter(Objects::nonNull))
          .map(basis -> basis.startsWith(STATUTE) ? STATUTE : basis)
          .forEach(bases::add);
    }
    return Map.of("portions", counts, "bases", List.copyOf(bases));
  }

  private static int count(List<Decision.PortionDecision> portions, Decision.Choice choice) {
    return (int) portions.stream().filter(portion -> portion.decision() == choice).count();
  }
}
