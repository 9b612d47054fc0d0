package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to be hard: the work stays below 40 steps a character, and nothing is guessed. */
class HostileTextTest {
  private static final int MOST_STEPS = 40;
  private static final int MEGABYTE = 1 << 20;
  private static final MarkingReader READER = Readers.marking();
  private static final DocumentReader DOCUMENTS = new DocumentReader(READER);

  @ParameterizedTest
  @MethodSource("texts")
  void takesFewStepsForEachCharacter(String text) {
    for (LineKind kind : LineKind.values()) {
      assertThat(READER.steps(text, kind))
          .as(kind + " " + text.substring(0, Math.min(20, text.length())))
          .isPositive()
          .isLessThan((long) MOST_STEPS * text.length());
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void takesFewStepsForEachCharacterOfADocument(String text) {
    assertThat(DOCUMENTS.steps(text))
        .as(text.substring(0, 20))
        .isPositive()
        .isLessThan((long) MOST_STEPS * text.length());
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void answersWithFindingsAndNoLevelOfItsOwn(String text) {
    for (LineKind kind : List.of(LineKind.BANNER, LineKind.PORTION)) {
      Reading reading = READER.read(text, kind, null);

      assertThat(reading.level()).as(kind.name()).isNull();
      assertThat(reading.needsReview()).isTrue();
      assertThat(reading.findings()).isNotEmpty();
      assertThat(reading.canonical()).isNull();
    }
  }

  static Stream<String> texts() {
    return Stream.concat(
        unreadable(),
        Stream.of(
            "SECRET ".repeat(500),
            "\u202eSECRET".repeat(500),
            "SECRFT " + "QWERT ".repeat(60),
            "NODIS/".repeat(500),
            "SECRET//" + "ABCDEFG/".repeat(400),
            "QWERTYUI\n".repeat(1000),
            "SECRET\nQWERTY ABCDE\n".repeat(500),
            "SECREP",
            "S\u0395CRET//N\u041eFORN ".repeat(800),
            "\u202eTERCES\u202c SECRET\n".repeat(900),
            "\u2066NODIS\u2069/".repeat(900),
            "SECRET\0NODIS ".repeat(900),
            "\ud83d\ude00SECRET ".repeat(900),
            "\ud83d".repeat(5_000),
            "\uff33\uff25\uff23 ".repeat(900)));
  }

  /** Documents of a megabyte. */
  static Stream<String> documents() {
    return Stream.of(
            "A",
            "(",
            "\0",
            "\n",
            "( ",
            "QWERTY SECRFT\n",
            "S\u0395CRET N\u041eFORN\n",
            "\u202eTERCES\u202c SECRET\n",
            "SECRET\0NODIS\n",
            "TOP\n",
            "DECL: OADR\n",
            "(S//NF) of no consequence\n",
            "the harvest of the southern districts\n",
            "DECLASSIFIED\nNLS F99-051 #321\n",
            "SECRET/\n",
            "\ud83d\ude00 ")
        .map(unit -> unit.repeat(MEGABYTE / unit.length()));
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "A".repeat(MEGABYTE),
        "(".repeat(10_000) + "S" + ")".repeat(10_000),
        "\0".repeat(5_000) + "X",
        "S\u0395CRET//NOFORN");
  }
}
