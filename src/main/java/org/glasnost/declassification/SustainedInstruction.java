package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasnost.marking.Era;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The new instruction with which a review leaves a record, or a part of it, classified.
 *
 * @param declassifyOn as on a "Declassify On" line, such as {@code 25X6, 20350324}
 * @param panelApproval the Panel approval that it rests on, or null
 */
public record SustainedInstruction(String declassifyOn, @Nullable PanelApproval panelApproval) {
  private static final int YEARS = 25;

  /** The first day of E.O. 12958, whose section 5.4 set the Panel up. */
  private static final LocalDate PANEL = Era.EO_12958.effective();

  /**
   * An approval by the Interagency Security Classification Appeals Panel.
   *
   * @param on its day, or null where that is not given
   * @param reference its reference, or null where that is not given
   */
  public record PanelApproval(@Nullable LocalDate on, @Nullable String reference) {}

  /**
   * What is wrong with the instruction; no error where it may be written.
   *
   * @param documentDate the document's date, or null
   * @param asOf the day of the decision
   */
  public List<Finding> check(@Nullable LocalDate documentDate, LocalDate asOf) {
    InstructionReading reading = InstructionGrammar.read(declassifyOn, documentDate);
    List<Finding> findings = new ArrayList<>(reading.findings());
    Optional<DeclassificationInstruction> read = reading.instruction();
    if (read.isEmpty()) {
      findings.add(
          SustainingRules.SUSTAIN_NEEDS_INSTRUCTION
              .broken("The new instruction is missing, incomplete or cannot be read.")
              .about(declassifyOn));
      return List.copyOf(findings);
    }
    check(read.get(), documentDate, asOf, findings);
    return List.copyOf(findings);
  }

  private void check(
      DeclassificationInstruction read,
      @Nullable LocalDate documentDate,
      LocalDate asOf,
      List<Finding> findings) {
    switch (read.kind()) {
      case DATE, EVENT -> plain(read.date(), documentDate, asOf, findings);
      case EXEMPT_25, EXEMPT_50, EXEMPT_75, HUMAN_SOURCE_50, WMD_DESIGN_50 ->
          exempt(read, documentDate, asOf, findings);
      case NA_RD -> {
        // Nothing to check: the Atomic Energy Act sets no date.
      }
      case OADR,
          GROUP_1,
          GROUP_2,
          GROUP_3,
          GROUP_4,
          GDS,
          ADS,
          XGDS_1,
          XGDS_2,
          XGDS_3,
          XGDS_4,
          RDS,
          REVIEW_ON,
          X1,
          X2,
          X3,
          X4,
          X5,
          X6,
          X7,
          X8,
          MR,
          DCI_ONLY,
          DNI_ONLY,
          TREATY ->
          findings.add(
              SustainingRules.SUSTAIN_NOT_IN_USE
                  .broken(read.kind().code() + " may not be written today.")
                  .about(declassifyOn));
    }
  }

  private void plain(
      @Nullable LocalDate day,
      @Nullable LocalDate documentDate,
      LocalDate asOf,
      List<Finding> findings) {
    ahead(day, asOf, findings);
    boolean beyond =
        Bases.isOver25(documentDate, asOf)
            || (day != null && documentDate != null && day.isAfter(documentDate.plusYears(YEARS)));
    if (beyond) {
      findings.add(
          SustainingRules.SUSTAIN_NEEDS_PANEL
              .broken(
                  "Beyond 25 years a date or event alone does not hold: an exemption that the Panel"
                      + " approved must stand there.")
              .about(declassifyOn)
              .suggesting("25X1 to 25X9 with the approved date"));
    }
  }

  private void exempt(
      DeclassificationInstruction read,
      @Nullable LocalDate documentDate,
      LocalDate asOf,
      List<Finding> findings) {
    Exemption leading = ExemptionReading.leading(read);
    LocalDate day = read.date();
    ahead(day, asOf, findings);
    approval(leading, documentDate, asOf, findings);
    if (leading.carriesNoDate()) {
      if (day != null) {
        findings.add(
            EraRules.DATE_FORBIDDEN
                .broken("No date may stand beside " + leading.designator() + ".")
                .suggesting(leading.designator()));
      }
      return;
    }
    if (day == null) {
      if (read.event() == null) {
        findings.add(
            SustainingRules.SUSTAIN_NEEDS_INSTRUCTION.broken(
                leading.designator() + " needs the date that the Panel approved."));
      }
      return;
    }
    if (documentDate == null) {
      findings.add(
          SustainingRules.SUSTAIN_NO_ORIGIN.warns(
              "The document is not dated; the ceiling of the exemption was not checked."));
      return;
    }
    LocalDate cap = Ceilings.dateCeiling(leading, documentDate).orElse(day);
    if (day.isAfter(cap)) {
      findings.add(
          SustainingRules.SUSTAIN_BEYOND_CAP
              .broken(
                  "The date "
                      + day
                      + " is later than "
                      + leading.designator()
                      + " allows: "
                      + cap
                      + ".")
              .about(declassifyOn)
              .suggesting(DateLine.of(leading, cap)));
    }
  }

  private void approval(
      Exemption leading, @Nullable LocalDate documentDate, LocalDate asOf, List<Finding> findings) {
    PanelApproval approval = panelApproval;
    if (approval == null
        || approval.on() == null
        || approval.reference() == null
        || approval.reference().isBlank()) {
      findings.add(
          SustainingRules.SUSTAIN_NEEDS_PANEL.broken(
              leading.designator() + " needs the Panel's approval, with its day and reference."));
    } else if (approval.on().isAfter(asOf)) {
      findings.add(QuestionRules.NOT_YET.broken("The Panel's approval lies in the future."));
    } else if (approval.on().isBefore(PANEL)
        || (documentDate != null && approval.on().isBefore(documentDate))) {
      findings.add(
          SustainingRules.SUSTAIN_NEEDS_PANEL
              .broken(
                  "The Panel exists since "
                      + PANEL
                      + " (E.O. 12958 section 5.4) and approves what has been written; it cannot have"
                      + " approved this on "
                      + approval.on()
                      + ".")
              .about(approval.on().toString()));
    }
  }

  private static void ahead(@Nullable LocalDate day, LocalDate asOf, List<Finding> findings) {
    if (day != null && !day.isAfter(asOf)) {
      findings.add(
          SustainingRules.SUSTAIN_PASSED.broken(
              "The date " + day + " has passed; a new instruction needs one that lies ahead."));
    }
  }
}
