package org.glasnost.declassification;

import static org.glasnost.declassification.InstructionKind.ADS;
import static org.glasnost.declassification.InstructionKind.DATE;
import static org.glasnost.declassification.InstructionKind.EVENT;
import static org.glasnost.declassification.InstructionKind.EXEMPT_25;
import static org.glasnost.declassification.InstructionKind.GDS;
import static org.glasnost.declassification.InstructionKind.GROUP_1;
import static org.glasnost.declassification.InstructionKind.GROUP_2;
import static org.glasnost.declassification.InstructionKind.GROUP_3;
import static org.glasnost.declassification.InstructionKind.GROUP_4;
import static org.glasnost.declassification.InstructionKind.HUMAN_SOURCE_50;
import static org.glasnost.declassification.InstructionKind.OADR;
import static org.glasnost.declassification.InstructionKind.RDS;
import static org.glasnost.declassification.InstructionKind.REVIEW_ON;
import static org.glasnost.declassification.InstructionKind.WMD_DESIGN_50;
import static org.glasnost.declassification.InstructionKind.X1;
import static org.glasnost.declassification.InstructionKind.X2;
import static org.glasnost.declassification.InstructionKind.X3;
import static org.glasnost.declassification.InstructionKind.X4;
import static org.glasnost.declassification.InstructionKind.X5;
import static org.glasnost.declassification.InstructionKind.X6;
import static org.glasnost.declassification.InstructionKind.X7;
import static org.glasnost.declassification.InstructionKind.X8;
import static org.glasnost.declassification.InstructionKind.XGDS_1;
import static org.glasnost.declassification.InstructionKind.XGDS_2;
import static org.glasnost.declassification.InstructionKind.XGDS_3;
import static org.glasnost.declassification.InstructionKind.XGDS_4;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;

/**
 * What an order lets an original classification authority write.
 *
 * @param order the order
 * @param rule the rule that states it
 * @param kinds the instructions it knows
 */
record DecisionTerms(GoverningOrder order, DeclassificationRule rule, Set<InstructionKind> kinds) {

  static DecisionTerms of(GoverningOrder order) {
    return switch (order) {
      case PRE_EO_10290, EO_10290, EO_10501, ATOMIC_ENERGY_ACT ->
          new DecisionTerms(order, DecidingRules.DECIDE_BEFORE_10964, EnumSet.of(DATE, EVENT));
      case EO_10964 ->
          new DecisionTerms(
              order,
              DecidingRules.DECIDE_GROUP,
              EnumSet.of(DATE, EVENT, GROUP_1, GROUP_2, GROUP_3, GROUP_4));
      case EO_11652 ->
          new DecisionTerms(
              order,
              DecidingRules.DECIDE_11652,
              EnumSet.of(DATE, EVENT, GDS, ADS, XGDS_1, XGDS_2, XGDS_3, XGDS_4));
      case EO_12065 ->
          new DecisionTerms(
              order, DecidingRules.DECIDE_12065, EnumSet.of(DATE, EVENT, GDS, RDS, REVIEW_ON));
      case EO_12356 ->
          new DecisionTerms(order, DecidingRules.DECIDE_12356, EnumSet.of(DATE, EVENT, OADR));
      case EO_12958 ->
          new DecisionTerms(
              order,
              DecidingRules.DECIDE_12958,
              EnumSet.of(DATE, EVENT, X1, X2, X3, X4, X5, X6, X7, X8));
      case EO_13292 ->
          new DecisionTerms(order, DecidingRules.DECIDE_13292, EnumSet.of(DATE, EVENT, EXEMPT_25));
      case EO_13526 ->
          new DecisionTerms(
              order,
              DecidingRules.DECIDE_13526,
              EnumSet.of(DATE, EVENT, HUMAN_SOURCE_50, WMD_DESIGN_50));
    };
  }

  /** Whether the order knows the instruction; 25X only for a human source. */
  boolean knows(InstructionKind kind, boolean humanSource) {
    return kinds.contains(kind) && (kind != EXEMPT_25 || humanSource);
  }

  /** The latest date that may be written; empty where the order sets none. */
  Optional<LocalDate> latest(LocalDate decided, Question question) {
    return switch (order) {
      case PRE_EO_10290, EO_10290, EO_10501, EO_10964, EO_12356, ATOMIC_ENERGY_ACT ->
          Optional.empty();
      case EO_11652 -> Optional.of(endOfGeneralSchedule(decided, question));
      case EO_12065 -> Optional.of(decided.plusYears(yearsOf12065(question)));
      case EO_12958 -> Optional.of(decided.plusYears(10));
      case EO_13292, EO_13526 -> Optional.of(decided.plusYears(25));
    };
  }

  private static LocalDate endOfGeneralSchedule(LocalDate decided, Question question) {
    ClassificationLevel level =
        OrderSchedules.classified(question.level()).orElse(ClassificationLevel.TOP_SECRET);
    return OrderSchedules.endOfGeneral(decided, level);
  }

  /**
   * Who classifies Top Secret is a Top Secret authority; of others the question does not say so.
   */
  private static int yearsOf12065(Question question) {
    if (question.contains().contains(SpecialContent.FGI)) {
      return 30;
    }
    return question.level() == StatedLevel.TOP_SECRET ? 20 : 6;
  }
}
