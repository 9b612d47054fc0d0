package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.marking.Era;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersTest {
  @ParameterizedTest
  @EnumSource(
      value = GoverningOrder.class,
      names = {"PRE_EO_10290", "ATOMIC_ENERGY_ACT"},
      mode = EnumSource.Mode.EXCLUDE)
  void anOrderGovernsFromItsFirstDay(GoverningOrder order) {
    LocalDate first = order.effective().orElseThrow();
    assertThat(GoverningOrder.on(first)).isEqualTo(order);
    assertThat(GoverningOrder.on(first.minusDays(1))).isNotEqualTo(order);
  }

  @Test
  void theFirstDaysOfTheOrdersStandOnce() throws IOException {
    Set<String> days =
        Arrays.stream(Era.values())
            .filter(era -> era != Era.PRE_EO_10290)
            .flatMap(era -> Stream.of(era.effective(), era.firstActs()))
            .flatMap(
                day ->
                    Stream.of(
                        "LocalDate.of(%d, %d, %d)"
                            .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
                        '"' + day.toString() + '"'))
            .collect(Collectors.toSet());
    List<String> elsewhere = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        if (!source.endsWith("Era.java") && days.stream().anyMatch(text::contains)) {
          elsewhere.add(source.getFileName().toString());
        }
      }
    }
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void anOrderIsFoundByItsNumber() {
    for (Era era : Era.values()) {
      if (era != Era.PRE_EO_10290) {
        assertThat(Era.ofNumber(era.title().substring("E.O. ".length()))).contains(era);
      }
    }
    assertThat(Era.ofNumber("12951")).isEmpty();
  }

  @Test
  void beforeTheFirstOrderThereWasNone() {
    assertThat(GoverningOrder.on(LocalDate.of(1940, 1, 1))).isEqualTo(GoverningOrder.PRE_EO_10290);
  }

  @ParameterizedTest
  @CsvSource({
    "1995-10-13, OADR, false",
    "1995-10-14, OADR, true",
    "1982-08-01, OADR, false",
    "1982-07-31, OADR, true",
    "1995-10-14, X3, false",
    "1995-10-13, X3, true",
    "2003-09-21, X3, false",
    "2003-09-22, X3, true",
    "1972-06-01, XGDS-2, false",
    "1972-05-31, XGDS-2, true",
    "1978-11-30, XGDS-2, false",
    "1978-12-01, XGDS-2, true",
    "1999-01-01, MR, true",
    "1997-03-03, 'Source marked OADR, date of source 13 Oct 1995', false",
    "1997-03-03, 'Source marked OADR, date of source 14 Oct 1995', true"
  })
  void anInstructionOutOfItsEraIsAnError(LocalDate date, String instruction, boolean wrong) {
    InstructionReading reading = InstructionGrammar.read(instruction, date);
    assertThat(OrderLimits.eraFindings(reading, date).stream().anyMatch(f -> f.isError()))
        .isEqualTo(wrong);
  }
}
