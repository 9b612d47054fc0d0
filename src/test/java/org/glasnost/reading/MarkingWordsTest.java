package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.rule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a marking to whoever may not read the document. */
class MarkingWordsTest {
  private static final DocumentReader READER = new DocumentReader(Readers.marking());
  private static final LocalDate DATE = LocalDate.of(1985, 3, 25);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SECRET: The king is ill and Yankee5 has met the premier      | SECRET: …
          SECRET/Yankee5 told the ambassador of the tunnel             | SECRET/…
          IVANOV DEFECTED SECRET                                       | … SECRET
          IVANOV SECRET//NOFORN                                        | … SECRET//NOFORN
          IVANOV: SECRET                                               | …: SECRET
          IVANOV//SECRET                                               | …//SECRET
          SECRET: 🄰🄶🄴🄽🅃                                              | SECRET: …
          SECRET: ⠠⠁⠛                                                  | SECRET: …
          BOB SECRET                                                   | … SECRET
          TOP IVANOV SECRET                                            | TOP … SECRET
          ИВАНОВ SECRET                                                | … SECRET
          (IVANOV SECRET)                                              | (… SECRET)
          //IVAN SECRET                                                | //… SECRET
          SECRET//FGI IVAN DEAD                                        | SECRET//FGI …
          SECRET - the tunnel is 4 km long                             | SECRET - …
          SECRET SENSITIVE whose wife is ill                           | SECRET SENSITIVE …
          TOP SECRET UMBRA the king is ill                             | TOP SECRET UMBRA …
          SECRET (the king is ill)                                     | SECRET (…)
          This document is SECRET because the king is ill              | … SECRET …
          LIMITED OFFICIAL USE: the king is ill                        | LIMITED OFFICIAL USE: …
          SECRET//REL TO USA, GBR//the king is ill                     | SECRET//REL TO USA, GBR//…
          SECRET//REL TO USA, THE KING OF ELBONIA IS DEAD, GBR         | SECRET//REL TO USA, THE … OF …, GBR
          Classified by accident, the source is the valet of the king  | Classified by …
          Classified by: the valet of the king, whose name is Smith    | Classified by: the …
          Derived from: Yankee5's report on the tunnel                 | Derived from: …
          Reason: the valet told the truth                             | Reason: the …
          Declassify on hearing that the king is dead                  | Declassify on (the event named)
          Declassify on: the death of King Smith                       | Declassify on: (the event named)
          DECLAS: When the king is dead                                | DECLAS: When (the event named)
          SECRET when attached to the king's letter of 4 May           | SECRET when attached to the …
          """)
  void aSentenceBehindAMarkingIsLeftOut(String line, String words) {
    assertThat(inWords(line)).containsExactly(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE
          EYES ONLY FOR ASSISTANT SECRETARY OF STATE FOR EUROPEAN AFFAIRS RIDGWAY AND AMB. J. P. SMITH
          Eyes Only for the Secretary and the Under Secretary
          DECL: OADR
          Declassify on: 25 March 2005
          GROUP 4
          XGDS-3
          TOP SECRET//SI/TK//NOFORN
          //JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR
          SECRET//FGI GBR//REL TO USA, GBR
          SECRET//RD-SIGMA 14//NOFORN
          SECRET//SAR-BUTTER POPCORN//NOFORN
          CUI//SP-PRVCY
          UNCLASSIFIED//FOUO
          (S//NF)
          Authority F99-051
          SECREI
          S3CRET
          SEC RET
          S E C R E T
          UK SECRET
          NATO CONFIDENTIAL
          //GBR SECRET
          //COSMIC TOP SECRET
          Reason: 1.4(a) and (d)
          (//JOINT S GBR USA//REL TO USA, GBR)
          SECRET EYES ONLY FOR ROBERT C. MCFARLANE AND GEORGE P. SHULTZ
          EYES ONLY FOR ASSISTANT SECRETARY RICHARD R. BURT
          """)
  void aMarkingStandsAsItIsWritten(String line) {
    for (PlacedReading placed : READER.read(line + "\n", DATE).readings()) {
      Reading reading = placed.reading();
      if (reading.stamps().isEmpty()) {
        assertThat(MarkingWords.of(reading)).isEqualTo(reading.text());
        Reading outline = MarkingWords.outline(reading);
        assertThat(outline.withFindings(reading.findings())).isEqualTo(reading);
        assertThat(outline.findings())
            .extracting(finding -> finding.rule(), finding -> finding.token())
            .isEqualTo(
                reading.findings().stream()
                    .map(finding -> tuple(finding.rule(), finding.token()))
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Eyes only for you: the king is gravely ill                        | you
          Eyes only for the President, who has not been told of the tunnel  | the President
          EYES ONLY FOR THE KING IS ILL AND WILL DIE TOMORROW               | THE KING
          EYES ONLY FOR THE PRESIDENT. Yankee5 met the premier.             | THE PRESIDENT
          EYES ONLY FOR THE PRESIDENT AND WHO ELSE WAS TOLD OF IT           | THE PRESIDENT
          Eyes Only for the President, the tunnel is ill-kept               | the President
          EYES ONLY FOR THE PRESIDENT, SOVIET TUNNELS DIE TOMORROW AT NOON  | THE PRESIDENT
          EYES ONLY FOR THE PRESIDENT, ELBONIAN KING DYING OF CANCER TOLD   | THE PRESIDENT
          EYES ONLY FOR AMBASSADOR AND MEN TOLD OF THE TUNNEL               | AMBASSADOR
          """)
  void aNamedListEndsWhereASentenceBegins(String line, String name) {
    Reading reading = Readers.marking().read(line);
    assertThat(reading.recipients()).containsExactly(name);
    assertThat(reading.controls()).containsExactly("EYES_ONLY");
    assertThat(reading.needsReview()).isTrue();
    assertThat(MarkingWords.of(reading))
        .doesNotContain("ill", "tunnel", "DIE", "Yankee5", "TOLD")
        .contains(name);
  }

  @Test
  void whereNothingTellsNamesFromASentenceNobodyIsNamed() {
    for (String line :
        List.of(
            "EYES ONLY FOR YANKEE5 SAILS NORTH WITH MISSILES ABOARD",
            "EYES ONLY FOR THE TUNNEL BELOW THE RIVER",
            "EYES ONLY FOR SMITHERS DYING OF CANCER")) {
      Reading reading = Readers.marking().read(line);
      assertThat(reading.recipients()).as(line).isEmpty();
      assertThat(reading.needsReview()).as(line).isTrue();
      assertThat(MarkingWords.of(reading)).isEqualTo("EYES ONLY FOR …");
    }
  }

  /** A finding may say of one line what stands in another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET\nDECLASSIFY ON: OADR\n\nMEMORANDUM\n\nText.\n\nDeclassify when IVANOV leaves\n",
        "DECLASSIFIED\nNLS F99-051 #321\nBY CF, IVANOV IS ILL, DATE 7/25/00\nSECRET\n"
      })
  void noFindingQuotesWhatIsLeftOut(String text) {
    List<Finding> told =
        READER.read(text, DATE).readings().stream()
            .map(placed -> MarkingWords.outline(placed.reading()))
            .flatMap(reading -> reading.findings().stream())
            .toList();
    assertThat(told).isNotEmpty();
    assertThat(told.toString()).doesNotContain("IVANOV", "leaves", "ILL");
  }

  @Test
  void anEventLeftOutIsReadAsAnEventAllTheSame() {
    for (String line :
        List.of(
            "Declassify on hearing that the king is dead",
            "Declassify on: the death of King Smith",
            "DECL: upon the withdrawal of the forces from Elbonia",
            "DECLAS: When the king is dead",
            "AUTOMATICALLY DECLASSIFIED ON the king's death")) {
      Reading reading = Readers.marking().read(line);
      assertThat(reading.declassification().instruction()).as(line).isEqualTo("EVENT");
      String words = MarkingWords.of(reading.declassification());
      assertThat(words).doesNotContain("king", "King", "forces", "Elbonia");
      assertThat(String.valueOf(InstructionGrammar.read(words, DATE).instruction()))
          .as(words)
          .contains("EVENT");
    }
  }

  @Test
  void anOutlineTellsNothingMore() {
    for (String line :
        List.of(
            "SECRET/Yankee5 told the ambassador of the tunnel",
            "YANKEE5 TUNNEL SECRET",
            "(YANKEE5//S)",
            "SECRET when attached to Yankee5's letter of 4 May",
            "Declassify on hearing of Yankee5 and the tunnel",
            "Classified by Yankee5 in the tunnel",
            "DECLASSIFIED NLS F99-051 #321 BY YANKEE5 TUNNEL, NARA, DATE 7/25/00")) {
      Reading reading = READER.read(line + "\n", DATE).readings().get(0).reading();
      Reading outline = MarkingWords.outline(reading);
      assertThat(outline.toString() + outline.canonical())
          .as(line)
          .doesNotContainIgnoringCase("yankee5")
          .doesNotContainIgnoringCase("tunnel");
      assertThat(outline.level()).isEqualTo(reading.level());
      assertThat(outline.findings()).hasSameSizeAs(reading.findings());
      assertThat(outline.spans()).hasSameSizeAs(reading.spans());
    }
  }

  private static List<String> inWords(String line) {
    return READER
        .read("MEMORANDUM\n\nThe Secretary went to town.\n" + line + "\n\nMore follows.\n", DATE)
        .readings()
        .stream()
        .map(PlacedReading::reading)
        .map(MarkingWords::of)
        .toList();
  }
}
