package org.glasnost.declassification;

/** The calculation. */
public final class DateCalculus {
  private DateCalculus() {}

  /** The answer to a question; never throws, whatever was asked. */
  public static Answer compute(Question question) {
    throw new IllegalArgumentException("not yet: " + question.purpose());
  }
}
