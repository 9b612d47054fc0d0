package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordSetTest {
  @Test
  void holdsEachWordOnceInTheOrderInWhichTheyCame() {
    WordSet words = new WordSet();
    Set<String> model = new LinkedHashSet<>();
    for (int i = 0; i < 60; i++) {
      String word = "W" + i * 7 % 23;
      assertThat(words.add(word)).isEqualTo(model.add(word));
      if (i % 5 == 4) {
        String gone = "W" + i * 3 % 23;
        assertThat(words.remove(gone)).isEqualTo(model.remove(gone));
      }
      assertThat(words.list()).containsExactlyElementsOf(model);
      assertThat(words.contains("W" + i % 23)).isEqualTo(model.contains("W" + i % 23));
    }
    assertThat(words.list().size()).isGreaterThan(8);
  }

  @Test
  void aListTakenEarlierStaysAsItWas() {
    WordSet words = new WordSet();
    words.add("NOFORN");
    var before = words.list();
    words.add("ORCON");
    words.remove("NOFORN");
    assertThat(before).containsExactly("NOFORN");
    assertThat(words.list()).containsExactly("ORCON");
  }
}
