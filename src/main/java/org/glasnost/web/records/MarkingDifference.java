package org.glasnost.web.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the journal changed of a marking: its levels, and each mark that came, went or
 * stayed. The marks are read from what the document said, by the rules of its day, as everywhere.
 *
 * @param before the level stated and held before; null for the marking with which it came
 * @param after the level stated and held from then on
 * @param marks that came, went and stayed, in this order of groups
 */
record MarkingDifference(@Nullable Levels before, Levels after, List<Mark> marks) {
  private static final String NONE = "NONE";

  /** Copies the marks. */
  MarkingDifference {
    marks = List.copyOf(marks);
  }

  /** How a mark stands after the line. */
  enum Standing {
    /** It came. */
    ADDED,
    /** It went. */
    REMOVED,
    /** It stayed. */
    UNCHANGED;

    /** The sign beside the word; neither colour nor sign says it alone. */
    public String sign() {
      return switch (this) {
        case ADDED -> "+";
        case REMOVED -> "−";
        case UNCHANGED -> "=";
      };
    }

    /** The word. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The levels of one side.
   *
   * @param stated what the document says it comes to, in words
   * @param held what it is held at, in words
   * @param style of what it is held at
   */
  record Levels(String stated, String held, String style) {
    static Levels of(Map<String, ?> side) {
      String stated = text(side, "level");
      String held = text(side, "protectedAs");
      return new Levels(
          stated.equals(NONE) ? "no level stated" : words(stated), words(held), styleOf(held));
    }
  }

  /**
   * A mark, an instruction, or whether a person answers for it.
   *
   * @param kind what it is, in words
   * @param words as it is written
   * @param standing whether it came, went or stayed
   */
  record Mark(String kind, String words, Standing standing) {}

  /** The class of the banner colours for a level; of none, the plain one. */
  static String styleOf(String level) {
    return switch (level) {
      case "TOP_SECRET" -> "marking-ts";
      case "SECRET" -> "marking-s";
      case "CONFIDENTIAL" -> "marking-c";
      case "UNCLASSIFIED" -> "marking-u";
      default -> "marking-none";
    };
  }

  /**
   * The difference that a line tells, or null where it tells of no marking.
   *
   * @param before what held before, or null
   * @param after what held from then on, or null
   * @param documentDate the day of the document, or null
   * @param reader of what the document said
   */
  static @Nullable MarkingDifference of(
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after,
      @Nullable LocalDate documentDate,
      MarkingReader reader) {
    if (after == null || !after.containsKey("level")) {
      return null;
    }
    Map<String, String> then = before == null ? Map.of() : marks(before, documentDate, reader);
    Map<String, String> now = marks(after, documentDate, reader);
    List<Mark> marks = new ArrayList<>();
    add(marks, now, then, Standing.ADDED, false);
    add(marks, then, now, Standing.REMOVED, false);
    add(marks, now, then, Standing.UNCHANGED, true);
    return new MarkingDifference(
        before == null ? null : Levels.of(before), Levels.of(after), marks);
  }

  private static void add(
      List<Mark> marks,
      Map<String, String> of,
      Map<String, String> beside,
      Standing standing,
      boolean shared) {
    of.forEach(
        (words, kind) -> {
          if (beside.containsKey(words) == shared) {
            marks.add(new Mark(kind, words, standing));
          }
        });
  }

  /** Every mark of one side with what it is, in the order of a banner. */
  private static Map<String, String> marks(
      Map<String, ?> side, @Nullable LocalDate documentDate, MarkingReader reader) {
    Map<String, String> marks = new LinkedHashMap<>();
    String verbatim = text(side, "verbatim");
    if (!verbatim.isBlank()) {
      Reading reading = reader.read(verbatim, LineKind.SCAN, documentDate);
      put(marks, "Control", reading.controls());
      put(marks, "Recipient", reading.recipients());
      put(marks, "Compartment", reading.marking().sci());
      put(marks, "Special access", reading.marking().sap());
      put(marks, "Code word", reading.marking().codewords());
      put(marks, "Release to", reading.marking().relTo());
      put(marks, "Unclassified control", reading.marking().cui());
    }
    String instruction = text(side, "instruction");
    if (!instruction.isBlank()) {
      marks.put(instruction, "Instruction");
    }
    if (side.containsKey("confirmed")) {
      marks.put(
          Boolean.TRUE.equals(side.get("confirmed"))
              ? "Confirmed by a person"
              : "Not confirmed by a person",
          "Standing");
    }
    return marks;
  }

  private static void put(Map<String, String> marks, String kind, List<String> words) {
    words.forEach(word -> marks.putIfAbsent(words(word), kind));
  }

  private static String words(String constant) {
    return constant.replace('_', ' ');
  }

  private static String text(Map<String, ?> side, String member) {
    Object value = side.get(member);
    return value == null ? "" : value.toString();
  }
}
