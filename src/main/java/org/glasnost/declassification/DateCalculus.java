package org.glasnost.declassification;

import java.util.List;
import org.glasnost.rule.RuleId;

/** The calculation. */
public final class DateCalculus {
  private DateCalculus() {}

  /** The answer to a question; never throws, whatever was asked. */
  public static Answer compute(Question question) {
    return new Answer(
        Answer.Outcome.none(NoDateReason.PERSON_MUST_DECIDE),
        Answer.Outcome.none(NoDateReason.PERSON_MUST_DECIDE),
        Effect.NONE,
        null,
        List.of(),
        question.originDate() == null ? null : GoverningOrder.on(question.originDate()),
        new RuleId("DCL-0001"),
        List.of(),
        null,
        List.of(),
        List.of());
  }
}
