package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.rollup.RollUp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzz found is looked at again, each find under its name. */
class FuzzFindsTest {
  private static final List<String> MEMBERS = List.of("name", "text", "kind", "date", "portions");

  @ParameterizedTest(name = "{0}")
  @MethodSource("finds")
  void holdsOfWhatWasFound(String name, ExampleFiles.Example find) {
    LocalDate day = day(find.text("date"));
    assertThatCode(
            () -> {
              if (find.has("portions")) {
                for (RollUp.Context context : RollUp.Context.values()) {
                  RollUpOracle.check(find.list("portions"), null, day, context);
                }
              } else {
                LineKind kind = LineKind.valueOf(find.required("kind"));
                ReadingOracle.check(find.required("text"), kind, day);
                ReadingOracle.checkDocument(find.required("text"), day);
              }
            })
        .as(name)
        .doesNotThrowAnyException();
  }

  private static @Nullable LocalDate day(@Nullable String written) {
    return written == null ? null : LocalDate.parse(written);
  }

  static List<Object[]> finds() {
    return ExampleFiles.read("fuzz-finds.yaml", MEMBERS).stream()
        .map(find -> new Object[] {find.required("name"), find})
        .toList();
  }
}
