package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Today's form is computed at each call, and is a value like all else in a reading. */
class TodaysFormTest {
  private static final MarkingReader READER =
      MarkingReader.standard(() -> LocalDate.of(2026, 1, 2));
  private static final LocalDate DAY = LocalDate.of(1985, 3, 25);

  @Test
  void isTheSameEachTimeAndReadingsAreEqualByValue() {
    Reading one = READER.read("SECRET/NODIS", LineKind.BANNER, DAY);
    Reading other = READER.read("SECRET/NODIS", LineKind.BANNER, DAY);
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.canonical()).isNotNull().isEqualTo(one.canonical());
    assertThat(other.canonical()).isEqualTo(one.canonical());
  }

  @Test
  void restsOnTheDayAndTheNamedListOfItsOwnReading() {
    Reading listed = READER.read("SECRET EYES ONLY FOR THE PRESIDENT", LineKind.BANNER, DAY);
    assertThat(Objects.requireNonNull(listed.canonical()).unrepresented())
        .anyMatch(kept -> kept.contains("THE PRESIDENT"));
    assertThat(READER.read("SECRET", LineKind.BANNER, null).canonical()).isNull();
    assertThat(READER.read("SECRET", LineKind.BANNER, DAY).canonical()).isNotNull();
  }

  @Test
  void thereIsNoneWhereAWordWasNotUnderstood() {
    Reading unknown = READER.read("SECRET/QXZWJ", LineKind.BANNER, DAY);
    assertThat(unknown.todaysForm()).isNull();
    assertThat(unknown.canonical()).isNull();
  }
}
