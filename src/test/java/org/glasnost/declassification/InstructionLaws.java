package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.glasnost.marking.StatedLevel;

/** Whatever the words, there is an answer. */
class InstructionLaws {
  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1938, 1, 1).toEpochDay(), LocalDate.of(2025, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Property(tries = 1000)
  void noTextMakesTheGrammarThrow(@ForAll String text, @ForAll("days") LocalDate date) {
    assertThat(InstructionGrammar.read(text, date)).isNotNull();
    assertThat(
            DateCalculus.compute(
                Questions.read(
                    date, StatedLevel.SECRET, null, text, true, LocalDate.of(2026, 1, 1))))
        .isNotNull();
  }

  @Property(tries = 5000)
  void noPatchworkOfTheWordsOfTheOrdersMakesItThrow(
      @ForAll("patchwork") String text, @ForAll("days") LocalDate date, @ForAll Purpose purpose) {
    Answer answer =
        DateCalculus.compute(
            Question.of(purpose, LocalDate.of(2026, 1, 1))
                .originDate(date)
                .level(StatedLevel.SECRET)
                .declassifyOn(text)
                .permanent(true)
                .sources(List.of(new Source(date, text, Set.of())))
                .build());
    assertThat(answer.cites()).isNotEmpty();
    assertThat(answer.explanation()).isNotEmpty();
  }

  @Provide
  Arbitrary<String> patchwork() {
    return Arbitraries.of(
            "OADR",
            "DECL:",
            "DECLASSIFY ON",
            "X1",
            "X9",
            "GDS",
            "XGDS",
            "-2",
            "5B(2)",
            "1/30/85",
            "30 Jan 85",
            "19850130",
            "850130",
            "200512",
            "10 years",
            "TEN YEARS",
            "FROM DATE OF",
            "25X1",
            "25X",
            "50X1-HUM",
            "75X",
            "(",
            ")",
            ",",
            ";",
            "E.O. 11652:",
            "E.O. 12356",
            "N/A TO",
            "RD/FRD",
            "NATO",
            "GROUP",
            "4",
            "III",
            "EXCLUDED FROM",
            "DNG C",
            "AUTOMATIC DOWNGRADING",
            "DOWNGRADE TO SECRET ON",
            "Source marked",
            "date of source",
            "dated",
            "Review on",
            "RDS",
            "MR",
            "DCI Only",
            "completion of the operation",
            "UNLESS",
            "whichever is earlier",
            "OR",
            "CL BY 123",
            "DERIVED FROM",
            "REASON: 1.5(c)",
            "TAGS",
            "\u2019",
            "\u212a",
            "\0",
            "\n",
            "_",
            "?",
            "E2 IMPDET",
            "2999",
            "February 30")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(words -> String.join(" ", words));
  }
}
