package org.glasnost.declassification;

import java.time.LocalDate;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;

/** Questions as the laws put them. */
final class Questions {
  private Questions() {}

  /** What a document that exists comes to on a day. */
  static Question read(
      @Nullable LocalDate originDate,
      @Nullable StatedLevel level,
      @Nullable String agency,
      @Nullable String declassifyOn,
      @Nullable Boolean permanent,
      LocalDate asOf) {
    return Question.of(Purpose.READ, asOf)
        .originDate(originDate)
        .level(level)
        .agency(agency)
        .declassifyOn(declassifyOn)
        .permanent(permanent)
        .build();
  }
}
