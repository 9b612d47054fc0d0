package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader of grammars that {@link GrammarLaws} rests on. */
class AbnfTest {
  private final Abnf grammar =
      Abnf.of(
          """
          list = item *( "," item )          ; a comment
          item = 1*2"a" [ "b" ]
               / %s"C" / %x31-33 / <colours> / "aab" "c"
          """,
          name -> List.of("RED", "GREEN"));

  @Test
  void recognisesWhatTheRulesMakeAndNothingElse() {
    assertThat(List.of("a", "aab", "A,aa,C", "1,3", "red,GREEN", "aabc"))
        .allMatch(text -> grammar.matches("list", text));
    assertThat(List.of("", ",", "aaa", "c", "4", "a,", "blue", "aabcc"))
        .noneMatch(text -> grammar.matches("list", text));
  }

  @Test
  void recognisesItsOwnSamples() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Abnf.Sample sample = grammar.sample("list", random);
      assertThat(grammar.matches("list", sample.text())).as(sample.text()).isTrue();
      assertThat(String.join(",", sample.of("item"))).isEqualTo(sample.text());
    }
  }

  @Test
  void namesWhatIsNotDefined() {
    Abnf open = Abnf.of("a = b / c\nb = \"x\"\n", name -> List.of());
    assertThat(open.undefined()).containsExactly("c");
    assertThat(open.unused()).containsExactly("a");
  }

  @Test
  void refusesWhatIsNoGrammar() {
    for (String text :
        List.of("a", "a = (\"x\"", "a = \"x", "a = ", "a = \"x\"\na = \"y\"", "a = ?")) {
      assertThatThrownBy(() -> Abnf.of(text, name -> List.of()))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
