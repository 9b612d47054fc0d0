package org.glasnost.declassification;

import static org.glasnost.declassification.InstructionOutcome.none;
import static org.glasnost.declassification.InstructionOutcome.written;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Era;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/** What an original classification authority may write, under the order in force that day. */
final class Deciding {
  private static final LocalDate RESTRICTED_ENDS = Era.EO_10501.effective();
  private final Question question;
  private final LocalDate decided;
  private final GoverningOrder order;
  private final DecisionTerms terms;

  private Deciding(Question question, LocalDate decided) {
    this.question = question;
    this.decided = decided;
    this.order = GoverningOrder.on(decided);
    this.terms = DecisionTerms.of(order);
  }

  static InstructionOutcome of(Question question) {
    LocalDate decided = question.dateOfDecision();
    if (decided == null) {
      return none(
              NoDateReason.NO_BASE_DATE,
              SectionRules.NO_BASE_DATE,
              "The day of the decision is not known.")
          .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
    }
    return new Deciding(question, decided).decide();
  }

  private InstructionOutcome decide() {
    if (question.level() == StatedLevel.RESTRICTED && !decided.isBefore(RESTRICTED_ENDS)) {
      return none(
              NoDateReason.PERSON_MUST_DECIDE,
              InstructionRules.RESTRICTED_LEVEL,
              order.title() + " knows no level RESTRICTED.")
          .with(
              InstructionRules.RESTRICTED_LEVEL.broken(
                  "RESTRICTED may not be assigned from 15 December 1953."))
          .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
    }
    InstructionReading reading = InstructionGrammar.read(question.declassifyOn(), decided);
    Optional<InstructionOutcome> special = special(reading);
    if (special.isPresent()) {
      return special.get();
    }
    InstructionOutcome outcome =
        switch (reading.outcome()) {
          case MISSING ->
              reading.downgradings().isEmpty()
                  ? byDefault()
                  : refused("A downgrading alone says nothing of the end.");
          case INCOMPLETE, NOT_APPLICABLE ->
              refused("The instruction is incomplete and may not be written.");
          case UNREADABLE -> refused("The instruction cannot be read.");
          case READ -> instruction(reading.instruction().orElseThrow());
        };
    return outcome.with(reading.findings());
  }

  private Optional<InstructionOutcome> special(InstructionReading reading) {
    boolean human = question.humanSource();
    boolean known =
        switch (order) {
          case EO_13526 -> human || question.wmdDesign();
          case EO_13292 -> human;
          case PRE_EO_10290,
              EO_10290,
              EO_10501,
              EO_10964,
              EO_11652,
              EO_12065,
              EO_12356,
              EO_12958,
              ATOMIC_ENERGY_ACT ->
              false;
        };
    if (!known) {
      return Optional.empty();
    }
    String designator =
        order == GoverningOrder.EO_13292 ? "25X1-human" : human ? "50X1-HUM" : "50X2-WMD";
    InstructionOutcome outcome =
        none(
                NoDateReason.EXEMPTION_WITHOUT_DATE,
                DecidingRules.DECIDE_SPECIAL,
                "The information is designated " + designator + ", without a date.")
            .withLine(designator)
            .withExemptions(Exemption.parse(designator).stream().toList());
    boolean says =
        reading.instruction().map(r -> !r.exemptions().isEmpty() && r.date() == null).orElse(false);
    return Optional.of(
        reading.outcome() == InstructionReading.Outcome.MISSING || says
            ? outcome
            : outcome.with(
                DecidingRules.DECIDE_SPECIAL
                    .broken("The line bears the designator alone, no other instruction.")
                    .suggesting(designator)));
  }

  private InstructionOutcome refused(String message) {
    return none(
            NoDateReason.INVALID_INSTRUCTION,
            DecidingRules.DECIDE_NOT_OF_ITS_ORDER,
            "What is meant to be written may not be, under " + order.title() + ".")
        .with(DecidingRules.DECIDE_NOT_OF_ITS_ORDER.broken(message))
        .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
  }

  private InstructionOutcome byDefault() {
    return switch (order) {
      case PRE_EO_10290, EO_10290, EO_10501, EO_10964, ATOMIC_ENERGY_ACT ->
          none(
                  NoDateReason.PERSON_MUST_DECIDE,
                  terms.rule(),
                  order.title() + " sets no duration by itself.")
              .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
      case EO_11652 -> generalSchedule();
      case EO_12065 -> ordinary(6);
      case EO_12356 ->
          none(
                  NoDateReason.ORIGINATOR_MUST_DECIDE,
                  terms.rule(),
                  "No date or event can be set: the originating agency's determination is required.")
              .withLine("OADR")
              .waitingFor(NextActor.ORIGINATING_AGENCY);
      case EO_12958, EO_13292, EO_13526 -> ordinary(10);
    };
  }

  private InstructionOutcome ordinary(int years) {
    LocalDate day = decided.plusYears(years);
    return written(
        day,
        terms.rule(),
        "No earlier date or event can be set: "
            + years
            + " years from "
            + decided
            + " come to "
            + day
            + ".");
  }

  private InstructionOutcome generalSchedule() {
    Optional<ClassificationLevel> level = OrderSchedules.classified(question.level());
    if (level.isEmpty()) {
      return none(
              NoDateReason.PERSON_MUST_DECIDE,
              InstructionRules.LEVEL_NEEDED,
              "The schedule runs by level, and the level is not known.")
          .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY);
    }
    List<Downgrading> steps = OrderSchedules.general(decided, level.get());
    LocalDate end = steps.get(steps.size() - 1).on();
    return written(end, terms.rule(), "The schedule runs to " + end + ".")
        .withSteps(steps.subList(0, steps.size() - 1));
  }

  private InstructionOutcome instruction(DeclassificationInstruction read) {
    boolean human = read.exemptions().stream().anyMatch(Exemption::carriesNoDate);
    if (!terms.knows(read.kind(), human)) {
      return refused(read.kind().code() + " is not an instruction of " + order.title() + ".");
    }
    LocalDate day = read.date();
    List<Downgrading> beside = WrittenDowngradings.of(read, question.level());
    return switch (read.kind()) {
      case DATE -> day == null ? refused("The date is missing.") : date(day).withSteps(beside);
      case EVENT -> event(read).withSteps(beside);
      case ADS -> day == null ? event(read) : date(day);
      case GDS -> gds(read);
      case OADR ->
          none(
                  NoDateReason.ORIGINATOR_MUST_DECIDE,
                  terms.rule(),
                  "The originating agency's determination is required.")
              .withLine("OADR")
              .withSteps(beside)
              .waitingFor(NextActor.ORIGINATING_AGENCY);
      case GROUP_1, GROUP_2 -> excluded(read, List.of());
      case GROUP_3 -> excluded(read, group(false));
      case GROUP_4 -> groupFour();
      case XGDS_1, XGDS_2, XGDS_3, XGDS_4 ->
          day == null ? excluded(read, List.of()) : exemptUntil(day);
      case RDS, REVIEW_ON -> review(day);
      case X1, X2, X3, X4, X5, X6, X7, X8 ->
          none(
                  NoDateReason.EXEMPTION_WITHOUT_DATE,
                  terms.rule(),
                  read.kind().code() + " exempts and bears no date.")
              .withLine(read.kind().code());
      case EXEMPT_25, HUMAN_SOURCE_50, WMD_DESIGN_50 -> designated(read);
      case EXEMPT_50, EXEMPT_75, MR, DCI_ONLY, DNI_ONLY, NA_RD, TREATY ->
          refused(read.kind().code() + " is not for an original decision.");
    };
  }

  private InstructionOutcome designated(DeclassificationInstruction read) {
    Exemption first = ExemptionReading.leading(read);
    String line = order == GoverningOrder.EO_13292 ? "25X1-human" : first.designator();
    return refused(line + " is for what the question says that the information is not.");
  }

  private InstructionOutcome gds(DeclassificationInstruction read) {
    LocalDate day = read.date();
    if (day != null) {
      return date(day);
    }
    return order == GoverningOrder.EO_11652
        ? generalSchedule()
        : refused("GDS of E.O. 12065 bears a date.");
  }

  private InstructionOutcome date(LocalDate day) {
    return within(day, terms.latest(decided, question))
        .orElseGet(
            () ->
                written(
                    day, terms.rule(), "The date " + day + " is within what the order allows."));
  }

  private InstructionOutcome exemptUntil(LocalDate day) {
    return within(day, Optional.of(Ceilings.yearEnd(decided, 30)))
        .orElseGet(() -> written(day, terms.rule(), "The category exempts until " + day + "."));
  }

  private InstructionOutcome review(@Nullable LocalDate day) {
    if (day == null) {
      return refused("A review bears its date.");
    }
    return within(day, terms.latest(decided, question))
        .orElseGet(
            () ->
                none(
                        NoDateReason.REVIEW_DATE_ONLY,
                        terms.rule(),
                        "The date is one for review and declassifies nothing.")
                    .withLine("Review on " + DateLine.of(day))
                    .waitingFor(NextActor.ORIGINATING_AGENCY));
  }

  private Optional<InstructionOutcome> within(LocalDate day, Optional<LocalDate> latest) {
    if (day.isBefore(decided)) {
      return Optional.of(refused("The date " + day + " lies before the decision."));
    }
    return latest
        .filter(day::isAfter)
        .map(
            last ->
                none(
                        NoDateReason.DATE_TOO_LATE,
                        terms.rule(),
                        order.title() + " allows a date up to " + last + ".")
                    .with(
                        terms
                            .rule()
                            .broken(
                                "The date "
                                    + day
                                    + " is later than the order allows: "
                                    + last
                                    + ".")
                            .about(DateLine.of(day))
                            .suggesting(DateLine.of(last)))
                    .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY));
  }

  private InstructionOutcome event(DeclassificationInstruction read) {
    LocalDate occurred = question.eventOccurredOn();
    if (occurred != null && occurred.isBefore(decided)) {
      return refused("The event of " + occurred + " lies before the decision.");
    }
    InstructionOutcome outcome =
        occurred == null
            ? none(
                NoDateReason.EVENT_PENDING, terms.rule(), "The event named has not been reported.")
            : written(occurred, InstructionRules.EVENT, "The event occurred on " + occurred + ".");
    return outcome.withLine(read.eventVerbatim());
  }

  private InstructionOutcome excluded(DeclassificationInstruction read, List<Downgrading> steps) {
    String line =
        read.kind().code().startsWith("XGDS")
            ? read.kind().code().replace('_', '-')
            : read.kind().code().replace('_', ' ');
    return none(
            NoDateReason.EXCLUDED_FROM_SCHEDULE,
            terms.rule(),
            line + " keeps the information out of automatic declassification.")
        .withLine(line)
        .withSteps(steps);
  }

  private List<Downgrading> group(boolean four) {
    return OrderSchedules.classified(question.level())
        .map(
            l ->
                four ? OrderSchedules.groupFour(decided, l) : OrderSchedules.groupThree(decided, l))
        .orElse(List.of());
  }

  private InstructionOutcome groupFour() {
    LocalDate end = decided.plusYears(12);
    return written(end, InstructionRules.GROUP_4_AS_ISSUED, "Group 4 ends on " + end + ".")
        .withLine("GROUP 4")
        .withSteps(
            group(true).stream()
                .filter(s -> s.level() != ClassificationLevel.UNCLASSIFIED)
                .toList());
  }
}
