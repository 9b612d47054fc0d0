package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DerivationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private static Source source(@Nullable String date, @Nullable String instruction) {
    return new Source(date == null ? null : LocalDate.parse(date), instruction, Set.of());
  }

  private static Answer derive(Source... sources) {
    return DateCalculus.compute(
        Question.of(Purpose.DERIVE, TODAY)
            .originDate(LocalDate.of(2020, 5, 6))
            .level(StatedLevel.SECRET)
            .permanent(true)
            .sources(List.of(sources))
            .build());
  }

  @Test
  void anObsoleteInstructionBecomesTwentyFiveYearsFromTheSource() {
    Answer answer = derive(source("2005-02-03", "OADR"));
    assertThat(answer.line()).isEqualTo("20300203");
    assertThat(answer.declassifyOn().day()).isEqualTo("2030-02-03");
    assertThat(answer.effect()).isEqualTo(Effect.RUNNING);
    assertThat(derive(source(null, "OADR")).line()).isEqualTo("20510101");
    assertThat(derive(source(null, "25X1")).line()).isEqualTo("25X1, 20760101");
    assertThat(derive(source(null, null)).line()).isEqualTo("20510101");
  }

  @Test
  void theDateInTheLineIsTheNewDocumentsOwn() {
    assertThat(derive(source("2005-02-03", "OADR")).automaticDeclassification().day())
        .isEqualTo("2030-02-03");
    assertThat(derive(source("1985-03-25", "OADR")).automaticDeclassification().day())
        .isEqualTo("2045-12-31");
    assertThat(derive(source("2012-01-01", "25X6, 20500101")).automaticDeclassification().day())
        .isEqualTo("2045-12-31");
  }

  @Test
  void aCalculatedDateThatHasPassedAsksTheOriginator() {
    Answer answer = derive(source("1985-03-25", "OADR"));
    assertThat(answer.effect()).isEqualTo(Effect.CONFIRM_WITH_ORIGINATOR);
    assertThat(answer.nextActor()).isEqualTo(NextActor.ORIGINATING_AGENCY);
  }

  @Test
  void theMostRestrictiveSourceGivesTheOneValue() {
    Source human = source("2012-01-01", "50X1-HUM");
    Source wmd = source("2012-01-01", "50X2-WMD");
    Source fifty = source("2012-01-01", "50X6, 20850101");
    Source dated25 = source("2012-01-01", "25X6, 20500101");
    Source later25 = source("2012-01-01", "25X4, 20510101");
    Source undated25 = source("2012-01-01", "25X1");
    Source date = source("2012-01-01", "20300101");
    Source event = source("2012-01-01", "Completion of the operation");
    Source oadr = source("1990-01-01", "OADR");
    assertThat(derive(wmd, human, oadr).line()).isEqualTo("50X1-HUM");
    assertThat(derive(fifty, dated25).line()).isEqualTo("50X6, 20850101");
    assertThat(derive(dated25, later25, date).line()).isEqualTo("25X4, 20510101");
    assertThat(derive(undated25, dated25).line()).isEqualTo("25X6, 20500101");
    assertThat(derive(undated25, date).line()).isEqualTo("25X1, 20620101");
    assertThat(derive(date, source("2012-01-01", "20320101"), event).line()).isEqualTo("20320101");
    assertThat(derive(event, oadr).line()).isEqualTo("Completion of the operation");
    assertThat(derive(oadr, source("2010-06-30", "X1")).line()).isEqualTo("20350630");
    assertThat(
            derive(
                    human,
                    new Source(LocalDate.of(2012, 1, 1), "20300101", Set.of(SpecialContent.FRD)))
                .line())
        .isEqualTo("N/A to RD/FRD portions. See source list for NSI portions.");
  }

  @Test
  void imageryStandsBeforeDatedExemptions() {
    Source imagery =
        new Source(LocalDate.of(1994, 1, 1), "DCI Only", Set.of(SpecialContent.EO_12951_IMAGERY));
    Answer answer = derive(imagery, source("2012-01-01", "25X6, 20500101"));
    assertThat(answer.declassifyOn().reason()).isEqualTo(NoDateReason.DNI_PRESCRIBES);
    assertThat(answer.line()).isEqualTo("25X1, EO 12951");
  }

  @Test
  void whatCannotBeCarriedIsNotCarried() {
    assertThat(derive(source("2012-01-01", "20990101")).declassifyOn().reason())
        .isEqualTo(NoDateReason.DATE_TOO_LATE);
    assertThat(derive(source("2012-01-01", "qwzx")).declassifyOn().reason())
        .isEqualTo(NoDateReason.INVALID_INSTRUCTION);
    assertThat(derive().findings()).anyMatch(f -> f.isError());
  }

  @Test
  void everySourceIsJudgedByItsOwnDate() {
    assertThat(derive(source("1997-03-03", "Source Marked OADR, date of source 4 Jul 2004")).line())
        .isEqualTo("20220303");
    assertThat(derive(source("2008-03-03", "Source Marked OADR, date of source 4 Jul 2004")).line())
        .isEqualTo("20290704");
  }
}
