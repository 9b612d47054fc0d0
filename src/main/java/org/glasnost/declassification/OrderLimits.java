package org.glasnost.declassification;

import static org.glasnost.declassification.InstructionReading.Outcome.READ;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glasnost.marking.Era;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** How long each order lets classification last, and which instructions it knows. */
final class OrderLimits {
  private static final LocalDate X_BARRED = LocalDate.of(2003, 9, 22);
  private static final LocalDate ORDER_11652 = Era.EO_11652.effective();
  private static final LocalDate ORDER_12065 = Era.EO_12065.effective();
  private static final LocalDate ORDER_12356 = Era.EO_12356.effective();
  private static final LocalDate ORDER_12958 = Era.EO_12958.effective();
  private static final LocalDate ORDER_13292 = Era.EO_13292.effective();

  /** The office of the Director of National Intelligence: 50 USC 3023, of 17 December 2004. */
  private static final LocalDate DIRECTOR_OF_INTELLIGENCE = LocalDate.of(2004, 12, 17);

  /** The directive of the present order lists both instructions among those that ended. */
  private static final LocalDate DIRECTIVE_2010 = LocalDate.of(2010, 6, 25);

  private OrderLimits() {}

  /**
   * The latest date that could be written on a document of that date, whoever signed; empty where
   * the order set no limit. The thirty years of E.O. 11652 are full calendar years.
   */
  static Optional<LocalDate> latest(
      GoverningOrder order, LocalDate from, boolean foreignGovernment) {
    return switch (order) {
      case PRE_EO_10290, EO_10290, EO_10501, EO_10964, EO_12356, ATOMIC_ENERGY_ACT ->
          Optional.empty();
      case EO_11652 -> Optional.of(Ceilings.yearEnd(from, 30));
      case EO_12065 -> Optional.of(from.plusYears(foreignGovernment ? 30 : 20));
      case EO_12958 -> Optional.of(from.plusYears(10));
      case EO_13292, EO_13526 -> Optional.of(from.plusYears(25));
    };
  }

  /**
   * Whether E.O. 12065 left a date so far ahead to those who could classify Top Secret; who signed
   * is not known.
   */
  static boolean needsTopSecretAuthority(
      GoverningOrder order, LocalDate from, LocalDate day, boolean foreignGovernment) {
    return order == GoverningOrder.EO_12065
        && !foreignGovernment
        && day.isAfter(from.plusYears(6))
        && !day.isAfter(from.plusYears(20));
  }

  /**
   * What is wrong with the instruction on a document of that date; empty where its order knew it.
   */
  static List<Finding> eraFindings(InstructionReading reading, @Nullable LocalDate date) {
    Optional<DeclassificationInstruction> read = reading.instruction();
    if (read.isEmpty() || reading.outcome() != READ) {
      return List.of();
    }
    InstructionKind kind = read.get().kind();
    if (kind == InstructionKind.MR) {
      return List.of(
          EraRules.NEVER_AUTHORISED.broken(
              "MR (manual review) was never authorised as an instruction."));
    }
    if (kind == InstructionKind.TREATY) {
      return List.of(
          InstructionRules.TREATY
              .broken("'Subject to treaty or international agreement' may not be used at any time.")
              .suggesting("25X6 or 25X9 with the date that the Panel approved"));
    }
    // Words that describe a source are judged by the source's date.
    LocalDate judged = read.get().sourceMarked() ? read.get().sourceDate() : date;
    return judged == null ? List.of() : wrongEra(kind, read.get(), judged).stream().toList();
  }

  /**
   * What is wrong with leaving the end to a Director. Not among {@link #eraFindings}: under its own
   * order alone such an instruction still says that the Director decides, whatever its day.
   */
  static List<Finding> directorFindings(InstructionReading reading, @Nullable LocalDate date) {
    DeclassificationInstruction read = reading.read();
    LocalDate judged = read != null && read.sourceMarked() ? read.sourceDate() : date;
    if (read == null
        || judged == null
        || (read.kind() != InstructionKind.DCI_ONLY && read.kind() != InstructionKind.DNI_ONLY)) {
      return List.of();
    }
    if (!judged.isBefore(DIRECTIVE_2010)) {
      return List.of(
          EraRules.DIRECTOR_ENDED.broken(
              "DCI Only and DNI Only ended on 25 June 2010; no later document may bear them."));
    }
    return read.kind() == InstructionKind.DNI_ONLY && judged.isBefore(DIRECTOR_OF_INTELLIGENCE)
        ? List.of(
            EraRules.DIRECTOR_ENDED.broken(
                "There was no Director of National Intelligence before 17 December 2004."))
        : List.of();
  }

  /**
   * What is wrong with a date that lies later than the order of the document's day, or the
   * exemption beside it, allows. A date that a derivative document carries forward is as old as its
   * source, so that only the 25 years of the orders since 2003 bound it.
   */
  static List<Finding> lateFindings(
      InstructionReading reading, @Nullable LocalDate date, boolean derivative) {
    DeclassificationInstruction read = reading.read();
    LocalDate day = read == null ? null : read.date();
    if (read == null || day == null || date == null || read.sourceMarked()) {
      return List.of();
    }
    Optional<LocalDate> latest =
        read.exemptions().isEmpty()
            ? setsEnd(read.kind()) && (!derivative || endsAt25(date))
                ? latest(GoverningOrder.on(date), date, true)
                : Optional.empty()
            : read.exemptions().stream().anyMatch(Exemption::carriesNoDate)
                ? Optional.empty()
                : Ceilings.dateCeiling(read.exemptions(), date);
    LocalDate own =
        GoverningOrder.on(date) == GoverningOrder.EO_12065
                && read.exemptions().isEmpty()
                && setsEnd(read.kind())
                && !derivative
            ? date.plusYears(20)
            : null;
    if (own != null && day.isAfter(own) && latest.filter(day::isAfter).isEmpty()) {
      return List.of(
          InstructionRules.BEYOND_ITS_ORDER.warns(
              "The date "
                  + day
                  + " is later than "
                  + own
                  + ", which E.O. 12065 allowed at most unless foreign governments gave the"
                  + " information."));
    }
    return latest
        .filter(day::isAfter)
        .map(
            last ->
                List.of(
                    InstructionRules.BEYOND_ITS_ORDER.broken(
                        "The date "
                            + day
                            + " is later than a document of "
                            + date
                            + " may bear: "
                            + last
                            + ".")))
        .orElse(List.of());
  }

  /**
   * Whether a date beside the kind is the end of classification, and no exemption's or review's.
   */
  private static boolean setsEnd(InstructionKind kind) {
    return kind == InstructionKind.DATE
        || kind == InstructionKind.GDS
        || kind == InstructionKind.ADS
        || kind == InstructionKind.XGDS_1
        || kind == InstructionKind.XGDS_2
        || kind == InstructionKind.XGDS_3
        || kind == InstructionKind.XGDS_4;
  }

  private static Optional<Finding> wrongEra(
      InstructionKind kind, DeclassificationInstruction read, LocalDate date) {
    return switch (kind) {
      case OADR ->
          date.isBefore(ORDER_12356)
              ? strange("OADR began with E.O. 12356 on 1 August 1982.")
              : date.isBefore(ORDER_12958)
                  ? Optional.empty()
                  : Optional.of(
                      EraRules.ENDED_1995.broken(
                          "OADR ended on 14 October 1995; no later document may bear it."));
      case X1, X2, X3, X4, X5, X6, X7, X8 ->
          date.isBefore(ORDER_12958)
              ? strange("X1 to X8 began with E.O. 12958 on 14 October 1995.")
              : date.isBefore(X_BARRED)
                  ? Optional.empty()
                  : Optional.of(
                      EraRules.ENDED_2003.broken(
                          "X1 to X8 were barred from 22 September 2003; no later document may bear"
                              + " them."));
      case XGDS_1, XGDS_2, XGDS_3, XGDS_4, ADS ->
          within(date, ORDER_11652, ORDER_12065, "The instruction is one of E.O. 11652.");
      case GDS ->
          read.date() == null
              ? within(date, ORDER_11652, ORDER_12065, "GDS without a date is of E.O. 11652.")
              : within(date, ORDER_11652, ORDER_12356, "GDS is of E.O. 11652 and E.O. 12065.");
      case GROUP_1, GROUP_2, GROUP_3, GROUP_4 ->
          // Older documents were put into the groups after the fact.
          within(date, LocalDate.MIN, ORDER_11652, "The groups ended with E.O. 11652.");
      case RDS, REVIEW_ON ->
          within(date, ORDER_12065, ORDER_12356, "A date of review is of E.O. 12065.");
      case EXEMPT_25,
          EXEMPT_50,
          EXEMPT_75,
          HUMAN_SOURCE_50,
          WMD_DESIGN_50,
          DATE,
          EVENT,
          MR,
          DCI_ONLY,
          DNI_ONLY,
          NA_RD,
          TREATY ->
          Optional.empty();
    };
  }

  private static Optional<Finding> within(
      LocalDate date, LocalDate from, LocalDate until, String sentence) {
    return date.isBefore(from) || !date.isBefore(until) ? strange(sentence) : Optional.empty();
  }

  private static Optional<Finding> strange(String sentence) {
    return Optional.of(EraRules.OF_NO_ORDER_THEN.broken(sentence));
  }

  /** Whether a document of that date is of the General Declassification Schedule's years. */
  static boolean underGeneralSchedule(LocalDate date) {
    return GoverningOrder.on(date) == GoverningOrder.EO_11652;
  }

  /**
   * Whether a document of that date is of an order since 2003, which ends everything at 25 years.
   */
  static boolean endsAt25(LocalDate date) {
    return !date.isBefore(ORDER_13292);
  }

  /** Whether the date lies in the years of the present order. */
  static boolean ofPresentOrder(LocalDate date) {
    return GoverningOrder.on(date) == GoverningOrder.EO_13526;
  }
}
