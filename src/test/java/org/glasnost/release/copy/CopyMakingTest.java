package org.glasnost.release.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.DeclassificationMark;
import org.glasnost.release.copy.CopyRun.Kind;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyMakingTest {

  private static CopyPortion made(SourcePortion portion, Redaction... redactions) {
    return Examples.copy(Examples.OWN, List.of(portion), redactions).portions().get(0);
  }

  private static CopyPortion made(String text, Redaction... redactions) {
    return made(SourcePortion.of(1, text), redactions);
  }

  @Test
  void replacesWhatIsWithheldByItsBasisAlone() {
    assertThat(made("The agent is Karl.", new Redaction(1, 13, 17, "3.3(b)(1)")).runs())
        .containsExactly(
            new CopyRun(Kind.KEPT, "The agent is "),
            new CopyRun(Kind.WITHHELD, "3.3(b)(1)"),
            new CopyRun(Kind.KEPT, "."));
  }

  @Test
  void leavesThePortionAsItIsWhereNothingIsWithheld() {
    ReleasedCopy copy = Examples.copy(Examples.OWN, Examples.memorandum());

    assertThat(copy.portions().stream().map(CopyPortion::text))
        .containsExactlyElementsOf(
            Examples.memorandum().stream().map(SourcePortion::text).toList());
    assertThat(copy.inPart()).isFalse();
    assertThat(copy.extent()).isEqualTo("Released in full.");
  }

  @Test
  void joinsRedactionsThatOverlapAndNamesEachBasisOnce() {
    assertThat(
            made(
                    "0123456789",
                    new Redaction(1, 4, 8, "PRA P5"),
                    new Redaction(1, 2, 6, "3.3(b)(1)"),
                    new Redaction(1, 3, 4, "3.3(b)(1)"))
                .text())
        .isEqualTo("01[withheld: 3.3(b)(1)][withheld: PRA P5]89");
  }

  @Test
  void joinsRedactionsThatTouchSoThatTheCopyDoesNotShowHowManyThereWere() {
    assertThat(
            made("0123456789", new Redaction(1, 2, 4, "AEA"), new Redaction(1, 4, 6, "AEA")).text())
        .isEqualTo("01[withheld: AEA]6789");
  }

  @Test
  void keepsRedactionsApartThatHaveTextBetweenThem() {
    assertThat(
            made("0123456789", new Redaction(1, 2, 4, "AEA"), new Redaction(1, 5, 6, "AEA")).text())
        .isEqualTo("01[withheld: AEA]4[withheld: AEA]6789");
  }

  @Test
  void countsCodePointsAndNotUtf16Units() {
    assertThat(made("😀😀abc😀", new Redaction(1, 2, 5, "AEA")).text())
        .isEqualTo("😀😀[withheld: AEA]😀");
  }

  @ParameterizedTest
  @CsvSource({
    // an accent after the last letter withheld
    "'cafe\u0301 noir', 0, 4, '[withheld: AEA] noir'",
    // the letter before an accent that alone was named
    "'cafe\u0301 noir', 4, 5, 'caf[withheld: AEA] noir'",
    // one member of a family joined into one sign
    "'a\uD83D\uDC69\u200D\uD83D\uDC67b', 1, 2, 'a[withheld: AEA]b'",
    // half of a flag
    "'\uD83C\uDDFA\uD83C\uDDF8!', 0, 1, '[withheld: AEA]!'"
  })
  void growsToTheWholeCharacterThatAReaderSees(String text, int from, int to, String expected) {
    assertThat(made(text, new Redaction(1, from, to, "AEA")).text()).isEqualTo(expected);
  }

  @Test
  void withholdsAPortionWholeWithEveryBasisGivenForIt() {
    List<SourcePortion> portions =
        List.of(SourcePortion.of(1, "open\n\n"), SourcePortion.of(2, "shut\n\n"));

    ReleasedCopy copy =
        CopyMaking.of(
            "A title",
            null,
            Examples.OWN,
            portions,
            List.of(new Redaction(2, 1, 3, "PRA P1")),
            List.of(new Withholding(2, "3.3(b)(1)")));

    assertThat(copy.portions().get(0).text()).isEqualTo("open\n\n");
    assertThat(copy.portions().get(1).runs())
        .extracting(CopyRun::kind, CopyRun::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.WITHHELD, "3.3(b)(1)"),
            org.assertj.core.groups.Tuple.tuple(Kind.WITHHELD, "PRA P1"));
    assertThat(copy.withholdings())
        .containsExactly(new Withholding(2, "3.3(b)(1)"), new Withholding(2, "PRA P1"));
  }

  @Test
  void saysThatAnEmptyPortionIsWithheldWhereSomebodyWithheldIt() {
    ReleasedCopy copy =
        CopyMaking.of(
            "A title",
            null,
            Examples.OWN,
            List.of(SourcePortion.of(1, "")),
            List.of(),
            List.of(new Withholding(1, "AEA")));

    assertThat(copy.portions().get(0).text()).isEqualTo("[withheld: AEA]");
  }

  @Test
  void linesThroughOldMarkingsAndKeepsThemLegible() {
    ReleasedCopy copy = Examples.copy(Examples.HISTORIC, Examples.memorandum());

    assertThat(copy.linedThrough()).containsExactly(Examples.BANNER, Examples.FOOT);
    assertThat(copy.portions().get(3).runs())
        .containsExactly(
            new CopyRun(Kind.LINED_THROUGH, Examples.BANNER),
            new CopyRun(Kind.KEPT, " ACM RUS SEEN\n\n"));
  }

  @Test
  void namesAnOldMarkingOnceThatStandsAtTheHeadAndTheFoot() {
    List<SourcePortion> portions =
        List.of(
            Examples.marking(1, "SECRET\n\n", "SECRET"),
            SourcePortion.of(2, "text\n\n"),
            Examples.marking(3, "SECRET", "SECRET"));

    assertThat(Examples.copy(Examples.OWN, portions).linedThrough()).containsExactly("SECRET");
  }

  @Test
  void withholdsAWordInsideAnOldMarkingEverywhereThatTheMarkingIsShown() {
    List<SourcePortion> portions =
        List.of(Examples.marking(1, "TOP SECRET UMBRA NOFORN\n", "TOP SECRET UMBRA NOFORN"));

    ReleasedCopy copy =
        Examples.copy(
            Examples.OWN, portions, Examples.redaction(portions, 1, "UMBRA", "3.3(b)(1)"));

    assertThat(copy.linedThrough()).containsExactly("TOP SECRET [withheld: 3.3(b)(1)] NOFORN");
    assertThat(copy.toString()).doesNotContain("UMBRA");
  }

  @Test
  void namesNoOldMarkingThatWasWithheldWhole() {
    List<SourcePortion> portions = List.of(Examples.marking(1, "x RUFF y", "RUFF"));

    ReleasedCopy copy = Examples.copy(Examples.OWN, portions, new Redaction(1, 1, 7, "3.3(b)(1)"));

    assertThat(copy.linedThrough()).isEmpty();
    assertThat(copy.portions().get(0).text()).isEqualTo("x[withheld: 3.3(b)(1)]y");
  }

  @Test
  void refusesARedactionOfAPortionThatTheDocumentLacks() {
    assertThat(refusal(new Redaction(2, 0, 1, "AEA")))
        .containsExactly("RLS-0001 at /redactions/0/portion: p2");
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "2, 2", "3, 2", "0, 5", "4, 5"})
  void refusesASpanOutsideItsPortion(int from, int to) {
    assertThat(refusal(new Redaction(1, from, to, "AEA")))
        .containsExactly("RLS-0002 at /redactions/0: " + from + " to " + to);
  }

  @Test
  void takesASpanThatReachesToTheLastCodePointAndNotBeyond() {
    assertThat(made("😀bcd", new Redaction(1, 0, 4, "AEA")).text()).isEqualTo("[withheld: AEA]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void refusesToWithholdWithoutABasis(String basis) {
    assertThat(refusal(new Redaction(1, 0, 1, basis)))
        .containsExactly("RLS-0003 at /redactions/0/basis: null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.3\n(b)", " AEA", "AEA ", "A\u2028B", "A\u0007B"})
  void refusesABasisThatIsNotOneLine(String basis) {
    assertThat(refusal(new Redaction(1, 0, 1, basis)))
        .containsExactly("RLS-0004 at /redactions/0/basis: null");
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThat(
            refusal(
                new Redaction(1, 0, 1, "AEA"),
                new Redaction(1, 0, 9, ""),
                new Redaction(7, 0, 9, "AEA")))
        .containsExactly(
            "RLS-0002 at /redactions/1: 0 to 9",
            "RLS-0003 at /redactions/1/basis: null",
            "RLS-0001 at /redactions/2/portion: p7");
  }

  @Test
  void refusesToWithholdAPortionThatTheDocumentLacks() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                CopyMaking.of(
                    "A title",
                    null,
                    Examples.OWN,
                    List.of(SourcePortion.of(1, "text")),
                    List.of(),
                    List.of(new Withholding(3, "AEA"))));

    assertThat(refused.findings()).extracting(f -> f.rule().value()).containsExactly("RLS-0001");
  }

  @Test
  void countsTwoPortionsOfOneNumberAsABugOfOurs() {
    List<SourcePortion> portions = List.of(SourcePortion.of(1, "a"), SourcePortion.of(1, "b"));

    assertThatThrownBy(() -> Examples.copy(Examples.OWN, portions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two portions p1");
  }

  @Test
  void refusesAMarkThatWasRecordedBeforeTheActionItRecords() {
    LocalDate on = LocalDate.of(2000, 7, 25);

    assertThatThrownBy(
            () -> new DeclassificationMark("CF", null, "E.O. 12958", null, on, on.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesTheMarkInTheFormOfTheRulesOwnModel() {
    assertThat(Examples.OWN.word() + " " + Examples.OWN.byline())
        .isEqualTo("Declassified by David Smith, Chief, Division 5, August 17, 2008");
    assertThat(Examples.OWN.particulars()).containsExactly("Authority: E.O. 13526, section 3.1(a)");
  }

  @Test
  void saysOfAHistoricActionWhenItWasDoneAndWhenRecorded() {
    assertThat(Examples.HISTORIC.byline()).isEqualTo("by CF, NARA, July 25, 2000");
    assertThat(Examples.HISTORIC.particulars())
        .containsExactly(
            "Authority: E.O. 12958",
            "Case and item: NLS F99-051 #321",
            "This action was recorded on 2026-11-23 as done on 2000-07-25.");
  }

  private static List<String> refusal(Redaction... redactions) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> made(SourcePortion.of(1, "text"), redactions));
    assertThat(refused.ground()).isEqualTo(Refused.Ground.RULE);
    return refused.findings().stream()
        .map(f -> f.rule() + " at " + f.at() + ": " + f.token())
        .toList();
  }
}
