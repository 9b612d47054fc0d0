package org.glasnost.release.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every copy. */
class ReleasedCopyLaws {

  /** A portion as two texts around a secret, and two different secrets for the same place. */
  record Twins(String before, String secret, String otherSecret, String after) {}

  @Property(tries = 60)
  void aCopyDoesNotDependOnWhatIsWithheld(@ForAll("twins") Twins twins) {
    ReleasedCopy one = copy(twins, twins.secret());
    ReleasedCopy other = copy(twins, twins.otherSecret());

    assertThat(one).isEqualTo(other);
    assertThat(PlainTextCopy.render(one)).isEqualTo(PlainTextCopy.render(other));
    assertThat(HtmlCopy.render(one)).isEqualTo(HtmlCopy.render(other));
  }

  @Property(tries = 12)
  void aPdfDoesNotDependOnWhatIsWithheld(@ForAll("twins") Twins twins) {
    assertThat(PdfCopy.render(copy(twins, twins.secret())))
        .isEqualTo(PdfCopy.render(copy(twins, twins.otherSecret())));
  }

  @Property
  void whatIsReleasedIsTheOriginalLessTheRedactions(
      @ForAll("texts") String text, @ForAll("spans") List<Span> spans) {
    int length = text.codePointCount(0, text.length());
    List<Redaction> redactions = new ArrayList<>();
    boolean[] gone = new boolean[length];
    for (Span span : spans) {
      if (span.to() <= length) {
        redactions.add(new Redaction(1, span.from(), span.to(), "AEA"));
        java.util.Arrays.fill(gone, span.from(), span.to(), true);
      }
    }

    ReleasedCopy copy =
        Examples.copy(
            Examples.OWN, List.of(SourcePortion.of(1, text)), redactions.toArray(Redaction[]::new));

    // The texts have no combining characters, so the dumb reading is the whole of the rule.
    StringBuilder expected = new StringBuilder();
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < length; i++) {
      if (!gone[i]) {
        expected.appendCodePoint(codePoints[i]);
      } else if (i == 0 || !gone[i - 1]) {
        expected.append("[withheld: AEA]");
      }
    }
    assertThat(copy.portions().get(0).text()).isEqualTo(expected.toString());
  }

  @Property(tries = 40)
  void noTextMakesARenderingFail(@ForAll String text) {
    ReleasedCopy copy = Examples.copy(Examples.OWN, List.of(SourcePortion.of(1, text)));

    assertThat(PlainTextCopy.render(copy)).contains(text);
    assertThat(HtmlCopy.render(copy)).endsWith("</html>\n");
    assertThat(PdfCopy.render(copy)).startsWith('%', 'P', 'D', 'F');
  }

  @Provide
  Arbitrary<Twins> twins() {
    Arbitrary<String> words = textOf("aZ é я😀\n\u05D0", 0, 40);
    Arbitrary<String> secrets = textOf("xY 0я😀\n.", 1, 300);
    return Combinators.combine(words, secrets, secrets, words).as(Twins::new);
  }

  @Provide
  Arbitrary<String> texts() {
    return textOf("abc é я😀\n", 0, 30);
  }

  /** Text of whole code points, none of them half an emoji. */
  private static Arbitrary<String> textOf(String alphabet, int shortest, int longest) {
    return Arbitraries.of(alphabet.codePoints().mapToObj(Character::toString).toList())
        .list()
        .ofMinSize(shortest)
        .ofMaxSize(longest)
        .map(characters -> String.join("", characters));
  }

  @Provide
  Arbitrary<List<Span>> spans() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 28), Arbitraries.integers().between(1, 8))
        .as((from, length) -> new Span(from, from + length))
        .list()
        .ofMaxSize(5);
  }

  private static ReleasedCopy copy(Twins twins, String secret) {
    String text = twins.before() + secret + twins.after();
    int from = twins.before().codePointCount(0, twins.before().length());
    int to = from + secret.codePointCount(0, secret.length());
    return Examples.copy(
        Examples.OWN,
        List.of(SourcePortion.of(1, "A line.\n\n"), SourcePortion.of(2, text)),
        new Redaction(2, from, to, "3.3(b)(1)"));
  }
}
