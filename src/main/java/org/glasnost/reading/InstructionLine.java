package org.glasnost.reading;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds declassification instructions of every order in a text and names them. Does not compute
 * what they come to.
 */
final class InstructionLine {
  /** Words that introduce an instruction. */
  private static final String INTRO =
      "(?:(?:DECLASSIFY\\s{1,3}ON|DECLASSIFY|DECLASSIFICATION\\s{1,3}(?:ON|DATE)|DECLAS|DECL"
          + "(?:\\s{1,3}ON)?|DEC\\s{1,2}ON"
          + "|(?:E\\.?\\s?O\\.?|EXECUTIVE\\s{1,3}ORDER)\\s{0,3}1[0-9]{4})(?![A-Z])\\s{0,3}[:;.,-]?\\s{0,3}"
          + "(?:DECL\\s{0,2}:?\\s{0,3})?)";

  private static final Pattern INTRODUCED = Pattern.compile("(?<![A-Z])" + INTRO);
  private static final Pattern EO = Pattern.compile("\\s*(?:E|EXECUTIVE)\\b.*", Pattern.DOTALL);
  private static final Pattern BLOCK_FIELD =
      Pattern.compile(
          "\\s{1,3}(?:DERV|DERIVED|DRV|DATE\\s{1,2}OF\\s{1,2}SOURCE|REASON|CL\\s|CLASSIFIED\\s{1,2}BY|DOWNGRADE|DNG)|[;\\n]");

  private static final Pattern MARKED =
      Pattern.compile("SOURCE\\s{1,3}MARKED\\s{0,3}:?\\s{0,3}[\"\u201C]?");
  private static final Pattern DOWNGRADING =
      Pattern.compile(
          "(?<![A-Z])(?:DNG|DOWNGRADE)\\s{0,2}(?:TO)?:?\\s{1,3}(?:TO\\s{1,3})?"
              + "(?:SECRET|CONFIDENTIAL|S|C)\\s{1,3}(?:ON\\s{1,3})?:?\\s{0,2}"
              + InstructionForms.plainDate());
  private static final Pattern ANOTHER =
      Pattern.compile("\\s{0,2}(?:,|AND|&|/)\\s{0,2}X?([1-8])(?![A-Z0-9])");
  private static final Pattern DAMAGED_INTRO =
      Pattern.compile("(?<![A-Z0-9])DEC[I1|!]\\s{0,2}:\\s{0,3}(?=OADR|X[1-8]|\\d)");

  private static final Pattern SOURCE_MARKED = Pattern.compile("SOURCE\\s{1,3}MARKED");
  private static final int MOST = 100;
  private static final Pattern EXEMPTION = Pattern.compile("X\\s?([1-8])(?![A-Z0-9])");
  private static final Pattern EXEMPTION_DAMAGED = Pattern.compile("X([IL|!SZB])(?![A-Z0-9])");
  private static final Pattern LAST_EXEMPTION =
      Pattern.compile("[A-Z][\\s/,-]{1,3}(X([1-8]))\\s{0,8}$");
  private static final Pattern MANUAL = Pattern.compile("MR(?![A-Z0-9])");

  private InstructionLine() {}

  /** Reads the instructions of a banner, in which an exemption may stand last. */
  static void readBanner(Draft draft) {
    read(draft, false);
    Matcher last = LAST_EXEMPTION.matcher(draft.upper());
    if (draft.declassification.text() == null && last.find() && !draft.isTaken(last.start(1))) {
      settle(
          draft,
          List.of(new InstructionForms.Found("X" + last.group(2), last.start(1), last.end(1))));
    }
  }

  /** Reads the instructions of the text into the draft. */
  static void read(Draft draft, boolean block) {
    List<InstructionForms.Found> found = InstructionForms.in(draft);
    introduced(draft, found, block);
    downgrading(draft);
    damagedIntro(draft);
    settle(draft, found);
  }

  /** A scheduled downgrading is an instruction, and its level is not the one that holds. */
  private static void downgrading(Draft draft) {
    Matcher downgrading = DOWNGRADING.matcher(draft.upper());
    int seen = 0;
    while (downgrading.find() && seen++ < MOST) {
      if (!draft.isTaken(downgrading.start(), downgrading.end())) {
        draft.span(downgrading.start(), downgrading.end(), Span.Meaning.INSTRUCTION);
      }
    }
  }

  /** {@code DECI:} before an instruction that stands as it should. */
  private static void damagedIntro(Draft draft) {
    Matcher intro = DAMAGED_INTRO.matcher(draft.upper());
    if (intro.find() && !draft.isTaken(intro.start(), intro.end())) {
      draft.find(
          ReadingRule.REPAIRED
              .of(intro.group().strip(), "Read as DECL; a repaired instruction needs a person.")
              .suggesting("DECL:"),
          intro.start());
      draft.doubt(0.85);
      draft.needReview();
      draft.take(intro.start(), intro.end());
    }
  }

  private static void introduced(Draft draft, List<InstructionForms.Found> found, boolean block) {
    String upper = draft.upper();
    Matcher intro = INTRODUCED.matcher(upper);
    boolean any = false;
    int seen = 0;
    while (intro.find() && seen++ < MOST) {
      any = true;
      int from = intro.start();
      int start = intro.end();
      Matcher marked = MARKED.matcher(upper).region(start, upper.length());
      int index = startingAt(found, marked.lookingAt() ? marked.end() : start);
      if (index >= 0) {
        found.set(
            index,
            new InstructionForms.Found(found.get(index).name(), from, found.get(index).to()));
      } else if (!draft.isTaken(from, start)
          && found.stream().noneMatch(f -> f.from() <= from && from < f.to())) {
        rest(draft, found, from, start, EO.matcher(upper.substring(from, start)).matches());
      }
    }
    String bare = upper.strip();
    if (!any && found.isEmpty() && (block || bare.length() <= 2)) {
      int from = upper.indexOf(bare);
      brief(draft, found, from, from);
    }
  }

  private static int startingAt(List<InstructionForms.Found> found, int start) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).from() == start) {
        return i;
      }
    }
    return -1;
  }

  /** X1 to X8 and MR, which are too short to be trusted without an introduction. */
  private static boolean brief(
      Draft draft, List<InstructionForms.Found> found, int from, int start) {
    String upper = draft.upper();
    Matcher exemption = EXEMPTION.matcher(upper).region(start, upper.length());
    if (exemption.lookingAt()) {
      found.add(new InstructionForms.Found("X" + exemption.group(1), from, exemption.end()));
      int end = exemption.end();
      Matcher another = ANOTHER.matcher(upper).region(end, upper.length());
      while (another.lookingAt()) {
        found.add(
            new InstructionForms.Found("X" + another.group(1), another.start(1), another.end()));
        another.region(another.end(), upper.length());
      }
      return true;
    }
    Matcher damaged = EXEMPTION_DAMAGED.matcher(upper).region(start, upper.length());
    if (damaged.lookingAt()) {
      String digit =
          switch (damaged.group(1)) {
            case "S" -> "5";
            case "Z" -> "2";
            case "B" -> "8";
            default -> "1";
          };
      String token = draft.text().substring(start, damaged.end());
      draft.find(
          ReadingRule.REPAIRED
              .of(token, "Read as X" + digit + "; a repaired exemption needs a person.")
              .suggesting("X" + digit),
          start);
      draft.doubt(0.7);
      draft.needReview();
      found.add(new InstructionForms.Found("X" + digit, from, damaged.end()));
      return true;
    }
    Matcher manual = MANUAL.matcher(upper).region(start, upper.length());
    if (manual.lookingAt()) {
      found.add(new InstructionForms.Found("MR", from, manual.end()));
      return true;
    }
    return false;
  }

  private static void rest(
      Draft draft, List<InstructionForms.Found> found, int from, int start, boolean order) {
    if (brief(draft, found, from, start)) {
      return;
    }
    String upper = draft.upper();
    Matcher end = BLOCK_FIELD.matcher(upper).region(start, upper.length());
    int to = end.find() ? end.start() : upper.length();
    String rest = draft.text().substring(start, to).strip();
    int stop = start + draft.text().substring(start, to).stripTrailing().length();
    if (rest.isEmpty()) {
      if (!order) {
        open(draft, draft.text().substring(from, start).strip(), from);
        draft.span(from, start, Span.Meaning.INSTRUCTION);
      }
      return;
    }
    Matcher date = WrittenDate.ANY.matcher(rest);
    if (date.lookingAt()) {
      found.add(new InstructionForms.Found("DATE", from, start + date.end()));
      return;
    }
    if (rest.regionMatches(true, 0, "N/A", 0, 3)) {
      draft.span(from, Math.min(stop, start + 3), Span.Meaning.INSTRUCTION);
      draft.declassification =
          new DeclassificationText(null, draft.text().substring(from, start + 3));
      return;
    }
    String word =
        Word.in(Draft.upper(rest), 0, rest.length()).stream()
            .findFirst()
            .map(Word::text)
            .orElse("");
    if (!word.equals("OADR") && Confusion.steps(word, "OADR") <= 1) {
      draft.find(
          ReadingRule.REPAIRED
              .of(word, "Read as OADR; a repaired instruction needs a person.")
              .suggesting("OADR"),
          start);
      draft.doubt(0.8);
      draft.needReview();
      found.add(new InstructionForms.Found("OADR", from, start + word.length()));
    } else if (!order && rest.indexOf(' ') > 0 && Character.isLetter(rest.charAt(0))) {
      found.add(new InstructionForms.Found("EVENT", from, stop));
    } else if (!order) {
      open(draft, rest, start);
      draft.span(from, stop, Span.Meaning.INSTRUCTION);
      draft.declassification = new DeclassificationText(null, draft.text().substring(from, stop));
    }
  }

  private static void open(Draft draft, String token, int index) {
    draft.find(
        ReadingRule.INSTRUCTION_OPEN.of(
            token, "The declassification instruction is incomplete or cannot be read."),
        index);
    draft.needReview();
  }

  private static void settle(Draft draft, List<InstructionForms.Found> found) {
    Set<String> names = new LinkedHashSet<>();
    InstructionForms.Found first = null;
    for (InstructionForms.Found instruction : found) {
      if (instruction.name().equals(InstructionForms.INCOMPLETE)) {
        open(
            draft,
            draft.text().substring(instruction.from(), instruction.to()),
            instruction.from());
      }
      names.add(instruction.name());
      draft.span(instruction.from(), instruction.to(), Span.Meaning.INSTRUCTION);
      era(draft, instruction);
      if (first == null || instruction.from() < first.from()) {
        first = instruction;
      }
    }
    if (first == null) {
      return;
    }
    int to = found.stream().mapToInt(InstructionForms.Found::to).max().orElse(first.to());
    String text = draft.text().substring(first.from(), names.size() == 1 ? first.to() : to);
    if (names.size() > 1) {
      draft.find(
          ReadingRule.TWO_INSTRUCTIONS.of(
              text, "Several instructions stand here: " + names + ". One value only may stand."),
          first.from());
      draft.needReview();
    }
    draft.declassification =
        new DeclassificationText(
            names.size() == 1 && !first.name().equals(InstructionForms.INCOMPLETE)
                ? first.name()
                : null,
            text);
  }

  private static void era(Draft draft, InstructionForms.Found found) {
    String token = draft.text().substring(found.from(), found.to());
    String name = found.name();
    if (name.equals("TREATY") || name.equals("MR")) {
      draft.find(
          ReadingRule.INSTRUCTION_NEVER.of(token, "This instruction was never authorised."),
          found.from());
      return;
    }
    if (name.equals("50X1_HUM") && Pattern.compile("\\d{2}$").matcher(token).find()) {
      draft.find(
          ReadingRule.HUM_DATE.of(token, "50X1-HUM bears no date.").suggesting("50X1-HUM"),
          found.from());
    }
    if (SOURCE_MARKED.matcher(draft.upper()).find()) {
      return;
    }
    LocalDate day = draft.date();
    String reason = InstructionEra.of(name).reasonAgainst(day);
    if (reason != null) {
      draft.find(ReadingRule.INSTRUCTION_ERA.of(token, reason), found.from());
    }
  }
}
