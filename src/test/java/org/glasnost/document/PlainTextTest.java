package org.glasnost.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"A memorandum", "Письмо", "رسالة", "𝄞 in an opera", "a\u00A0b"})
  void aTitleInAnyWritingIsPlain(String title) {
    assertThat(PlainText.isPlain(title)).isTrue();
    assertThat(PlainText.isProse(title)).isTrue();
    assertThat(PlainText.isUnicode(title)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "a\tb",
        "a\u0000b",
        "a\u2028b",
        "a\u2029b",
        "\u202Egnp",
        "a\u2066b",
        "a\u0085b"
      })
  void whatASingleLineHasNoPlaceForIsNotPlain(String title) {
    assertThat(PlainText.isPlain(title)).isFalse();
    assertThat(PlainText.isUnicode(title)).isTrue();
  }

  @Test
  void proseHasLinesAndTabsAndNoOtherControls() {
    assertThat(PlainText.isProse("two\r\nlines,\n\ttabbed")).isTrue();
    assertThat(PlainText.isProse("a\u0000b")).isFalse();
    assertThat(PlainText.isProse("a\u001Bb")).isFalse();
  }

  @Test
  void halfACharacterIsNoText() {
    for (String half : new String[] {"\ud800", "a\udc00b", "\udc00\ud800"}) {
      assertThat(PlainText.isPlain(half)).isFalse();
      assertThat(PlainText.isProse(half)).isFalse();
      assertThat(PlainText.isUnicode(half)).isFalse();
    }
  }
}
