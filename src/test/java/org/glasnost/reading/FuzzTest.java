package org.glasnost.reading;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short fuzz with fixed seeds; the long one, guided by coverage, is {@link LongFuzzIT}. */
class FuzzTest {
  private static final int INPUTS = 2_000;
  private static final int LONGEST = 160;

  @ParameterizedTest
  @ValueSource(longs = {1951, 1962, 1973, 1985, 2010})
  void noInputMakesAnythingThrowOrBreaksALaw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = new byte[random.nextInt(LONGEST)];
      random.nextBytes(bytes);
      FuzzTarget.fuzzerTestOneInput(bytes);
    }
  }
}
