package org.glasnost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.junit.jupiter.api.Test;

/** The precondition of a change. */
class ETagsTest {

  @Test
  void acceptsAChangeWithoutPreconditionOrWithThePresentVersion() {
    assertThatNoException()
        .isThrownBy(
            () -> {
              ETags.hold(null, 7);
              ETags.hold("*", 7);
              ETags.hold("\"7\"", 7);
              ETags.hold("\"6\", \"7\"", 7);
            });
  }

  @Test
  void holdsTheVersionWhateverTheViewShowed() {
    String seen = ETags.of(7, new byte[] {1});
    assertThat(ETags.of(7, new byte[] {2})).isNotEqualTo(seen);
    assertThatNoException().isThrownBy(() -> ETags.hold(seen, 7));
    assertThatThrownBy(() -> ETags.hold(seen, 8)).isInstanceOf(Refused.class);
  }

  @Test
  void refusesAStaleOrWeakTag() {
    for (String tag : new String[] {"\"6\"", "W/\"7\"", "\"77\""}) {
      assertRefused(tag, Ground.STALE);
    }
  }

  @Test
  void refusesWhatIsNoTag() {
    for (String tag : new String[] {"7", "", "\"7", "\"7\" \"8\""}) {
      assertRefused(tag, Ground.MALFORMED);
    }
  }

  private static void assertRefused(String tag, Ground ground) {
    assertThatThrownBy(() -> ETags.hold(tag, 7))
        .as(tag)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.ground()).isEqualTo(ground));
  }
}
