package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The field's worked cases, each a row. */
class WorkedCasesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static Answer permanent(
      @Nullable LocalDate origin, @Nullable StatedLevel level, @Nullable String instruction) {
    return DateCalculus.compute(
        Question.read(origin, level, "State", instruction, Boolean.TRUE, TODAY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          1985-03-25 | SECRET       | DECL: OADR                                   | 2010-03-25 | 2010-12-31
          1985-03-24 | NONE         | -                                            | 2010-03-24 | 2010-12-31
          1999-11-03 | SECRET       | X1                                           | 2024-11-03 | 2024-12-31
          1992-02-29 | SECRET       | OADR                                         | 2017-02-28 | 2017-12-31
          1973-12-13 | CONFIDENTIAL | E.O. 11652: GDS                              | 1979-12-31 | 1979-12-31
          1974-02-01 | SECRET       | SECRET GDS                                   | 1982-12-31 | 1982-12-31
          1973-06-15 | TOP_SECRET   | GDS                                          | 1983-12-31 | 1983-12-31
          1975-06-10 | SECRET       | -                                            | 1983-12-31 | 1983-12-31
          1970-04-02 | CONFIDENTIAL | CONFIDENTIAL GROUP 4                         | 1976-12-31 | 1976-12-31
          1962-10-24 | SECRET       | SECRET GROUP 3                               | 1987-10-24 | 2006-12-31
          1975-06-10 | SECRET       | XGDS-1                                       | 2000-06-10 | 2006-12-31
          1979-01-30 | CONFIDENTIAL | E.O. 12065: GDS 1/30/85                      | 1985-01-30 | 1985-01-30
          1979-01-30 | CONFIDENTIAL | CONFIDENTIAL GDS 1/30/85, E.O. 12065         | 1985-01-30 | 1985-01-30
          1979-01-30 | CONFIDENTIAL | RDS-3 1/30/99                                | 2004-01-30 | 2006-12-31
          1979-08-01 | TOP_SECRET   | TOP SECRET UMBRA Review on 1 Aug 1999        | 2004-08-01 | 2006-12-31
          1986-09-12 | SECRET       | SECRET WNINTEL NOFORN NOCONTRACT ORCON / DECL OADR | 2011-09-12 | 2011-12-31
          1998-02-02 | SECRET       | OADR                                         | 2023-02-02 | 2023-12-31
          2004-05-01 | SECRET       | X3                                           | 2029-05-01 | 2029-12-31
          2009-06-15 | SECRET       | MR                                           | 2034-06-15 | 2034-12-31
          1994-05-05 | SECRET       | DCI Only                                     | 2019-05-05 | 2019-12-31
          2000-02-02 | SECRET       | Subject to treaty or international agreement | 2025-02-02 | 2025-12-31
          2005-06-01 | SECRET       | 25X4, 20501001                               | 2050-10-01 | 2030-12-31
          1990-04-10 | SECRET       | 25X1                                         | 2040-04-10 | 2015-12-31
          2001-03-01 | SECRET       | 25X6, 20700101                               | -          | 2026-12-31
          2003-01-15 | SECRET       | 25X1-human                                   | -          | 2078-12-31
          1985-03-25 | SECRET       | 50X1-HUM                                     | -          | 2060-12-31
          1985-06-01 | SECRET       | Declassify on 1 Jan 2020                     | -          | 2010-12-31
          1997-03-03 | SECRET       | 'Source Marked "OADR", Date of source 4 Jul 1988' | 2013-07-04 | 2022-12-31
          -          | SECRET       | OADR                                         | 2051-01-01 | -
          1951-05-04 | RESTRICTED   | -                                            | -          | -
          1976-07-29 | LOU          | E.O. 11652: N/A                              | -          | -
          """)
  void everyWorkedCaseComesToItsDates(
      @Nullable LocalDate origin,
      StatedLevel level,
      @Nullable String instruction,
      @Nullable LocalDate declassifyOn,
      @Nullable LocalDate automatic) {
    Answer answer = permanent(origin, level, instruction);
    assertThat(answer.declassifyOn().day()).as("D of %s", answer).isEqualTo(declassifyOn);
    assertThat(answer.automaticDeclassification().day()).as("A of %s", answer).isEqualTo(automatic);
  }

  @Test
  void theSeedEndedByRuleAndAnAuthorityMustRecordIt() {
    Answer answer = permanent(LocalDate.of(1985, 3, 25), StatedLevel.SECRET, "DECL: OADR");
    assertThat(answer.effect()).isEqualTo(Effect.ENDED_BY_RULE);
    assertThat(answer.nextActor()).isEqualTo(NextActor.DECLASSIFICATION_AUTHORITY);
    assertThat(answer.line()).isEqualTo("20100325");
    assertThat(answer.governingOrder()).isEqualTo(GoverningOrder.EO_13526);
    assertThat(answer.rule().value()).isEqualTo("DCL-0007");
    assertThat(answer.cites()).extracting("text").containsExactly("32 CFR 2001.22(e)(3)");
    assertThat(shown(answer)).isEqualTo("2010-12-31 UNCLASSIFIED");
  }

  @Test
  void theGeneralScheduleDowngradesBeforeItEnds() {
    assertThat(shown(permanent(LocalDate.of(1973, 6, 15), StatedLevel.TOP_SECRET, "GDS")))
        .isEqualTo("1975-12-31 SECRET, 1977-12-31 CONFIDENTIAL, 1983-12-31 UNCLASSIFIED");
    assertThat(shown(permanent(LocalDate.of(1962, 10, 24), StatedLevel.SECRET, "GROUP 3")))
        .isEqualTo("1974-10-24 CONFIDENTIAL, 2006-12-31 UNCLASSIFIED");
  }

  @Test
  void imageryWaitsForTheDirector() {
    Answer answer =
        DateCalculus.compute(
            Question.of(Purpose.READ, TODAY)
                .originDate(LocalDate.of(1994, 5, 5))
                .declassifyOn("DCI Only")
                .contains(Set.of(SpecialContent.EO_12951_IMAGERY))
                .permanent(true)
                .build());
    assertThat(answer.declassifyOn().reason()).isEqualTo(NoDateReason.DNI_PRESCRIBES);
    assertThat(answer.automaticDeclassification().reason()).isEqualTo(NoDateReason.DNI_PRESCRIBES);
    assertThat(answer.nextActor()).isEqualTo(NextActor.DNI);
  }

  private static QuestionBuilder seed() {
    return Question.of(Purpose.READ, TODAY)
        .originDate(LocalDate.of(1985, 3, 25))
        .level(StatedLevel.SECRET)
        .declassifyOn("DECL: OADR")
        .permanent(true);
  }

  private static @Nullable LocalDate automatic(QuestionBuilder question) {
    return DateCalculus.compute(question.build()).automaticDeclassification().day();
  }

  @Test
  void blocksDelaysReferralsAndApprovedExemptionsMoveTheDay() {
    assertThat(automatic(seed().fileBlockNewest(LocalDate.of(1989, 1, 20))))
        .isEqualTo("2014-12-31");
    assertThat(
            automatic(
                seed()
                    .fileBlockOldest(LocalDate.of(1975, 1, 1))
                    .fileBlockNewest(LocalDate.of(1989, 1, 20))))
        .isEqualTo("2010-12-31");
    assertThat(automatic(seed().specialMedia(true))).isEqualTo("2015-12-31");
    assertThat(automatic(seed().newlyDiscoveredOn(LocalDate.of(2024, 5, 6))))
        .isEqualTo("2027-05-06");
    assertThat(automatic(seed().scheduledOn(LocalDate.of(2015, 5, 6)))).isEqualTo("2020-05-06");
    assertThat(automatic(seed().scheduledOn(LocalDate.of(2005, 3, 25)))).isEqualTo("2010-12-31");
    assertThat(
            automatic(
                seed()
                    .referral(new Referral("Navy", Referral.Course.NDC, LocalDate.of(2012, 6, 1)))))
        .isEqualTo("2013-06-01");
    assertThat(
            automatic(
                seed()
                    .referral(
                        new Referral(
                            "Navy", Referral.Course.AGENCY_FACILITY, LocalDate.of(2012, 6, 1)))))
        .isEqualTo("2015-06-01");
    assertThat(automatic(seed().declassifyOn("25X6, 20350324").exemptionApproved(true)))
        .isEqualTo("2035-03-24");
    assertThat(automatic(seed().exemptions(java.util.List.of(x("25X6"))).exemptionApproved(true)))
        .isEqualTo("2035-12-31");
    assertThat(automatic(seed().exemptions(java.util.List.of(x("50X6"))).exemptionApproved(true)))
        .isEqualTo("2060-12-31");
    assertThat(automatic(seed().exemptions(java.util.List.of(x("25X6"))))).isEqualTo("2010-12-31");
  }

  private static Exemption x(String designator) {
    return Exemption.parse(designator).orElseThrow();
  }

  @Test
  void whatIsNotThereHasItsReason() {
    assertThat(reason(seed().fileSeriesExemption(true).exemptionApproved(true)))
        .isEqualTo(NoDateReason.FILE_SERIES_EXEMPT);
    assertThat(reason(seed().referral(new Referral("Navy", null, null))))
        .isEqualTo(NoDateReason.REFERRAL_PENDING);
    assertThat(reason(seed().permanent(null))).isEqualTo(NoDateReason.PERMANENCE_UNKNOWN);
    assertThat(reason(seed().permanent(false).unscheduled(true)))
        .isEqualTo(NoDateReason.NOT_PERMANENT);
    assertThat(reason(seed().permanent(null).unscheduled(true)))
        .isEqualTo(NoDateReason.NOT_SCHEDULED);
    assertThat(reason(seed().originDate(null))).isEqualTo(NoDateReason.NO_BASE_DATE);
    assertThat(reason(seed().frame(Frame.AS_ISSUED))).isEqualTo(NoDateReason.OUTSIDE_FRAME);
    assertThat(reason(seed().contains(Set.of(SpecialContent.NATO, SpecialContent.RD))))
        .isEqualTo(NoDateReason.RESTRICTED_DATA);
    assertThat(reason(seed().contains(Set.of(SpecialContent.NATO)))).isEqualTo(NoDateReason.NATO);
  }

  private static @Nullable NoDateReason reason(QuestionBuilder question) {
    return DateCalculus.compute(question.build()).automaticDeclassification().reason();
  }

  private static String shown(Answer answer) {
    return answer.schedule().stream()
        .map(s -> s.on() + " " + s.level())
        .collect(Collectors.joining(", "));
  }
}
