package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.declassification.ClassificationAuthorityBlock;
import org.glasnost.declassification.ClassificationReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered is read again for what it is. */
class RenderedBlocksTest {

  @ParameterizedTest
  @MethodSource("blocks")
  void aRenderedBlockIsReadWithoutAFinding(ClassificationAuthorityBlock block, String instruction) {
    Reading reading =
        Readers.marking().read(String.join("\n", block.lines()), LineKind.AUTHORITY_BLOCK, null);

    assertThat(reading.declassification().instruction()).isEqualTo(instruction);
    assertThat(reading.findings()).isEmpty();
  }

  static Stream<Object[]> blocks() {
    return Stream.of(
        new Object[] {original("20301205"), "DATE"},
        new Object[] {original("50X1-HUM"), "50X1_HUM"},
        new Object[] {derivative("25X4, 20501001"), "25X"},
        new Object[] {derivative("20301205"), "DATE"},
        new Object[] {
          derivative("N/A to RD/FRD portions. See source list for NSI portions."), "NA_RD"
        });
  }

  private static ClassificationAuthorityBlock original(String declassifyOn) {
    return new ClassificationAuthorityBlock.Original(
        "Chief, Division 5", null, EnumSet.of(ClassificationReason.INTELLIGENCE), declassifyOn);
  }

  private static ClassificationAuthorityBlock derivative(String declassifyOn) {
    return new ClassificationAuthorityBlock.Derivative(
        "ID 2841", List.of("Memo A, Department of Good Works, 20200101"), declassifyOn);
  }
}
