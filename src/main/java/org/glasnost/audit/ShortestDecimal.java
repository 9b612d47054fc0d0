package org.glasnost.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal with the fewest digits that reads back as a given double, and among those the nearest
 * to it. {@link Double#toString} does not always give it before Java 19 (2.0E-3 as {@code 0.0020},
 * 2^-44 with a digit too many), so it is searched for.
 */
final class ShortestDecimal {
  /** No double needs more significant digits. */
  private static final int ENOUGH = 17;

  private ShortestDecimal() {}

  /**
   * @param value positive and finite
   */
  static BigDecimal of(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < ENOUGH; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(ENOUGH, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
