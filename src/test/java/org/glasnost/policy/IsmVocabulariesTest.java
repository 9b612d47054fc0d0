package org.glasnost.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.glasnost.declassification.Exemption;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every value of today's public U.S. vocabularies is held by the registers, or it is said why not.
 */
class IsmVocabulariesTest {
  private static final String FILE = "ism-vocabularies.tsv";
  private static final String HELD_NOWHERE = "-";

  /**
   * A value of a vocabulary.
   *
   * @param word as {@code register:category:token}, or a hyphen
   * @param reason why no word stands for it; empty where one does
   */
  record Value(String vocabulary, String value, String word, String reason) {
    boolean isHeld() {
      return !word.equals(HELD_NOWHERE);
    }
  }

  static Stream<Value> values() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(IsmVocabulariesTest.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8))) {
      return in.lines().skip(2).map(IsmVocabulariesTest::value).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value value(String line) {
    String[] fields = line.split("\t", -1);
    return new Value(fields[0], fields[1], fields[2], fields.length > 3 ? fields[3] : "");
  }

  @ParameterizedTest
  @MethodSource("values")
  void isHeldOrItIsSaidWhyNot(Value value) {
    if (!value.isHeld()) {
      assertThat(value.reason()).isNotBlank();
      return;
    }
    assertThat(value.reason()).isEmpty();
    RegisterEntry word = word(value.word());

    assertThat(word).as(value.word()).isNotNull();
    assertThat(spellings(Objects.requireNonNull(word))).contains(value.value());
  }

  @Test
  void theVocabulariesAreWhole() {
    Map<String, Integer> sizes = new TreeMap<>();
    values().forEach(value -> sizes.merge(value.vocabulary(), 1, Integer::sum));

    assertThat(sizes)
        .containsEntry("classification (US)", 4)
        .containsEntry("SCI", 20)
        .containsEntry("dissem (IC register)", 16)
        .containsEntry("dissem (CUI)", 11)
        .containsEntry("nonIC", 9)
        .containsEntry("atomicEnergy", 14)
        .containsEntry("nonUSControls", 3)
        .containsEntry("declassException", 25)
        .containsEntry("CUI basic", 93)
        .containsEntry("CUI specified", 57);
    assertThat(values().filter(value -> !value.isHeld()).count()).isLessThan(40);
  }

  /** A control that today's banners know has its value in ISM, which a copy for others states. */
  @Test
  void noControlOfTodayIsWithoutItsValue() {
    for (RegisterCategory category :
        List.of(
            RegisterCategory.LEVEL,
            RegisterCategory.DISSEM,
            RegisterCategory.NON_IC,
            RegisterCategory.AEA,
            RegisterCategory.NATO,
            RegisterCategory.NATO_CONTROL,
            RegisterCategory.EXEMPTION)) {
      assertThat(MarkingRegister.cnsi().entries())
          .filteredOn(entry -> entry.category() == category)
          // No vocabulary has it: a copy for others states it in its banner alone.
          .filteredOn(entry -> !entry.token().equals("HVSACO"))
          .isNotEmpty()
          .allSatisfy(entry -> assertThat(entry.ism()).as(entry.token()).isNotNull());
    }
  }

  /** The register names the exemptions; the calculus of dates reads the same ones. */
  @Test
  void theCalculusOfDatesReadsEveryNumberedExemption() {
    assertThat(MarkingRegister.cnsi().entries())
        .filteredOn(
            entry ->
                entry.category() == RegisterCategory.EXEMPTION
                    && entry.token().matches("[25]5?0?X\\d(-HUM|-WMD|-HUMAN)?"))
        .hasSize(21)
        .allSatisfy(entry -> assertThat(Exemption.parse(entry.banner())).isPresent());
  }

  private static @Nullable RegisterEntry word(String name) {
    String[] parts = name.split(":", 3);
    MarkingRegister register =
        switch (parts[0]) {
          case "us-cnsi" -> MarkingRegister.cnsi();
          case "us-cui" -> MarkingRegister.cui();
          default -> throw new IllegalArgumentException(name);
        };
    return register.token(RegisterCategory.valueOf(parts[1]), parts[2]);
  }

  private static List<String> spellings(RegisterEntry word) {
    return Stream.concat(
            Stream.of(word.token(), word.portionForm(), Objects.requireNonNullElse(word.ism(), "")),
            word.forms().stream())
        .toList();
  }
}
