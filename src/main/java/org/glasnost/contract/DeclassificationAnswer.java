package org.glasnost.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.Answer;
import org.glasnost.declassification.Effect;
import org.glasnost.declassification.GoverningOrder;
import org.glasnost.declassification.NextActor;
import org.glasnost.declassification.NoDateReason;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.rule.Citation;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /api/declassification/compute}, and the member {@code declassification}
 * of a document. What is absent is written as {@code null}, never left out.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DeclassificationAnswer(
    @Nullable LocalDate declassifyOn,
    @Nullable LocalDate automaticDeclassification,
    Reasons noDateReason,
    Effect effect,
    @Nullable String line,
    List<Step> schedule,
    @Nullable GoverningOrder governingOrder,
    String rule,
    List<String> cites,
    @Nullable NextActor nextActor,
    List<String> explanation,
    List<FindingView> findings) {

  /** Why there is no date, for each of the two. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Reasons(
      @Nullable NoDateReason declassifyOn, @Nullable NoDateReason automaticDeclassification) {}

  /** One step of the schedule. */
  public record Step(LocalDate on, ClassificationLevel level) {}

  /** The view of an answer. */
  public static DeclassificationAnswer of(Answer answer) {
    return new DeclassificationAnswer(
        answer.declassifyOn().day(),
        answer.automaticDeclassification().day(),
        new Reasons(answer.declassifyOn().reason(), answer.automaticDeclassification().reason()),
        answer.effect(),
        answer.line(),
        answer.schedule().stream().map(s -> new Step(s.on(), s.level())).toList(),
        answer.governingOrder(),
        answer.rule().value(),
        answer.cites().stream().map(Citation::shown).toList(),
        answer.nextActor(),
        answer.explanation(),
        FindingView.of(answer.findings()));
  }
}
