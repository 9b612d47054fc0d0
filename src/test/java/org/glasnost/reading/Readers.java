package org.glasnost.reading;

import java.time.LocalDate;

/** Readers as tests use them: on a fixed day. */
public final class Readers {
  /** The day of the reading. */
  public static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

  private Readers() {}

  /** A reader of lines. */
  public static MarkingReader marking() {
    return MarkingReader.standard(() -> TODAY);
  }
}
