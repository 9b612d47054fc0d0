package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;

/** What holds of every text. */
class ReadingLaws {
  private static final MarkingReader READER = Readers.marking();
  private static final DocumentReader DOCUMENTS = new DocumentReader(READER);

  @Property(tries = 400)
  void noTextMakesTheReaderThrow(@ForAll("texts") String text, @ForAll LineKind kind) {
    Reading reading = READER.read(text, kind, LocalDate.of(1985, 3, 25));

    assertThat(reading.text()).isEqualTo(text);
    for (Span span : reading.spans()) {
      assertThat(stretch(text, span.from(), span.to())).isEqualTo(span.text());
    }
  }

  @Property(tries = 200)
  void noTextMakesTheReaderOfAnyCharactersThrow(@ForAll String text, @ForAll LineKind kind) {
    assertThat(READER.read(text, kind, null).text()).isEqualTo(text);
  }

  @Property(tries = 200)
  void portionsCoverTheTextWithoutGapOrOverlap(@ForAll("texts") String text) {
    List<TextPortion> portions = DOCUMENTS.read(text, null).portions();
    int next = 0;
    for (TextPortion portion : portions) {
      assertThat(portion.from()).isEqualTo(next);
      next = portion.to();
    }
    assertThat(next).isEqualTo(text.codePointCount(0, text.length()));
  }

  @Property(tries = 300)
  void aJoinDominatesBothAndReadsBack(
      @ForAll("protections") Protection a,
      @ForAll("protections") Protection b,
      @ForAll("protections") Protection c) {
    Protection join = a.join(b);

    assertThat(join.dominates(a)).isTrue();
    assertThat(join.dominates(b)).isTrue();
    assertThat(join).isEqualTo(b.join(a));
    assertThat(join.join(c)).isEqualTo(a.join(b.join(c)));
    assertThat(a.join(a)).isEqualTo(a);
    assertThat(a.join(Protection.UNRESTRICTED)).isEqualTo(a);
    assertThat(Protection.parse(join.toText())).isEqualTo(join);
    assertThat(a.dominates(b) && b.dominates(a)).isEqualTo(a.equals(b));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "SECRET",
            "TOP SECRET",
            "/",
            "//",
            " ",
            "\n",
            "\n\n",
            "NODIS",
            "EYES ONLY FOR ",
            "THE PRESIDENT",
            " AND ",
            "(S//NF)",
            "(",
            ")",
            "REL TO USA, ",
            "GBR",
            "DECL: ",
            "OADR",
            "X1",
            "7/25/00",
            "799-051 #321",
            "<u>",
            "S E C R E T",
            "SECREP",
            "the secret",
            ".",
            ";",
            "JOINT ",
            "SAR-",
            "FGI ",
            "CUI",
            "\uD83D\uDE00",
            "\u0000",
            "\u202E",
            "GROUP 4",
            "DECLASSIFIED",
            "SEEN",
            "-",
            "SI-G ",
            "March 25, 1985",
            "Sincerely,",
            "a sentence that goes on and on without an end to it and")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Protection> protections() {
    Arbitrary<Set<String>> words =
        Arbitraries.of("A", "B|C", "D\tE", "NOFORN", "%7C").set().ofMaxSize(3);
    Arbitrary<Set<String>> countries = Arbitraries.of("USA", "GBR", "AUS").set().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(ClassificationLevel.class), words, words, countries, words, words)
        .as(
            (level, controls, compartments, released, lists, marks) ->
                new Protection(
                    level,
                    new TreeSet<>(controls),
                    new TreeSet<>(compartments),
                    new TreeSet<>(released),
                    new TreeSet<>(lists),
                    new TreeSet<>(marks),
                    new TreeSet<>(released),
                    new TreeSet<>(lists),
                    new TreeSet<>(controls),
                    new TreeSet<>(marks)));
  }

  private static String stretch(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }
}
