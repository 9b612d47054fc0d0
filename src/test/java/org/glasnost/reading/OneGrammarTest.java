package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glasnost.declassification.Examples;
import org.glasnost.declassification.Examples.Example;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.declassification.InstructionKind;
import org.glasnost.declassification.InstructionReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader and the date calculus never disagree on what an instruction is. */
class OneGrammarTest {
  private static final MarkingReader READER = Readers.marking();

  record Spelling(String words, @Nullable LocalDate date) {}

  static Stream<Spelling> spellings() {
    return Examples.about("answers").stream().flatMap(OneGrammarTest::of).distinct();
  }

  private static Stream<Spelling> of(Example example) {
    List<Spelling> all = new ArrayList<>();
    add(all, example.ask().get("declassifyOn"), base(example.ask()));
    if (example.ask().get("sources") instanceof List<?> sources) {
      for (Object source : sources) {
        if (source instanceof Map<?, ?> map) {
          add(all, map.get("instruction"), map.get("date"));
        }
      }
    }
    return all.stream();
  }

  private static @Nullable Object base(Map<String, Object> ask) {
    Object origin = ask.get("originDate");
    return origin == null ? ask.get("decisionDate") : origin;
  }

  private static void add(List<Spelling> all, @Nullable Object words, @Nullable Object date) {
    if (words != null && !words.toString().isBlank()) {
      all.add(
          new Spelling(words.toString(), date == null ? null : LocalDate.parse(date.toString())));
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void aBlockIsReadAsTheCalculusReadsIt(Spelling spelling) {
    Reading reading = READER.read(spelling.words(), LineKind.AUTHORITY_BLOCK, spelling.date());
    String read = reading.declassification().instruction();
    if (reading.findings().stream().anyMatch(f -> f.rule().value().equals("RDG-0001"))) {
      // What was repaired is the reader's proposal alone, and a person confirms it.
      assertThat(reading.needsReview()).as("%s", reading).isTrue();
      return;
    }
    InstructionReading computed = InstructionGrammar.read(spelling.words(), spelling.date());
    assertThat(read).as("%s", reading).isEqualTo(code(computed.kind()));
    String text = reading.declassification().text();
    if (read != null && text != null) {
      InstructionReading again = InstructionGrammar.read(text, spelling.date());
      assertThat(code(again.kind())).as("read again: %s", text).isEqualTo(read);
      if (computed.read() != null && again.read() != null) {
        assertThat(again.read().date()).as("%s", text).isEqualTo(computed.read().date());
        assertThat(again.read().sourceDate())
            .as("%s", text)
            .isEqualTo(computed.read().sourceDate());
      }
    }
  }

  private static @Nullable String code(@Nullable InstructionKind kind) {
    return kind == null ? null : kind.code();
  }
}
