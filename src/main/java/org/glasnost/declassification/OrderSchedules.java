package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Era;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * The schedules by which documents of E.O. 10964 and E.O. 11652 are downgraded and declassified
 * without anybody acting.
 */
final class OrderSchedules {
  private static final LocalDate GDS_BEGINS = Era.EO_11652.effective();

  private OrderSchedules() {}

  /** The classification that a schedule works on; empty where the level is none or not known. */
  static Optional<ClassificationLevel> classified(@Nullable StatedLevel level) {
    if (level == null) {
      return Optional.empty();
    }
    return switch (level) {
      case TOP_SECRET -> Optional.of(ClassificationLevel.TOP_SECRET);
      case SECRET -> Optional.of(ClassificationLevel.SECRET);
      case CONFIDENTIAL -> Optional.of(ClassificationLevel.CONFIDENTIAL);
      case RESTRICTED, UNCLASSIFIED, LOU, NONE -> Optional.empty();
    };
  }

  /**
   * The General Declassification Schedule, the end as its last step: full calendar years after the
   * year of origin, so that every step falls on a 31 December.
   */
  static List<Downgrading> general(LocalDate origin, ClassificationLevel level) {
    return switch (level) {
      case TOP_SECRET ->
          List.of(
              yearEnd(origin, 2, ClassificationLevel.SECRET),
              yearEnd(origin, 4, ClassificationLevel.CONFIDENTIAL),
              yearEnd(origin, 10, ClassificationLevel.UNCLASSIFIED));
      case SECRET ->
          List.of(
              yearEnd(origin, 2, ClassificationLevel.CONFIDENTIAL),
              yearEnd(origin, 8, ClassificationLevel.UNCLASSIFIED));
      case CONFIDENTIAL -> List.of(yearEnd(origin, 6, ClassificationLevel.UNCLASSIFIED));
      case UNCLASSIFIED -> List.of();
    };
  }

  /**
   * What lowers a document beside a written end: what is written, and where the end stands in the
   * General Declassification Schedule of E.O. 11652, the steps of that schedule too. GDS of E.O.
   * 12065 is a date alone.
   */
  static List<Downgrading> beside(
      DeclassificationInstruction read, @Nullable LocalDate origin, @Nullable StatedLevel level) {
    List<Downgrading> written = WrittenDowngradings.of(read, level);
    if (read.kind() != InstructionKind.GDS
        || !written.isEmpty()
        || origin == null
        || !OrderLimits.underGeneralSchedule(origin)) {
      return written;
    }
    return classified(level)
        .map(l -> general(origin, l))
        .map(steps -> steps.subList(0, steps.size() - 1))
        .orElse(written);
  }

  /** The day on which the General Declassification Schedule ends classification. */
  static LocalDate endOfGeneral(LocalDate origin, ClassificationLevel level) {
    List<Downgrading> steps = general(origin, level);
    return steps.get(steps.size() - 1).on();
  }

  private static Downgrading yearEnd(LocalDate origin, int years, ClassificationLevel level) {
    return new Downgrading(LocalDate.of(origin.getYear() + years, 12, 31), level);
  }

  /** Group 4 under its own order: down every 3 years, declassified after 12. */
  static List<Downgrading> groupFour(LocalDate origin, ClassificationLevel level) {
    List<Downgrading> steps = new ArrayList<>(intervals(origin, level, 3));
    steps.add(new Downgrading(origin.plusYears(12), ClassificationLevel.UNCLASSIFIED));
    return List.copyOf(steps);
  }

  /** Group 3: down every 12 years, never declassified by itself. */
  static List<Downgrading> groupThree(LocalDate origin, ClassificationLevel level) {
    return intervals(origin, level, 12);
  }

  private static List<Downgrading> intervals(
      LocalDate origin, ClassificationLevel level, int years) {
    return switch (level) {
      case TOP_SECRET ->
          List.of(
              new Downgrading(origin.plusYears(years), ClassificationLevel.SECRET),
              new Downgrading(origin.plusYears(2L * years), ClassificationLevel.CONFIDENTIAL));
      case SECRET ->
          List.of(new Downgrading(origin.plusYears(years), ClassificationLevel.CONFIDENTIAL));
      case CONFIDENTIAL, UNCLASSIFIED -> List.of();
    };
  }

  /**
   * Group 4 as it went on: its own steps until 1 June 1972, from then on the general schedule,
   * which could not act before it was in force.
   */
  static List<Downgrading> groupFourThenGeneral(LocalDate origin, ClassificationLevel level) {
    List<Downgrading> own = groupFour(origin, level);
    List<Downgrading> steps = new ArrayList<>();
    for (Downgrading general : general(origin, level)) {
      Downgrading same =
          own.stream().filter(s -> s.level() == general.level()).findFirst().orElse(general);
      LocalDate acts = general.on().isBefore(GDS_BEGINS) ? GDS_BEGINS : general.on();
      LocalDate on = same.on().isBefore(GDS_BEGINS) ? same.on() : acts;
      // What is declassified the same day is no longer downgraded.
      steps.removeIf(s -> !s.on().isBefore(on));
      steps.add(new Downgrading(on, general.level()));
    }
    return List.copyOf(steps);
  }
}
