package org.glasnost.web.markings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.glasnost.reading.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reading is drawn over its text, and the text stays whole. */
class DrawnTextTest {
  private static final Meaning LEVEL = Meaning.of(Span.Meaning.LEVEL);
  private static final Meaning CONTROL = Meaning.of(Span.Meaning.CONTROL);

  private static DrawnText.Stretch stretch(int from, int to, Meaning meaning) {
    return new DrawnText.Stretch(from, to, meaning, null);
  }

  /** The pieces, those of a meaning in brackets, findings as numbers. */
  private static String shown(DrawnText drawn) {
    return drawn.pieces().stream()
        .map(
            piece -> {
              String words =
                  piece.bits().stream()
                      .map(
                          bit ->
                              bit.number() > 0
                                  ? "#" + bit.number()
                                  : bit.sign() != null ? "<" + bit.sign() + ">" : bit.text())
                      .collect(Collectors.joining());
              return piece.meaning() == null ? words : "[" + words + "]";
            })
        .collect(Collectors.joining());
  }

  @Test
  void stretchesAndFindingsStandAtTheirPlaces() {
    assertThat(
            shown(
                DrawnText.of(
                    "SECRET//NOFRON now",
                    List.of(stretch(8, 14, CONTROL), stretch(0, 6, LEVEL)),
                    List.of(new DrawnText.Note(8, 2), new DrawnText.Note(0, 1)))))
        .isEqualTo("[#1SECRET]//[#2NOFRON] now");
  }

  @Test
  void positionsCountCodePoints() {
    assertThat(
            shown(
                DrawnText.of(
                    "\uD83D\uDCDC SECRET",
                    List.of(stretch(2, 8, LEVEL)),
                    List.of(new DrawnText.Note(2, 1)))))
        .isEqualTo("\uD83D\uDCDC [#1SECRET]");
  }

  @Test
  void whatOverlapsOrLiesBeyondIsCut() {
    assertThat(
            shown(
                DrawnText.of(
                    "abcdef",
                    List.of(stretch(1, 4, LEVEL), stretch(2, 5, CONTROL), stretch(9, 12, CONTROL)),
                    List.of(new DrawnText.Note(40, 1)))))
        .isEqualTo("a[bcd][e]f#1");
  }

  @Test
  void whatWouldNotBeSeenIsWrittenOut() {
    assertThat(shown(DrawnText.of("A\u202EB\u0000C\uD800\n\tD\u00AD", List.of(), List.of())))
        .isEqualTo("A<U+202E>B<U+0000>C<U+D800>\n\tD<U+00AD>");
    assertThat(Signs.visible("x\u2066y")).isEqualTo("x[U+2066]y");
  }

  @Test
  void anEmptyTextHasNoPieces() {
    assertThat(DrawnText.of("", List.of(), List.of()).pieces()).isEmpty();
  }

  /** A colour alone would tell nothing to who does not see it. */
  @ParameterizedTest
  @EnumSource(Span.Meaning.class)
  void everyMeaningHasWords(Span.Meaning meaning) {
    assertThat(Meaning.of(meaning).words()).isNotBlank();
    assertThat(Meaning.of(meaning).says()).isNotBlank();
  }
}
