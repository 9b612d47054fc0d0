package org.glasnost.reading;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.declassification.CalculusOracle;
import org.glasnost.declassification.Question;
import org.glasnost.marking.rollup.RollUp;
import org.jspecify.annotations.Nullable;

/** One input of the fuzz: bytes that choose what is asked, and of whom. */
public final class FuzzTarget {
  private FuzzTarget() {}

  /** Called by Jazzer with bytes that it finds; see FuzzIT. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Choices choices = new Choices(bytes);
    switch (choices.below(12)) {
      case 0, 1, 2, 3 ->
          read(FuzzTexts.text(choices), choices.of(List.of(LineKind.values())), choices);
      case 4 -> read(raw(bytes), choices.of(List.of(LineKind.values())), choices);
      case 5 -> read(FuzzTexts.portion(choices), LineKind.PORTION, choices);
      case 6 -> document(FuzzTexts.text(choices), FuzzTexts.day(choices));
      case 7, 8 -> rollUp(choices);
      case 9 -> instruction(FuzzTexts.text(choices), FuzzTexts.day(choices));
      default -> compute(CalculusOracle.question(choices));
    }
  }

  /** The bytes as they are: halves of surrogate pairs among them. */
  private static String raw(byte[] bytes) {
    return new String(
        bytes, bytes.length % 2 == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
  }

  private static void read(String text, LineKind kind, Choices choices) {
    LocalDate day = FuzzTexts.day(choices);
    tried("reading " + kind + " " + day + " of", text, () -> ReadingOracle.check(text, kind, day));
  }

  private static void document(String text, @Nullable LocalDate day) {
    tried("document " + day + " of", text, () -> ReadingOracle.checkDocument(text, day));
  }

  private static void rollUp(Choices choices) {
    List<String> portions = new ArrayList<>();
    for (int i = 1 + choices.below(5); i > 0; i--) {
      portions.add(FuzzTexts.portion(choices));
    }
    String banner = choices.onceIn(4) ? FuzzTexts.text(choices) : null;
    LocalDate day = choices.onceIn(4) ? FuzzTexts.day(choices) : null;
    RollUp.Context context = choices.of(List.of(RollUp.Context.values()));
    tried(
        "roll-up " + context + " " + day + " " + banner + " of",
        portions.toString(),
        () -> RollUpOracle.check(portions, banner, day, context));
  }

  private static void instruction(String text, @Nullable LocalDate day) {
    tried("instruction " + day + " of", text, () -> CalculusOracle.checkInstruction(text, day));
  }

  private static void compute(Question question) {
    tried("question", question.toString(), () -> CalculusOracle.check(question));
  }

  private static void tried(String what, String input, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException | AssertionError | StackOverflowError found) {
      throw new AssertionError("FIND " + what + " \"" + written(input) + "\": " + found, found);
    }
  }

  /** As it may be written in a data file. */
  private static String written(String text) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        written.append(c);
      } else {
        written.append(String.format("\\u%04x", (int) c));
      }
    }
    return written.toString();
  }
}
