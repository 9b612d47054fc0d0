package org.glasnost.declassification;

import static org.glasnost.declassification.InstructionOutcome.beforeItsDocument;
import static org.glasnost.declassification.InstructionOutcome.none;
import static org.glasnost.declassification.InstructionOutcome.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** What an instruction says under its own order alone, whatever came later. */
final class AsIssued {
  private final Question question;
  private final @Nullable LocalDate base;
  private final @Nullable GoverningOrder order;

  private AsIssued(Question question, @Nullable GoverningOrder order) {
    this.question = question;
    this.base = question.baseDate();
    this.order = order;
  }

  static InstructionOutcome of(Question question) {
    LocalDate base = question.baseDate();
    InstructionReading reading = InstructionGrammar.read(question.declassifyOn(), base);
    List<Finding> era = OrderLimits.eraFindings(reading, base);
    InstructionOutcome outcome =
        new AsIssued(question, order(question))
            .read(reading, era)
            .with(reading.findings())
            .with(era)
            .with(OrderLimits.directorFindings(reading, base));
    return outcome.withLine(null);
  }

  /** The order of the document's date, else the one its instruction names or belongs to. */
  static @Nullable GoverningOrder order(Question question) {
    LocalDate base = question.baseDate();
    if (base != null) {
      return GoverningOrder.on(base);
    }
    return InstructionGrammar.read(question.declassifyOn(), null)
        .instruction()
        .map(DeclassificationInstruction::orderOfItsWords)
        .orElse(null);
  }

  private InstructionOutcome read(InstructionReading reading, List<Finding> era) {
    return switch (reading.outcome()) {
      case MISSING ->
          reading.downgradings().isEmpty()
              ? missing()
              : noInstruction()
                  .withSteps(WrittenDowngradings.of(reading.downgradings(), question.level()));
      case INCOMPLETE ->
          invalid(InstructionRules.MISSING, "The instruction is incomplete.")
              .withSteps(WrittenDowngradings.of(reading.downgradings(), question.level()));
      case NOT_APPLICABLE ->
          invalid(InstructionRules.NOT_APPLICABLE, "The instruction says that none applies.");
      case UNREADABLE -> invalid(InstructionRules.UNREADABLE, "The instruction cannot be read.");
      case READ -> {
        DeclassificationInstruction read = reading.instruction().orElseThrow();
        yield era.isEmpty()
            ? instruction(read)
            : invalid(
                EraRules.OF_NO_ORDER_THEN,
                "The order of the document's date did not know the instruction.");
      }
    };
  }

  private static InstructionOutcome invalid(DeclassificationRule rule, String sentence) {
    return none(NoDateReason.INVALID_INSTRUCTION, rule, sentence)
        .waitingFor(NextActor.ORIGINATING_AGENCY);
  }

  private InstructionOutcome missing() {
    Optional<ClassificationLevel> level = OrderSchedules.classified(question.level());
    LocalDate date = base;
    if (date != null && level.isPresent() && OrderLimits.underGeneralSchedule(date)) {
      return scheduled(
          InstructionRules.GDS_WITHOUT_STAMP,
          OrderSchedules.general(date, level.get()),
          "Without a stamp the document is under the schedule");
    }
    return noInstruction();
  }

  private static InstructionOutcome noInstruction() {
    return none(
            NoDateReason.PERSON_MUST_DECIDE,
            InstructionRules.NO_INSTRUCTION,
            "The document bears no instruction, and no schedule of its order runs by itself.")
        .waitingFor(NextActor.ORIGINATING_AGENCY);
  }

  private InstructionOutcome instruction(DeclassificationInstruction read) {
    return switch (read.kind()) {
      case DATE -> dated(read);
      case EVENT -> event(read);
      case OADR ->
          none(
                  NoDateReason.ORIGINATOR_MUST_DECIDE,
                  DecidingRules.DECIDE_12356,
                  "The originating agency's determination is required.")
              .waitingFor(NextActor.ORIGINATING_AGENCY)
              .withSteps(WrittenDowngradings.of(read, question.level()));
      case DCI_ONLY, DNI_ONLY -> directorOnly();
      case GROUP_1, GROUP_2 -> excluded(InstructionRules.GROUPS_EXCLUDED, "The group is excluded.");
      case GROUP_3 ->
          excluded(
                  InstructionRules.GROUP_3_DOWNGRADING,
                  "Group 3 is downgraded and not declassified by itself.")
              .withSteps(steps(Schedule.GROUP_3));
      case GROUP_4 -> schedule(InstructionRules.GROUP_4_AS_ISSUED, Schedule.GROUP_4);
      case GDS ->
          read.date() != null ? dated(read) : schedule(InstructionRules.GDS, Schedule.GENERAL);
      case ADS -> read.date() != null ? dated(read) : event(read);
      case XGDS_1, XGDS_2, XGDS_3, XGDS_4 ->
          read.date() != null
              ? dated(read)
              : excluded(
                  InstructionRules.EXEMPT_FROM_GDS,
                  "The document is exempt from the General Declassification Schedule.");
      case RDS, REVIEW_ON ->
          none(
                  NoDateReason.REVIEW_DATE_ONLY,
                  InstructionRules.REVIEW_IS_NOT_AN_END,
                  "The date written is one for review.")
              .waitingFor(NextActor.ORIGINATING_AGENCY);
      case X1, X2, X3, X4, X5, X6, X7, X8 ->
          none(
              NoDateReason.EXEMPTION_WITHOUT_DATE,
              DecidingRules.DECIDE_12958,
              read.kind().code()
                  + " exempts from declassification at ten years and bears no date.");
      case MR -> invalid(EraRules.NEVER_AUTHORISED, "MR was never authorised.");
      case TREATY -> invalid(InstructionRules.TREATY, "The words are never an instruction.");
      case EXEMPT_25, EXEMPT_50, EXEMPT_75, HUMAN_SOURCE_50, WMD_DESIGN_50 -> exempt(read);
      case NA_RD ->
          none(
              read.concernsNatoAlone() ? NoDateReason.NATO : NoDateReason.RESTRICTED_DATA,
              read.concernsNatoAlone() ? OutsideRules.NATO : OutsideRules.RESTRICTED_DATA,
              "The line says that no order declassifies the portions.");
    };
  }

  private InstructionOutcome directorOnly() {
    if (question.contains().contains(SpecialContent.EO_12951_IMAGERY)) {
      return none(
              NoDateReason.DNI_PRESCRIBES,
              OutsideRules.IMAGERY,
              "The Director prescribes date or event for the imagery.")
          .waitingFor(NextActor.DNI);
    }
    return none(
            NoDateReason.ORIGINATOR_MUST_DECIDE,
            InstructionRules.DIRECTOR_ONLY,
            "The Director alone declassifies.")
        .waitingFor(NextActor.DNI);
  }

  private static InstructionOutcome excluded(DeclassificationRule rule, String sentence) {
    return none(NoDateReason.EXCLUDED_FROM_SCHEDULE, rule, sentence);
  }

  private InstructionOutcome exempt(DeclassificationInstruction read) {
    InstructionOutcome today = ExemptionReading.of(read, base, question.asDocument());
    return today.standing() == InstructionOutcome.Standing.CALCULATED
        ? invalid(
                InstructionRules.EXEMPT_25_DATED,
                "The designator needs the date that was approved, and bears none.")
            .with(
                InstructionRules.EXEMPT_25_DATED.broken(
                    "The designator bears no date, and its own order reckons none."))
        : today;
  }

  private InstructionOutcome event(DeclassificationInstruction read) {
    LocalDate occurred = question.eventOccurredOn();
    List<Downgrading> steps = WrittenDowngradings.of(read, question.level());
    if (occurred != null && base != null && occurred.isBefore(base)) {
      return beforeItsDocument("The event", occurred, base)
          .waitingFor(NextActor.ORIGINATING_AGENCY);
    }
    return occurred == null
        ? none(
                NoDateReason.EVENT_PENDING,
                InstructionRules.EVENT,
                "The event named has not been reported.")
            .withSteps(steps)
        : written(occurred, InstructionRules.EVENT, "The event occurred on " + occurred + ".")
            .withSteps(steps);
  }

  private InstructionOutcome dated(DeclassificationInstruction read) {
    LocalDate day = read.date();
    if (day == null) {
      return invalid(EraRules.INCOMPLETE_DATE, "The date is missing.");
    }
    if (base != null && day.isBefore(base)) {
      return beforeItsDocument("The date", day, base).waitingFor(NextActor.ORIGINATING_AGENCY);
    }
    Optional<InstructionOutcome> late = tooLate(read.kind(), day);
    if (late.isPresent()) {
      return late.get();
    }
    LocalDate occurred = question.eventOccurredOn();
    boolean eventFirst = read.event() != null && occurred != null && occurred.isBefore(day);
    if (eventFirst) {
      return event(read);
    }
    return written(day, InstructionRules.WRITTEN_DATE, "The instruction sets " + day + ".")
        .withSteps(OrderSchedules.beside(read, base, question.level()));
  }

  private Optional<InstructionOutcome> tooLate(InstructionKind kind, LocalDate day) {
    GoverningOrder own = order;
    return latest(kind)
        .filter(last -> own != null && day.isAfter(last))
        .map(
            last ->
                none(
                        NoDateReason.DATE_TOO_LATE,
                        InstructionRules.BEYOND_ITS_ORDER,
                        "Its own order allowed a date up to " + last + ".")
                    .with(
                        InstructionRules.BEYOND_ITS_ORDER.broken(
                            "The date " + day + " is later than its order allowed: " + last + "."))
                    .waitingFor(NextActor.ORIGINATING_AGENCY));
  }

  /**
   * The latest date its own order allowed; under E.O. 11652 only a category went beyond the GDS.
   */
  private Optional<LocalDate> latest(InstructionKind kind) {
    GoverningOrder own = order;
    LocalDate from = base;
    if (own == null || from == null) {
      return Optional.empty();
    }
    boolean exempt =
        kind == InstructionKind.XGDS_1
            || kind == InstructionKind.XGDS_2
            || kind == InstructionKind.XGDS_3
            || kind == InstructionKind.XGDS_4;
    Optional<ClassificationLevel> level = OrderSchedules.classified(question.level());
    return own == GoverningOrder.EO_11652 && !exempt && level.isPresent()
        ? Optional.of(OrderSchedules.endOfGeneral(from, level.get()))
        : OrderLimits.latest(own, from, question.contains().contains(SpecialContent.FGI));
  }

  private enum Schedule {
    GENERAL,
    GROUP_3,
    GROUP_4
  }

  private List<Downgrading> steps(Schedule schedule) {
    LocalDate date = base;
    Optional<ClassificationLevel> level = OrderSchedules.classified(question.level());
    if (date == null || level.isEmpty()) {
      return List.of();
    }
    return switch (schedule) {
      case GENERAL -> OrderSchedules.general(date, level.get());
      case GROUP_3 -> OrderSchedules.groupThree(date, level.get());
      case GROUP_4 -> OrderSchedules.groupFour(date, level.get());
    };
  }

  private InstructionOutcome schedule(DeclassificationRule rule, Schedule schedule) {
    List<Downgrading> steps = steps(schedule);
    if (!steps.isEmpty()) {
      return scheduled(rule, steps, "The schedule runs");
    }
    return base == null
        ? none(
            NoDateReason.NO_BASE_DATE,
            SectionRules.NO_BASE_DATE,
            "The schedule runs from the date of origin, which is not known.")
        : none(
                NoDateReason.PERSON_MUST_DECIDE,
                InstructionRules.LEVEL_NEEDED,
                "The schedule runs by level, and the level is not known.")
            .waitingFor(NextActor.ORIGINATING_AGENCY);
  }

  private static InstructionOutcome scheduled(
      DeclassificationRule rule, List<Downgrading> steps, String why) {
    LocalDate end = steps.get(steps.size() - 1).on();
    return written(end, rule, why + " to " + end + ".")
        .withSteps(steps.subList(0, steps.size() - 1));
  }
}
