package org.glasnost.audit.verifier;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one spelling that RFC 8785 (3.2.2.3) leaves to a number: that of ECMAScript, the fewest
 * digits that read back as the same double, and of those the nearest.
 */
final class CanonicalNumber {
  /** A whole number of so many digits is exact in a double, and has one spelling. */
  static final int EXACT = 15;

  /** No double needs more significant digits. */
  private static final int ENOUGH = 17;

  /** Numbers below 10^21 are written without an exponent, and those from 10^-6. */
  private static final int LARGEST_WITHOUT_EXPONENT = 21;

  private static final int SMALLEST_WITHOUT_EXPONENT = -6;

  private CanonicalNumber() {}

  /**
   * @param spelt a number in the grammar of JSON
   */
  static boolean isSpelling(String spelt) {
    double value = Double.parseDouble(spelt);
    return Double.isFinite(value) && spelt.equals(spelling(value));
  }

  private static String spelling(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    String positive;
    if (point > LARGEST_WITHOUT_EXPONENT || point <= SMALLEST_WITHOUT_EXPONENT) {
      positive =
          digits.charAt(0)
              + (digits.length() > 1 ? "." + digits.substring(1) : "")
              + (point > 0 ? "e+" : "e")
              + (point - 1);
    } else if (point <= 0) {
      positive = "0." + "0".repeat(-point) + digits;
    } else if (point < digits.length()) {
      positive = digits.substring(0, point) + "." + digits.substring(point);
    } else {
      positive = digits + "0".repeat(point - digits.length());
    }
    return value < 0 ? "-" + positive : positive;
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < ENOUGH; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      // Below a power of two doubles are nearer to one another: the nearest decimal may be
      // another's, and the next one above still be this one's.
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
      if (nearest.doubleValue() == value) {
        return nearest;
      }
      if (above.doubleValue() == value) {
        return above;
      }
    }
    return exact.round(new MathContext(ENOUGH, RoundingMode.HALF_EVEN));
  }
}
