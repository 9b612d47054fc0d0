package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.glasnost.declassification.InstructionReading.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionGrammarTest {
  private static final LocalDate DOCUMENT = LocalDate.of(1985, 1, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          OADR | OADR | -
          DECL: OADR | OADR | -
          decl oadr | OADR | -
          Declassify on: Originating Agency's Determination Required | OADR | -
          Declassify on: Originating Agency\u2019s Determination Required | OADR | -
          CL BY 0123456 DECL OADR | OADR | -
          CLASSIFIED BY SHULTZ, DECL: OADR | OADR | -
          E.O. 12356: DECL: OADR | OADR | -
          E.O. 12356: N/A DECL: 1/30/91 | DATE | 1991-01-30
          'Source Marked "OADR", Date of source 4 Jul 1988' | OADR | -
          E.O. 11652: GDS | GDS | -
          EO 11652 GDS | GDS | -
          E.O. 12065: GDS 1/30/85 | GDS | 1985-01-30
          E.O. 12065: GDS 1/30/85 (SMITH, JOHN) OR-M | GDS | 1985-01-30
          SUBJECT TO GENERAL DECLASSIFICATION SCHEDULE OF EXECUTIVE ORDER 11652 AUTOMATICALLY DOWNGRADED AT TWO YEAR INTERVALS DECLASSIFIED ON DEC 31 1988 | GDS | 1988-12-31
          EXEMPT FROM GENERAL DECLASSIFICATION SCHEDULE OF E.O. 11652 EXEMPTION CATEGORY 5B(2) | XGDS_2 | -
          EXEMPT FROM GENERAL DECLASSIFICATION SCHEDULE OF E.O. 11652, EXEMPTION CATEGORY: 5B(1),(2),(3) | XGDS_1 | -
          XGDS-2 | XGDS_2 | -
          E.O. 11652: XGDS-1 | XGDS_1 | -
          XGDS 3 | XGDS_3 | -
          XGDS-4 DECLAS 31 DEC 2005 | XGDS_4 | 2005-12-31
          E.O. 11652: ADS, DECLASSIFY 31 DEC 1988 | ADS | 1988-12-31
          ADS upon completion of the visit | ADS | -
          GROUP 1 Excluded from automatic downgrading and declassification | GROUP_1 | -
          GROUP-3 | GROUP_3 | -
          GP-4 | GROUP_4 | -
          Group IV | GROUP_4 | -
          DOWNGRADED AT 3 YEAR INTERVALS; DECLASSIFIED AFTER 12 YEARS | GROUP_4 | -
          DOWNGRADED AT 12 YEAR INTERVALS; NOT AUTOMATICALLY DECLASSIFIED | GROUP_3 | -
          RDS-3 1/30/99 | RDS | 1999-01-30
          E.O. 12065: RDS-3 1/30/99 | RDS | 1999-01-30
          RDS 1/30/99 | RDS | 1999-01-30
          Review on 1 Aug 1999 | REVIEW_ON | 1999-08-01
          REVW 01 Aug 99 | REVIEW_ON | 1999-08-01
          X1 | X1 | -
          Declassify on: X8 | X8 | -
          X1, X6 | X1 | -
          E.O. 12958: DECL: 1.6X6 | X6 | -
          Declassify on: Ratification | EVENT | -
          Source marked X3, date of source 1 May 1999 | X3 | -
          MR | MR | -
          Manual Review | MR | -
          DCI Only | DCI_ONLY | -
          DECL: DNI Only | DNI_ONLY | -
          25X1 | 25X | -
          25X4, 20501001 | 25X | 2050-10-01
          Declassify On: 25X6, 20350324 | 25X | 2035-03-24
          25X1-human | 25X | -
          25X1, EO 12951 | 25X | -
          50X1-HUM | 50X1_HUM | -
          50X2-WMD | 50X2_WMD | -
          50X6, 20601231 | 50X | 2060-12-31
          75X1, 20851231 | 75X | 2085-12-31
          N/A to RD/FRD portions. See source list for NSI portions. | NA_RD | -
          Not Applicable (or N/A) to RD/FRD portions | NA_RD | -
          Subject to treaty or international agreement | TREATY | -
          1/30/85 | DATE | 1985-01-30
          30 Jan 85 | DATE | 1985-01-30
          30JAN85 | DATE | 1985-01-30
          January 30, 1985 | DATE | 1985-01-30
          Jan. 30, 1985 | DATE | 1985-01-30
          30th of January 1985 | DATE | 1985-01-30
          19850130 | DATE | 1985-01-30
          1985-01-30 | DATE | 1985-01-30
          DECL: 19910325 | DATE | 1991-03-25
          Declassify on: January 30, 1991 | DATE | 1991-01-30
          Automatically declassified on 31 December 1991 | DATE | 1991-12-31
          DECL 1 Jan 04 | DATE | 2004-01-01
          E.O. 12958: DECL: 01/30/2008 REASON 1.5(B) AND (D) | DATE | 2008-01-30
          Declassify on: upon completion of the summit | EVENT | -
          DECL: Withdrawal of the last battalion | EVENT | -
          """)
  void readsEverySpelling(String text, @Nullable String kind, @Nullable LocalDate date) {
    InstructionReading reading = InstructionGrammar.read(text, DOCUMENT);
    assertThat(reading.instruction().map(i -> i.kind().code()).orElse(null))
        .as("%s", reading)
        .isEqualTo(kind);
    assertThat(reading.instruction().map(DeclassificationInstruction::date).orElse(null))
        .isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DECL:",
        "Declassify on",
        "XGDS",
        "25X",
        "RDS-3",
        "Review on",
        "1991",
        "June 1991",
        "DECL: 1991",
        "X",
        "E.O. 12356:",
        "ADS",
        "GROUP",
        "Declassify on: indefinite"
      })
  void knowsWhatIsIncomplete(String text) {
    assertThat(InstructionGrammar.read(text, DOCUMENT).outcome()).isEqualTo(Outcome.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwzx",
        "X9",
        "25X0",
        "25X10",
        "XGDS-5",
        "GROUP 5",
        "50X3-HUM",
        "DECL: 30 Feb 1991",
        "31/31/85",
        "1 Jan 1990 and 1 Jan 1995",
        "%%%",
        "DECL: zzz",
        "0ADR"
      })
  void doesNotGuess(String text) {
    assertThat(InstructionGrammar.read(text, DOCUMENT).outcome()).isEqualTo(Outcome.UNREADABLE);
  }

  @Test
  void keepsTheSourcesDate() {
    DeclassificationInstruction read =
        InstructionGrammar.read(
                "Source Marked \"OADR\", Date of source 4 Jul 88", DOCUMENT.plusYears(12))
            .instruction()
            .orElseThrow();
    assertThat(read.sourceMarked()).isTrue();
    assertThat(read.sourceDate()).isEqualTo("1988-07-04");
  }

  @Test
  void keepsADowngradingBesideTheEnd() {
    DeclassificationInstruction read =
        InstructionGrammar.read("DNG C 1 Jan 1987, DECL: OADR", DOCUMENT)
            .instruction()
            .orElseThrow();
    assertThat(read.kind()).isEqualTo(InstructionKind.OADR);
    assertThat(read.downgradings()).hasSize(1);
  }

  @Test
  void blankIsMissing() {
    assertThat(InstructionGrammar.read(" ", DOCUMENT).outcome()).isEqualTo(Outcome.MISSING);
    assertThat(InstructionGrammar.read(null, null).outcome()).isEqualTo(Outcome.MISSING);
    assertThat(InstructionGrammar.read("E.O. 11652: N/A", DOCUMENT).outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
  }
}
