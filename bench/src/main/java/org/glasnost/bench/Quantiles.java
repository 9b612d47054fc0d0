package org.glasnost.bench;

import java.util.Arrays;

/** Quantiles of what was measured. */
final class Quantiles {
  private Quantiles() {}

  /**
   * A value that was measured, none in between.
   *
   * @param share 0 the smallest, 0.5 the median, 1 the largest
   */
  static double of(double[] measured, double share) {
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
