package org.glasnost.reading;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterEntry;
import org.jspecify.annotations.Nullable;

/**
 * Texts put together from choices: words of the registers, banners and portions by the grammar of
 * docs/spec/markings.md, instructions, stamps, pieces of the corpora, cut short, damaged as
 * recognition damages them, with characters that turn, look alike or are none.
 */
public final class FuzzTexts {
  private static final int MOST_PIECES = 24;
  private static final int LONGEST = 6_000;

  private FuzzTexts() {}

  /** A text. */
  public static String text(Choices choices) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MOST_PIECES && !choices.areUsedUp() && text.length() < LONGEST; i++) {
      piece(choices, text);
    }
    return text.toString();
  }

  /** An instruction, mostly in words of some order. */
  public static String instruction(Choices choices) {
    if (choices.onceIn(8)) {
      return text(choices);
    }
    StringBuilder words = new StringBuilder(choices.of(FuzzWords.INSTRUCTIONS));
    for (int i = choices.below(3); i > 0; i--) {
      words
          .append(' ')
          .append(choices.of(choices.onceIn(2) ? FuzzWords.INSTRUCTIONS : FuzzWords.DATES));
    }
    if (choices.onceIn(8)) {
      change(choices, words);
    }
    return words.toString();
  }

  /** A portion mark, mostly by the grammar. */
  static String portion(Choices choices) {
    if (choices.onceIn(16)) {
      return text(choices);
    }
    StringBuilder mark = new StringBuilder("(");
    mark.append(
        choices.of(
            List.of(
                "S",
                "C",
                "TS",
                "U",
                "S",
                "CUI",
                "//GBR S",
                "//NS",
                "//FGI S",
                "//JOINT S GBR USA",
                "R",
                "LOU",
                "//CTS",
                "//DEU R",
                "TSC",
                "SRD")));
    parts(choices, mark, true);
    mark.append(")");
    if (choices.onceIn(24)) {
      change(choices, mark);
    }
    return mark.toString();
  }

  /** A day, sometimes one at the edge of an order or of what can be written, or null. */
  public static @Nullable LocalDate day(Choices choices) {
    return switch (choices.below(8)) {
      case 0 -> null;
      case 1 -> choices.of(EDGES);
      case 2 -> LocalDate.of(choices.below(10_000), 1 + choices.below(12), 1 + choices.below(28));
      default ->
          LocalDate.of(1938, 1, 1).plusDays(choices.below(35_000)).plusMonths(choices.below(300));
    };
  }

  private static final List<LocalDate> EDGES =
      List.of(
          LocalDate.MIN,
          LocalDate.MAX,
          LocalDate.EPOCH,
          LocalDate.of(1992, 2, 29),
          LocalDate.of(1951, 10, 25),
          LocalDate.of(1953, 12, 15),
          LocalDate.of(1953, 12, 14),
          LocalDate.of(1972, 6, 1),
          LocalDate.of(1978, 12, 1),
          LocalDate.of(1982, 8, 1),
          LocalDate.of(1995, 10, 14),
          LocalDate.of(2003, 9, 22),
          LocalDate.of(2010, 6, 25),
          LocalDate.of(1, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(-1, 1, 1),
          LocalDate.of(10_000, 1, 1));

  private static void piece(Choices choices, StringBuilder text) {
    switch (choices.below(16)) {
      case 0, 1, 2 -> text.append(choices.of(FuzzWords.WORDS));
      case 3, 4 -> text.append(choices.of(FuzzWords.SEPARATORS));
      case 5 -> text.append(choices.of(FuzzWords.INSTRUCTIONS)).append(choices.of(FuzzWords.DATES));
      case 6 -> text.append(choices.of(FuzzWords.INSTRUCTIONS));
      case 7 -> text.append(choices.of(FuzzWords.STAMPS));
      case 8 -> banner(choices, text);
      case 9 -> text.append(portion(choices)).append(' ');
      case 10 -> text.append(cut(choices, choices.of(FuzzWords.CORPUS)));
      case 11 -> text.append(damaged(choices, choices.of(FuzzWords.WORDS)));
      case 12 -> text.append(choices.of(FuzzWords.HOSTILE));
      case 13 -> text.append(choices.of(FuzzWords.PROSE));
      case 14 -> run(choices, text);
      default -> change(choices, text);
    }
  }

  private static void banner(Choices choices, StringBuilder text) {
    text.append(
        choices.of(
            List.of(
                "SECRET",
                "TOP SECRET",
                "CONFIDENTIAL",
                "UNCLASSIFIED",
                "//JOINT SECRET GBR USA",
                "//GBR SECRET",
                "//NATO SECRET",
                "//COSMIC TOP SECRET",
                "CUI",
                "RESTRICTED",
                "LIMITED OFFICIAL USE")));
    parts(choices, text, false);
  }

  private static void parts(Choices choices, StringBuilder text, boolean portion) {
    for (int i = choices.below(5); i > 0; i--) {
      text.append("//").append(item(choices, portion));
      while (choices.onceIn(3)) {
        text.append('/').append(item(choices, portion));
      }
    }
  }

  private static String item(Choices choices, boolean portion) {
    return switch (choices.below(12)) {
      case 0 -> "REL TO USA, " + codes(choices, ", ");
      case 1 -> "FGI " + codes(choices, " ");
      case 2 -> "DISPLAY ONLY " + codes(choices, ", ");
      case 3 -> choices.of(List.of("SI", "SI-G", "TK", "HCS-P", "SI-G ABCD DEFG-MMM AACD", "123"));
      case 4 -> "SAR-" + choices.of(List.of("BP", "CA", "BP-123/CA-XYZ YYY"));
      case 5 ->
          choices.of(List.of("RD", "FRD", "TFNI", "RD-CNWDI", "DCNI", "UCNI"))
              + choices.of(List.of("", portion ? "-SG 14" : "-SIGMA 14", "-SIGMA 18 14", "-N"));
      case 6 -> choices.of(List.of("CUI", "CUI//SP-PRVCY", "CUI//CTI/SP-EXPT", "REL", "SP-NNPI"));
      case 7 -> "USA/CAN/GBR EYES ONLY";
      case 8 -> choices.of(portion ? List.of("NF", "OC", "RELIDO", "ND") : List.of("NOFORN"));
      default -> form(choices.of(MarkingRegister.cnsi().entries()), portion);
    };
  }

  private static String form(RegisterEntry entry, boolean portion) {
    return portion ? entry.portionForm() : entry.banner();
  }

  private static String codes(Choices choices, String separator) {
    StringBuilder codes = new StringBuilder(choices.of(FuzzWords.CODES));
    for (int i = choices.below(4); i > 0; i--) {
      codes.append(separator).append(choices.of(FuzzWords.CODES));
    }
    return codes.toString();
  }

  private static String cut(Choices choices, String whole) {
    int from = choices.below(whole.length() + 1);
    int to = from + choices.below(whole.length() - from + 1);
    return choices.onceIn(2) ? whole : whole.substring(from, to);
  }

  /** As recognition would damage it: a pair of the confusion set, a letter lost or doubled. */
  private static String damaged(Choices choices, String word) {
    StringBuilder letters = new StringBuilder(word);
    for (int i = 1 + choices.below(3); i > 0 && letters.length() > 0; i--) {
      int at = choices.below(letters.length());
      char here = Character.toUpperCase(letters.charAt(at));
      List<String> pairs = Confusion.PAIRS.stream().filter(p -> p.indexOf(here) >= 0).toList();
      switch (choices.below(5)) {
        case 0 -> letters.deleteCharAt(at);
        case 1 -> letters.insert(at, choices.of(List.of("1", "I", "|", "-", " ", "\n", ".")));
        default -> {
          if (!pairs.isEmpty()) {
            String pair = choices.of(pairs);
            letters.setCharAt(at, pair.charAt(pair.charAt(0) == here ? 1 : 0));
          }
        }
      }
    }
    return letters.toString();
  }

  private static void run(Choices choices, StringBuilder text) {
    String unit =
        choices.onceIn(2)
            ? choices.of(FuzzWords.HOSTILE)
            : choices.of(FuzzWords.WORDS) + choices.of(FuzzWords.SEPARATORS);
    text.append(unit.repeat(1 << choices.below(9)));
  }

  /** Changes what stands so far in one place. */
  private static void change(Choices choices, StringBuilder text) {
    if (text.length() == 0) {
      return;
    }
    int at = choices.below(text.length());
    int to = Math.min(text.length(), at + 1 + choices.below(12));
    switch (choices.below(7)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, choices.of(FuzzWords.HOSTILE));
      case 2 -> text.setCharAt(at, (char) choices.below(0x10000));
      case 3 -> text.insert(at, text.substring(at, to));
      case 4 -> text.replace(at, to, String.join(" ", text.substring(at, to).split("")));
      case 5 -> text.delete(at, to);
      default -> text.replace(at, to, lower(text.substring(at, to)));
    }
  }

  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
    }
    return lower.toString();
  }
}
