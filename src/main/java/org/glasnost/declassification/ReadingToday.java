package org.glasnost.declassification;

import static org.glasnost.declassification.InstructionOutcome.beforeItsDocument;
import static org.glasnost.declassification.InstructionOutcome.calculated;
import static org.glasnost.declassification.InstructionOutcome.none;
import static org.glasnost.declassification.InstructionOutcome.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.glasnost.declassification.InstructionOutcome.Standing;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Era;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction of any era comes to today, under E.O. 13526 and 32 CFR part 2001: its valid
 * date where it has one, else the date that the rules calculate in its place. Serves a record read
 * and the source of a derivative document alike.
 */
final class ReadingToday {
  private static final int YEARS = 25;
  private static final LocalDate GENERAL_SCHEDULE_BEGINS = Era.EO_11652.effective();
  private static final LocalDate GENERAL_SCHEDULE_ENDS = Era.EO_12065.effective();
  private final Document document;
  private final @Nullable LocalDate base;

  /**
   * What is read.
   *
   * @param date its date, or null
   * @param level its level, or null
   * @param instruction verbatim, or null
   * @param eventOccurredOn the day its event occurred, or null
   * @param contains information that follows rules of its own
   * @param permanent whether it is a permanent record
   * @param panelApproved whether the Panel approved what is claimed
   * @param claimed exemptions claimed for it beside the instruction
   * @param asOf the current date
   */
  record Document(
      @Nullable LocalDate date,
      @Nullable StatedLevel level,
      @Nullable String instruction,
      @Nullable LocalDate eventOccurredOn,
      Set<SpecialContent> contains,
      boolean permanent,
      boolean panelApproved,
      List<Exemption> claimed,
      LocalDate asOf) {
    /** The exemptions beside the instruction that hold. */
    List<Exemption> approved() {
      return panelApproved ? claimed : List.of();
    }
  }

  private ReadingToday(Document document) {
    this.document = document;
    this.base = document.date();
  }

  static InstructionOutcome of(Document document) {
    InstructionReading reading = InstructionGrammar.read(document.instruction(), document.date());
    return new ReadingToday(document)
        .read(reading)
        .with(reading.findings())
        .with(reading.outOfItsEra(document.date()));
  }

  private InstructionOutcome read(InstructionReading reading) {
    return switch (reading.outcome()) {
      case MISSING ->
          reading.downgradings().isEmpty()
              ? missing()
              : calculate(InstructionRules.MISSING, YEARS, "There is a downgrading, and no end")
                  .withSteps(WrittenDowngradings.of(reading.downgradings(), document.level()));
      case INCOMPLETE ->
          calculate(InstructionRules.MISSING, YEARS, "The instruction is incomplete")
              .withSteps(WrittenDowngradings.of(reading.downgradings(), document.level()));
      case NOT_APPLICABLE ->
          calculate(InstructionRules.MISSING, YEARS, "The instruction names no date")
              .with(
                  InstructionRules.NOT_APPLICABLE.warns(
                      "'Not applicable' stands on a document that is treated as classified."));
      case UNREADABLE ->
          none(
                  NoDateReason.INVALID_INSTRUCTION,
                  InstructionRules.UNREADABLE,
                  "The instruction cannot be read, and no rule calculates a date in its place.")
              .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
      case READ -> instruction(reading.instruction().orElseThrow());
    };
  }

  private InstructionOutcome missing() {
    Optional<ClassificationLevel> level = OrderSchedules.classified(document.level());
    LocalDate date = base;
    if (date != null && level.isPresent() && OrderLimits.underGeneralSchedule(date)) {
      return schedule(
          InstructionRules.GDS_WITHOUT_STAMP,
          OrderSchedules.general(date, level.get()),
          "A document of " + date + " without a stamp is under the schedule");
    }
    return calculate(InstructionRules.MISSING, YEARS, "There is no instruction");
  }

  private InstructionOutcome instruction(DeclassificationInstruction read) {
    return switch (read.kind()) {
      case DATE -> date(read);
      case EVENT -> event(read, read.event());
      case OADR, X1, X2, X3, X4, X5, X6, X7, X8, MR ->
          indefinite(InstructionRules.INDEFINITE, read);
      case DCI_ONLY, DNI_ONLY -> indefinite(InstructionRules.DIRECTOR_ONLY, read);
      case GROUP_1, GROUP_2 -> indefinite(InstructionRules.GROUPS_EXCLUDED, read);
      case GROUP_3 -> indefinite(InstructionRules.GROUPS_EXCLUDED, read).withSteps(groupThree());
      case GROUP_4 -> groupFour(read);
      case GDS -> generalSchedule(read);
      case ADS -> read.date() != null ? date(read) : event(read, read.event());
      case XGDS_1, XGDS_2, XGDS_3, XGDS_4 ->
          read.date() != null ? date(read) : indefinite(InstructionRules.EXEMPT_FROM_GDS, read);
      case RDS, REVIEW_ON -> indefinite(InstructionRules.REVIEW_IS_NOT_AN_END, read);
      case EXEMPT_25, EXEMPT_50, EXEMPT_75, HUMAN_SOURCE_50, WMD_DESIGN_50 ->
          ExemptionReading.of(read, base, document);
      case NA_RD ->
          none(
              read.concernsNatoAlone() ? NoDateReason.NATO : NoDateReason.RESTRICTED_DATA,
              read.concernsNatoAlone() ? OutsideRules.NATO : OutsideRules.RESTRICTED_DATA,
              "The line says that no order declassifies the portions.");
      case TREATY ->
          // The authority may still give the exemption that the words stand for.
          indefinite(InstructionRules.TREATY, read)
              .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
    };
  }

  private InstructionOutcome indefinite(
      DeclassificationRule rule, DeclassificationInstruction read) {
    if (imagery()) {
      return none(
              NoDateReason.DNI_PRESCRIBES,
              OutsideRules.IMAGERY,
              "The imagery bears an instruction of indefinite duration.")
          .withLine(ExemptionReading.IMAGERY_LINE)
          .waitingFor(NextActor.DNI);
    }
    LocalDate source = read.sourceDate();
    // A source cannot be younger than what was derived from it.
    if (source != null && (base == null || !source.isAfter(base))) {
      LocalDate day = source.plusYears(YEARS);
      return calculated(
          day, rule, "25 years from the date of the source, " + source + ", come to " + day + ".");
    }
    return calculate(rule, YEARS, "The instruction sets no day")
        .withSteps(WrittenDowngradings.of(read, document.level()));
  }

  private boolean imagery() {
    return document.contains().contains(SpecialContent.EO_12951_IMAGERY);
  }

  private InstructionOutcome calculate(DeclassificationRule rule, int years, String why) {
    if (imagery()) {
      return none(
              NoDateReason.DNI_PRESCRIBES,
              OutsideRules.IMAGERY,
              "The imagery bears no definite duration.")
          .withLine(ExemptionReading.IMAGERY_LINE)
          .waitingFor(NextActor.DNI);
    }
    if (document.level() == StatedLevel.RESTRICTED) {
      return none(
              NoDateReason.PERSON_MUST_DECIDE,
              InstructionRules.RESTRICTED_LEVEL,
              "RESTRICTED is no level today, and no date is reckoned for it until a person re-marks"
                  + " the document.")
          .waitingFor(NextActor.DECLASSIFICATION_AUTHORITY);
    }
    return Reckoning.of(base, document.asOf(), rule, years, why);
  }

  private InstructionOutcome date(DeclassificationInstruction read) {
    LocalDate day = read.date();
    if (day == null) {
      return calculate(InstructionRules.MISSING, YEARS, "The date is missing");
    }
    InstructionOutcome outcome = dated(day, read);
    LocalDate occurred = document.eventOccurredOn();
    if (read.event() != null && occurred != null && occurred.isBefore(day)) {
      if (base != null && occurred.isBefore(base)) {
        return beforeItsDocument("The event", occurred, base);
      }
      return written(
          occurred,
          InstructionRules.EVENT,
          "The event came first, on " + occurred + ", and ended classification.");
    }
    return outcome.withSteps(OrderSchedules.beside(read, base, document.level()));
  }

  private InstructionOutcome dated(LocalDate day, DeclassificationInstruction read) {
    LocalDate from = base;
    DeclassificationRule rule =
        from != null && OrderLimits.ofPresentOrder(from)
            ? InstructionRules.WRITTEN_DATE
            : read.kind() == InstructionKind.ADS
                ? InstructionRules.ADS
                : InstructionRules.WRITTEN_DATE_PRIOR;
    if (from != null && day.isBefore(from)) {
      return beforeItsDocument("The date", day, from);
    }
    if (from != null && day.isAfter(from.plusYears(YEARS))) {
      Optional<InstructionOutcome> beyond = beyond25(day, from);
      if (beyond.isPresent()) {
        return beyond.get();
      }
    }
    InstructionOutcome outcome =
        written(day, rule, "The date written, " + day + ", is the day of declassification.");
    return from == null ? outcome : withOwnLimit(outcome, day, from);
  }

  private Optional<InstructionOutcome> beyond25(LocalDate day, LocalDate from) {
    Optional<LocalDate> ceiling = Ceilings.dateCeiling(document.approved(), from);
    if (ceiling.isPresent() && !day.isAfter(ceiling.get())) {
      Exemption exemption = document.approved().get(0);
      return Optional.of(
          InstructionOutcome.on(
                  day,
                  Standing.EXEMPTED,
                  SectionRules.PANEL_DATE,
                  "The Panel approved " + exemption.designator() + " with the date " + day + ".")
              .withLine(DateLine.of(exemption, day))
              .withExemptions(document.approved()));
    }
    if (!document.permanent() && !OrderLimits.endsAt25(from)) {
      return Optional.empty();
    }
    LocalDate cap = from.plusYears(YEARS);
    return Optional.of(
        none(
                NoDateReason.DATE_TOO_LATE,
                InstructionRules.BEYOND_25_YEARS,
                "The date written, " + day + ", is later than " + cap + ", 25 years from origin.")
            .with(
                InstructionRules.BEYOND_25_YEARS.broken(
                    "The date " + day + " is more than 25 years from origin (" + cap + ").")));
  }

  private InstructionOutcome withOwnLimit(
      InstructionOutcome outcome, LocalDate day, LocalDate from) {
    GoverningOrder order = GoverningOrder.on(from);
    boolean foreign = document.contains().contains(SpecialContent.FGI);
    if (OrderLimits.needsTopSecretAuthority(order, from, day, foreign)) {
      return outcome.with(
          InstructionRules.DATED_BY_REVIEWED_ORDER.notes(
              order.title()
                  + " let only a Top Secret authority set a date more than six years on; the one"
                  + " written stands all the same."));
    }
    return OrderLimits.latest(order, from, foreign)
        .filter(day::isAfter)
        .map(
            latest ->
                outcome.with(
                    InstructionRules.DATED_BY_REVIEWED_ORDER.warns(
                        order.title()
                            + " allowed a date up to "
                            + latest
                            + "; the one written stands all the same.")))
        .orElse(outcome);
  }

  private InstructionOutcome event(DeclassificationInstruction read, @Nullable String words) {
    LocalDate occurred = document.eventOccurredOn();
    String line = words == null ? null : read.eventVerbatim();
    if (occurred == null) {
      return none(
              NoDateReason.EVENT_PENDING,
              InstructionRules.EVENT,
              "The event named has not been reported.")
          .withLine(line)
          .withSteps(WrittenDowngradings.of(read, document.level()));
    }
    if (base != null && occurred.isBefore(base)) {
      return beforeItsDocument("The event", occurred, base);
    }
    return written(
            occurred,
            InstructionRules.EVENT,
            "The event occurred on " + occurred + " and ended classification.")
        .withSteps(WrittenDowngradings.of(read, document.level()));
  }

  private InstructionOutcome generalSchedule(DeclassificationInstruction read) {
    if (read.date() != null) {
      return date(read);
    }
    if (base != null && base.isBefore(GENERAL_SCHEDULE_BEGINS)) {
      // Refused, as OADR after its order is: no schedule runs from it.
      return calculate(InstructionRules.MISSING, YEARS, "The document is older than the schedule");
    }
    return base != null && !base.isBefore(GENERAL_SCHEDULE_ENDS)
        ? calculate(InstructionRules.MISSING, YEARS, "GDS of E.O. 12065 lacks its date")
        : onSchedule(
            InstructionRules.GDS,
            OrderSchedules::general,
            "The General Declassification Schedule runs");
  }

  private InstructionOutcome groupFour(DeclassificationInstruction read) {
    return base != null && !base.isBefore(GENERAL_SCHEDULE_ENDS)
        ? indefinite(InstructionRules.MISSING, read)
        : onSchedule(
            InstructionRules.GROUP_4_TO_GDS,
            OrderSchedules::groupFourThenGeneral,
            "Group 4 went over to the General Declassification Schedule");
  }

  /** A schedule that runs from the date of origin, by level. */
  private InstructionOutcome onSchedule(
      DeclassificationRule rule,
      BiFunction<LocalDate, ClassificationLevel, List<Downgrading>> schedule,
      String why) {
    LocalDate date = base;
    if (date == null) {
      return none(
          NoDateReason.NO_BASE_DATE,
          SectionRules.NO_BASE_DATE,
          "The schedule runs from the year of origin, which is not known.");
    }
    return OrderSchedules.classified(document.level())
        .map(level -> schedule(rule, schedule.apply(date, level), why))
        .orElseGet(
            () ->
                none(
                        NoDateReason.PERSON_MUST_DECIDE,
                        InstructionRules.LEVEL_NEEDED,
                        "The schedule runs by level, and the level is not known.")
                    .waitingFor(NextActor.DECLASSIFICATION_AUTHORITY));
  }

  private static InstructionOutcome schedule(
      DeclassificationRule rule, List<Downgrading> steps, String why) {
    LocalDate end = steps.get(steps.size() - 1).on();
    return written(end, rule, why + " to " + end + ".")
        .withSteps(steps.subList(0, steps.size() - 1));
  }

  private List<Downgrading> groupThree() {
    LocalDate date = base;
    return OrderSchedules.classified(document.level())
        .filter(l -> date != null)
        .map(l -> date == null ? List.<Downgrading>of() : OrderSchedules.groupThree(date, l))
        .orElse(List.of());
  }
}
