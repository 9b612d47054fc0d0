package org.glasnost.process.engine;

import static org.glasnost.process.engine.ProcessVariable.ACCEPTED;
import static org.glasnost.process.engine.ProcessVariable.ADJUDICATED;
import static org.glasnost.process.engine.ProcessVariable.OUTCOME;
import static org.glasnost.process.engine.ProcessVariable.REFERRAL_COUNT;
import static org.glasnost.process.engine.ProcessVariable.RELEASED;
import static org.glasnost.process.engine.ProcessVariable.SECOND_OUTCOME;
import static org.glasnost.process.engine.ProcessVariable.SIGNED;
import static org.glasnost.process.engine.ProcessVariable.WITHHOLDS;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.glasnost.process.TaskKind;

/**
 * What the completion of each kind of task tells the process. A gateway that would find its
 * variable missing stops the whole step, so this is checked before the engine is asked.
 */
public final class TaskResult {

  private TaskResult() {}

  /**
   * The variables that a completed task of this kind sets, all of them.
   *
   * @param signed whether a signature was given; matters for {@link TaskKind#SIGNATURE} alone,
   *     which tells what was signed only if it was
   */
  public static Set<ProcessVariable> sets(TaskKind kind, boolean signed) {
    return switch (kind) {
      case MARKING_REVIEW, EQUITY_IDENTIFICATION, REFERRAL_ANSWER, REDACTION ->
          EnumSet.noneOf(ProcessVariable.class);
      case FIRST_REVIEW -> EnumSet.of(REFERRAL_COUNT);
      case SECOND_REVIEW -> EnumSet.of(SECOND_OUTCOME, REFERRAL_COUNT);
      case ADJUDICATION -> EnumSet.of(ADJUDICATED, REFERRAL_COUNT);
      case SIGNATURE -> signed ? EnumSet.of(SIGNED, OUTCOME, WITHHOLDS) : EnumSet.of(SIGNED);
      case REDACTION_CHECK -> EnumSet.of(ACCEPTED);
      case RELEASE -> EnumSet.of(RELEASED);
    };
  }

  /**
   * Holds the given variables against the kind.
   *
   * @throws IllegalArgumentException if one is missing, one is too many, one has a value that it
   *     does not admit, or an adjudicator neither decided nor referred
   */
  public static void check(TaskKind kind, Map<ProcessVariable, Object> variables) {
    Set<ProcessVariable> expected = sets(kind, Boolean.TRUE.equals(variables.get(SIGNED)));
    if (!expected.equals(variables.keySet())) {
      throw new IllegalArgumentException(
          kind + " sets " + expected + " and was given " + variables.keySet());
    }
    variables.forEach(
        (variable, value) -> {
          if (!variable.admits(value)) {
            throw new IllegalArgumentException(variable + " does not admit the value given");
          }
        });
    if (kind == TaskKind.ADJUDICATION
        && Boolean.FALSE.equals(variables.get(ADJUDICATED))
        && Integer.valueOf(0).equals(variables.get(REFERRAL_COUNT))) {
      throw new IllegalArgumentException("an adjudicator decides, or refers to some agency");
    }
  }
}
