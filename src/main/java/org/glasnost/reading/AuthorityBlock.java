package org.glasnost.reading;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.declassification.AuthorityFields;
import org.glasnost.declassification.AuthorityFields.Field;
import org.glasnost.declassification.AuthorityFields.Kind;
import org.glasnost.declassification.ReasonReading;
import org.glasnost.marking.rules.Applicability;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of a classification authority block other than the instruction, and judges the
 * block by the lines that the order of its day asked for.
 */
final class AuthorityBlock {
  private static final Pattern CLASS =
      Pattern.compile(
          "(?<![A-Z])CLASS\\s?:\\s{0,3}(TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL)(?![A-Z])");

  /** The label of an instruction with nothing behind it. */
  private static final Pattern EMPTY_INSTRUCTION =
      Pattern.compile(
          "(?m)^\\s{0,8}DECL(?:ASSIFY)?\\s{1,2}ON\\s?:?[\\s_.]{0,40}$(?![\\s\\S]*DECL)");

  private AuthorityBlock() {}

  /**
   * Reads the lines into the draft.
   *
   * @param block whether the text is known to be a block; elsewhere "for that reason" is prose
   */
  static void read(Draft draft, boolean block) {
    level(draft);
    boolean derived = false;
    Field reason = null;
    for (Field field : AuthorityFields.in(draft.upper())) {
      if (!block && !standsAsField(draft.text(), field)) {
        continue;
      }
      if (!draft.isTaken(field.from(), field.to())) {
        draft.span(field.from(), field.to(), Span.Meaning.AUTHORITY);
        derived |= field.kind() == Kind.DERIVED_FROM;
        reason = field.kind() == Kind.REASON ? field : reason;
      }
    }
    if (derived && reason != null && holds(ReadingRule.REASON_DERIVATIVE, draft.date())) {
      draft.find(
          ReadingRule.REASON_DERIVATIVE.of(
              "Reason", "A derivative classification does not carry the reason over."),
          reason.from());
    }
    if (reason != null
        && (block || draft.date() != null)
        && holds(ReadingRule.REASON_UNKNOWN, draft.date())) {
      reason(draft, reason, block);
    }
  }

  /**
   * {@code Class: CONFIDENTIAL}: what the Department of State writes when it classifies on review.
   */
  private static void level(Draft draft) {
    if (!draft.upper().contains("CLASS:") && !draft.upper().contains("CLASS :")) {
      return;
    }
    Matcher level = CLASS.matcher(draft.upper());
    while (level.find()) {
      if (!draft.isTaken(level.start(), level.end())) {
        draft.level(Levels.named(level.group(1)));
        draft.span(level.start(), level.end(), Span.Meaning.LEVEL);
      }
    }
  }

  /**
   * Judges a whole block by the lines that the order of its day asked for. A line alone is no
   * block.
   */
  static void judgeLines(Draft draft) {
    List<Field> fields = AuthorityFields.in(draft.upper());
    Map<Kind, Field> filled = new EnumMap<>(Kind.class);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Field field : fields) {
      kinds.add(field.kind());
      if (field.filled()) {
        filled.putIfAbsent(field.kind(), field);
      }
    }
    if (!kinds.isEmpty() && kinds.size() + (holdsInstruction(draft) ? 1 : 0) > 1) {
      missing(draft, filled, fields);
    }
  }

  /** Whether the document took its classification over from a source. */
  static boolean isDerivative(String upper) {
    return AuthorityFields.in(upper).stream().anyMatch(f -> f.kind() == Kind.DERIVED_FROM);
  }

  private static void reason(Draft draft, Field reason, boolean block) {
    String written = draft.text().substring(reason.from(), reason.to());
    LocalDate day = draft.date() == null ? draft.today() : draft.date();
    if (block
        && reason.filled()
        && Applicability.TODAYS_SYNTAX.holdsOn(day)
        && !ReasonReading.citesSection(written)) {
      draft.find(
          ReadingRule.REASON_UNKNOWN.of(
              written, "No section is named: the line bears 1.4 and the letter of the reason."),
          reason.from());
    }
    for (ReasonReading.Fault fault : ReasonReading.faults(written, day)) {
      draft.find(
          ReadingRule.REASON_UNKNOWN.of(
              written.substring(fault.from(), fault.to()), fault.message()),
          reason.from() + fault.from());
    }
  }

  /**
   * A line that the order of the day asked for and that stands nowhere in the block, or is empty.
   *
   * @param lines the lines of which something stands behind the label
   * @param fields all lines, in order; at least one
   */
  private static void missing(Draft draft, Map<Kind, Field> lines, List<Field> fields) {
    boolean derived = lines.containsKey(Kind.DERIVED_FROM);
    LocalDate day = draft.date();
    boolean asked = !derived || Applicability.TODAYS_SYNTAX.holdsOn(day);
    if (asked
        && !lines.containsKey(Kind.CLASSIFIED_BY)
        && holds(ReadingRule.CLASSIFIER_MISSING, day)) {
      draft.find(
          ReadingRule.CLASSIFIER_MISSING.of(
              "", "There is no line Classified By with anything behind it."),
          place(fields, Kind.CLASSIFIED_BY));
    }
    if (!derived && !lines.containsKey(Kind.REASON) && holds(ReadingRule.BASIS_MISSING, day)) {
      draft.find(
          ReadingRule.BASIS_MISSING.of(
              "", "Neither a Reason nor a line Derived From has anything behind it."),
          place(fields, Kind.REASON, Kind.DERIVED_FROM));
    }
    Matcher empty = EMPTY_INSTRUCTION.matcher(draft.upper());
    boolean label = draft.declassification.instruction() == null && empty.find();
    if ((label || !holdsInstruction(draft)) && holds(ReadingRule.INSTRUCTION_MISSING, day)) {
      draft.find(
          ReadingRule.INSTRUCTION_MISSING.of(
              "", "There is no line Declassify On with anything behind it."),
          label ? empty.start() : fields.get(0).from());
    }
  }

  /** Where the first line of these kinds stands; where none does, the block begins. */
  private static int place(List<Field> fields, Kind... kinds) {
    return fields.stream()
        .filter(field -> List.of(kinds).contains(field.kind()))
        .findFirst()
        .orElse(fields.get(0))
        .from();
  }

  private static boolean holds(ReadingRule rule, @Nullable LocalDate day) {
    return rule.applicability().holdsOn(day);
  }

  /** Whether an instruction stands there, also one that cannot be read. */
  private static boolean holdsInstruction(Draft draft) {
    return draft.declassification.text() != null
        || draft.holds(Span.Meaning.INSTRUCTION)
        || draft.hasFinding(f -> f.rule().equals(ReadingRule.INSTRUCTION_OPEN.id()));
  }

  /** In running text a field begins its line or a clause, with a capital. */
  private static boolean standsAsField(String text, Field field) {
    if (!Character.isUpperCase(text.charAt(field.from()))) {
      return false;
    }
    int before = field.from() - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0
        || "\n\r,;:.)/".indexOf(text.charAt(before)) >= 0
        || Character.isUpperCase(text.charAt(field.from() + 1))
        || text.substring(field.from(), field.to()).indexOf(':') > 0;
  }
}
