package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glasnost.marking.StatedLevel;
import org.junit.jupiter.api.Test;

/** The written confusion set and the one in the code are the same. */
class ConfusionSpecTest {
  private final String spec;

  ConfusionSpecTest() throws IOException {
    this.spec = Files.readString(Path.of("docs/spec/markings.md"));
  }

  @Test
  void theSpecListsTheConfusionSetOfTheCode() {
    assertThat(spec)
        .contains("- a pair, either way: `" + String.join(" ", Confusion.PAIRS) + "`")
        .contains("- two for one, either way: `" + String.join(" ", Confusion.MERGES) + "`")
        .contains("one of `" + Confusion.STROKES + "`")
        .contains("may be meant: `" + String.join(" ", CaseNumber.DIGITS) + "`")
        .contains("these are read: `" + CaseNumber.FOR_F + "`");
  }

  @Test
  void aPairOutsideTheSetIsNoStep() {
    assertThat(Confusion.steps("SECRET", "SECRET")).isZero();
    assertThat(Confusion.steps("SECREP", "SECRET")).isEqualTo(1);
    assertThat(Confusion.steps("SECRETS", "SECRET")).isGreaterThanOrEqualTo(Confusion.FAR);
    assertThat(Confusion.steps("SECREZ", "SECRET")).isGreaterThanOrEqualTo(Confusion.FAR);
  }

  @Test
  void neverTakesClassifiedForUnclassified() {
    for (LineKind kind : LineKind.values()) {
      assertThat(Readers.marking().read("CLASSIFIED", kind, null).level())
          .isNotEqualTo(StatedLevel.UNCLASSIFIED);
    }
  }

  @Test
  void aRepairThatTakesProtectionAwayNeedsAPerson() {
    Reading reading = Readers.marking().read("UNCLASSIF1ED", LineKind.SCAN, null);

    assertThat(reading.level()).isEqualTo(StatedLevel.UNCLASSIFIED);
    assertThat(reading.needsReview()).isTrue();
    assertThat(reading.confidence()).isLessThan(1.0);
  }
}
