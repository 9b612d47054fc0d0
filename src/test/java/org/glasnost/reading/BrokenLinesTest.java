package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markings and stamps of whole documents that line breaks part; {@code ~} is a line break. */
class BrokenLinesTest {
  private static final LocalDate DAY = LocalDate.of(1985, 3, 25);
  private static final DocumentReader READER = new DocumentReader(Readers.marking());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOP~SECRET                          | TOP_SECRET",
        "TOP~                   SECRET       | TOP_SECRET",
        "TOP~~SECRET                         | TOP_SECRET",
        "TOP~~~SECRET                        | TOP_SECRET",
        "TOP-~SECRET                         | TOP_SECRET",
        "TOP/~SECRET                         | TOP_SECRET",
        "*TOP*~*SECRET*                      | TOP_SECRET",
        "TOP~SECRFT                          | TOP_SECRET",
        "TOP~SEC~RET                         | TOP_SECRET",
        "TOP SEC~RET                         | TOP_SECRET",
        "TOP SE-~CRET                        | TOP_SECRET",
        "T O P~S E C R E T                   | TOP_SECRET",
        "T O P~~S E C R E T                  | TOP_SECRET",
        "T O P SECRET                        | TOP_SECRET",
        "TOP S E C R E T                     | TOP_SECRET",
        "T~O~P~S~E~C~R~E~T                   | TOP_SECRET",
        "TOP~SECRET/NODIS                    | TOP_SECRET",
        "TOP~SECRET UMBRA                    | TOP_SECRET",
        "TOP~SECRET//SI//NOFORN              | TOP_SECRET",
        "TOP~~SECRET//SI//NOFORN             | TOP_SECRET",
        "TOP SECRET//SI//~NOFORN             | TOP_SECRET",
        "TOP SECRET~//SI//NOFORN             | TOP_SECRET",
        "(TS//SI~//NF) The text of a portion | TOP_SECRET",
        "SECR~ET                             | SECRET",
        "CONFI-~DENTIAL                      | CONFIDENTIAL",
        "LIMITED~OFFICIAL USE                | LOU",
        "2. (S) SUMMARY: The talks went on.  | SECRET",
        "a. (TS) SUMMARY: The talks went on. | TOP_SECRET",
        "1. (C - ENTIRE TEXT) The talks.     | CONFIDENTIAL",
        // What stands between, or is damaged, leaves it to a person.
        "T0P~SECRET                          |",
        "7OP~SECRET                          |",
        "TO~SECRET                           |",
        "OP~SECRET                           |",
        "TOP~Page 1~SECRET                   |",
        "TOP~THE WHITE HOUSE~~SECRET         |",
        "MEMORANDUM TOP~~SECRET              |",
        "SECRET~TOP                          |",
      })
  void aLevelIsNeverReadLowerForABreak(String lines, @Nullable String level) {
    List<PlacedReading> readings = read(lines);

    assertThat(readings.stream().map(r -> r.reading().level()))
        .containsOnly(level == null ? null : StatedLevel.valueOf(level));
    if (level == null) {
      assertThat(readings).allMatch(r -> r.reading().needsReview());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RESTRICTED~DATA          | RD",
        "RESTRICTED~~DATA         | RD",
        "SECRET RESTRICTED~DATA   | RD",
        "FORMERLY~RESTRICTED DATA | FRD",
        "SECRET NO FOREIGN~DISSEM | NOFORN",
        "SECRET NO~FORN           | NOFORN",
        "SECRET/SENSI-~TIVE       | SENSITIVE",
        "SECRET~EYES~ONLY         | EYES_ONLY",
        "SECRET EYES~~ONLY        | EYES_ONLY",
        "NATO~SECRET              | NATO SECRET",
        "UK~SECRET                | UK SECRET",
        "COSMIC~TOP SECRET        | COSMIC TOP SECRET",
        "COSMIC TOP~SECRET        | COSMIC TOP SECRET",
      })
  void aWordThatABreakPartsIsTheWord(String lines, String word) {
    assertThat(
            read(lines).stream()
                .map(r -> r.reading().marking())
                .flatMap(
                    m ->
                        List.of(m.aea(), m.controls(), List.of(Objects.toString(m.nonUs())))
                            .stream()
                            .flatMap(List::stream)))
        .contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET/SENSITIVE EYES ONLY~FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYES ONLY FOR~THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYES ONLY FOR THE~PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT~AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND~NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYES~ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE~EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYES ONLY~~FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE~EYES 0NLY FOR~THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYES 0NLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "SECRET/SENSITIVE EYE5 ONLY F0R THE PRESIDENT AND NSC ADVISOR MCFARLANE",
        "5ECRET/SENSITIVE EYES 0NLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE ACM RUS SEEN",
      })
  void theNamedListIsWholeHoweverTheBannerIsBrokenOrDamaged(String lines) {
    List<PlacedReading> readings = read(lines);

    assertThat(readings.stream().map(r -> r.reading().level())).contains(StatedLevel.SECRET);
    assertThat(readings.stream().flatMap(r -> r.reading().controls().stream()))
        .contains("SENSITIVE", "EYES_ONLY");
    assertThat(readings.stream().flatMap(r -> r.reading().recipients().stream()))
        .containsExactly("THE PRESIDENT", "NSC ADVISOR MCFARLANE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DECLASSIFIED NLS F99-051 #321 BY CF, NARA, DATE 7/25/00",
        "DECLASSIFIED~NLS F99-051 #321~BY CF, NARA, DATE 7/25/00",
        "DECLASSIFIED~~NLS F99-051 #321~~BY CF, NARA, DATE 7/25/00",
        "DECLASSIFIED NLS F99-051 #321~BY CF, NARA, DATE~7/25/00",
        "DECLASSIFIED~NLS F99-051~#321~BY CF,~NARA,~DATE 7/25/00",
        "DECLASSIFIED~NLS~F99-051~#321~BY~CF~NARA~DATE~7/25/00",
        "DECLASSIFIED~  NLS F99-051  # 321~     BY CF, NARA, DATE 25 Jul 2000",
        "DECLASSIFIED~NLS F99-051 #321~BY NARA, CF, DATE 7/25/00",
        "DECLASSIFIED~NLS F99-051 #321~BY CF NARA~DATE: July 25, 2000",
        "DECLASSIFIED~NLS F99-O51 #32l~BY CF, NARA, DATE 7/25/00",
      })
  void aStampIsOneHoweverItIsBroken(String lines) {
    List<PlacedReading> readings = read("SECRET~~" + lines);

    assertThat(readings).hasSize(2);
    assertThat(readings.get(1).reading().stamps())
        .containsExactly(
            new Stamp(
                Stamp.Kind.DECLASSIFIED, null, "F99-051", "321", "CF", LocalDate.of(2000, 7, 25)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DECLASSIFIED~~MEMORANDUM FOR THE PRESIDENT~~March 25, 1985~~By the way, we agree.",
        "DECLASSIFIED~~March 25, 1985~~Dear Mr. President,",
        "DECLASSIFIED~SECRET~BY CF, NARA, DATE 7/25/00",
      })
  void aStampTakesNothingThatIsNotItsOwn(String lines) {
    assertThat(read(lines).get(0).reading().stamps())
        .containsExactly(new Stamp(Stamp.Kind.DECLASSIFIED, null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7/25/00   | 2000-07-25",
        "7/25/25   | 2025-07-25",
        "7/25/85   | 1985-07-25",
        "2/29/00   | 2000-02-29",
        "7/25/84   |",
        "7/25/26   |",
        "7/25/1984 |",
        "7/25/2084 |",
        "2/29/01   |",
        "13/45/00  |",
      })
  void aStampsDateLiesBetweenTheDocumentAndToday(String date, @Nullable LocalDate day) {
    for (String lines : List.of(date, "DECLASSIFIED~BY CF, NARA, DATE " + date)) {
      Reading reading = read(lines).get(0).reading();
      assertThat(reading.stamps()).extracting(Stamp::on).containsOnly(day);
      if (day == null) {
        assertThat(reading.needsReview()).isTrue();
        assertThat(reading.findings()).extracting(f -> f.rule().toString()).contains("RDG-0008");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "799-051 #321     | F99-051 #321",
        "F79-051 #321     | F99-051 #321",
        "F99-O51 #32l     | F99-051 #321",
        "799-05l # 321    | F99-051 #321",
        "F99-0S1 #3Z1     | F99-051 #321",
        "F99-o5I #3!1     | F99-051 #311",
        "F9g-051 #321     | F99-051 #321",
        "FOO-123 #4B      | F00-123 #48",
        "F99-051/l #321   | F99-051/1 #321",
        "P99-051 #!21     | F99-051 #121",
        "799-O5I #32l Cf5 | F99-051 #321",
      })
  void everyPartOfACaseNumberIsRepairedAlikeAndOnlyProposed(String written, String proposed) {
    DocumentReading read = READER.read(written + "\n\nBody of the text.", DAY);
    Reading reading = read.readings().get(0).reading();

    assertThat(read.proposals()).extracting(Proposal::proposed).containsExactly(proposed);
    assertThat(read.proposals()).allMatch(p -> p.confidence() < 0.95);
    assertThat(reading.needsReview()).isTrue();
    assertThat(reading.confidence()).isLessThan(1);
    assertThat(reading.findings()).extracting(f -> f.suggestion()).contains(proposed);
  }

  private static List<PlacedReading> read(String lines) {
    return READER.read(lines.strip().replace('~', '\n') + "\n\nBody of the text.", DAY).readings();
  }
}
