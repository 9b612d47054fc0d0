package org.glasnost.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.declassification.InstructionKind;
import org.glasnost.declassification.InstructionReading;
import org.glasnost.declassification.InstructionReading.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Finds declassification instructions of every order in a text, and where they stand. What one says
 * is read by {@link InstructionGrammar}, the same that the date calculus asks; here are added its
 * place, and the repair of what was damaged. Does not compute what they come to.
 */
final class InstructionLine {
  private static final int MOST = 100;
  private static final int LONGEST_DESIGNATOR = 6;
  private static final String REPAIRED = "; a repaired instruction needs a person.";

  /** A stretch that bears an instruction, introduced or not; its words repaired where damaged. */
  private record Found(int from, int to, String words) {}

  private final Draft draft;
  private final String upper;
  private final List<Found> found = new ArrayList<>();
  private boolean repaired;
  private boolean spoken;
  private @Nullable BitSet told;

  private InstructionLine(Draft draft) {
    this.draft = draft;
    this.upper = draft.upper();
  }

  /** Reads the instructions of a banner, in which an exemption may stand last. */
  static void readBanner(Draft draft) {
    read(draft, false);
    if (!InstructionForms.endsWithDigit(draft.upper())) {
      return;
    }
    Matcher last = InstructionForms.LAST_BRIEF.matcher(draft.upper());
    if (draft.declassification.text() == null && last.find() && !draft.isTaken(last.start(1))) {
      InstructionLine line = new InstructionLine(draft);
      line.add(last.start(1), last.end(1));
      line.settle();
    }
  }

  /**
   * Reads the instructions of the text into the draft.
   *
   * @param block whether the text is known to be an authority block: it bears an instruction, in
   *     whatever words
   */
  static void read(Draft draft, boolean block) {
    InstructionLine line = new InstructionLine(draft);
    boolean may =
        InstructionForms.mayStand(draft.upper())
            && InstructionForms.ANY.matcher(draft.upper()).find();
    draft.step((may ? 6L : 5L) * draft.upper().length());
    if (may) {
      line.damaged(block);
      line.named(block);
    }
    line.damagedLabel();
    line.introduced(block);
    BesideInstruction.downgrading(draft);
    BesideInstruction.damagedIntro(draft);
    line.settle();
    BesideInstruction.undone(draft);
    if (block && !line.repaired && !line.spoken) {
      InstructionJudgement.whole(draft);
    }
  }

  private void add(int from, int to) {
    found.add(new Found(from, to, draft.text().substring(from, to)));
  }

  private boolean isFree(int from, int to) {
    return found.stream().noneMatch(f -> f.from() < to && from < f.to())
        && !draft.isTaken(from, to);
  }

  /** A form is tried only where one may begin: at the first letter of a word. */
  private void named(boolean block) {
    Matcher form = InstructionForms.NAMED.matcher(upper).useTransparentBounds(true);
    int next = 0;
    for (int from = 0; from < upper.length() && found.size() < MOST; from++) {
      if (from < next
          || InstructionForms.BEGINNINGS.indexOf(upper.charAt(from)) < 0
          || (from > 0 && InstructionForms.isCapitalOrDigit(upper.charAt(from - 1)))) {
        continue;
      }
      draft.step(2);
      if (form.region(from, upper.length()).lookingAt()
          && isFree(from, form.end())
          && (block
              || !(InstructionForms.isProse(draft.text(), from, form.end())
                  || InstructionProse.isMentioned(draft.text(), from, form.end())))
          && !isSpoken(from, form.end(), block)) {
        add(from, form.end());
        next = form.end();
        draft.step(next - from);
      }
    }
  }

  /** A form of which a number or a letter was damaged is repaired where its order knew it so. */
  private void damaged(boolean block) {
    Matcher form = DamagedInstruction.FORM.matcher(upper);
    int seen = 0;
    while (form.find() && seen++ < MOST) {
      String words = DamagedInstruction.repaired(form);
      int from = form.start();
      int to = form.end();
      if (DamagedInstruction.isWhole(form, words)
          || draft.isTaken(from, to)
          || (!block && InstructionForms.isProse(draft.text(), from, to))
          || !DamagedInstruction.mayStand(form, upper)) {
        continue;
      }
      if (read(words).outcome() == Outcome.READ) {
        repair(from, from, to, words, REPAIRED, 0.8);
      } else {
        add(from, to);
      }
    }
  }

  /** {@code Dec1assify On:} before whatever stands there: read on, and told. */
  private void damagedLabel() {
    if (!InstructionForms.mayHoldLabel(upper)) {
      return;
    }
    Matcher label = InstructionForms.ANY_LABEL.matcher(upper);
    int seen = 0;
    while (label.find() && seen++ < MOST) {
      if (InstructionForms.LABEL.matcher(label.group()).matches()
          || draft.isTaken(label.start(), label.end())) {
        continue;
      }
      Matcher end = InstructionForms.BLOCK_FIELD.matcher(upper).region(label.end(), upper.length());
      int to = end.find() ? end.start() : upper.length();
      String words = "DECLASSIFY ON: " + draft.text().substring(label.end(), to).strip();
      if (found.stream().anyMatch(f -> f.from() < to && label.start() < f.to())) {
        open(label.group().strip(), label.start());
      } else if (read(words).outcome() == Outcome.READ) {
        repair(label.start(), label.start(), to, words, REPAIRED, 0.8);
      } else {
        open(draft.text().substring(label.start(), to).strip(), label.start());
      }
    }
  }

  private void introduced(boolean block) {
    Matcher intro =
        InstructionForms.mayBeIntroduced(upper) ? InstructionForms.INTRODUCED.matcher(upper) : null;
    boolean any = false;
    int seen = 0;
    while (intro != null && intro.find() && seen++ < MOST) {
      int from = intro.start();
      int start = intro.end();
      if (isSpoken(from, start, block)) {
        continue;
      }
      any = true;
      int index = startingAt(start);
      if (index >= 0) {
        Found bare = found.get(index);
        int end = InstructionForms.contradicted(upper, bare.to());
        String words =
            draft.text().substring(from, start)
                + bare.words()
                + draft.text().substring(bare.to(), end);
        found.set(index, new Found(from, end, words));
      } else if (!draft.isTaken(from, start)
          && found.stream().noneMatch(f -> f.from() <= from && from < f.to())) {
        rest(from, start, InstructionForms.ORDER.matcher(upper.substring(from, start)).matches());
      }
    }
    String bare = upper.strip();
    if (!any && found.isEmpty() && (block || bare.length() <= 2)) {
      brief(upper.indexOf(bare), upper.indexOf(bare));
    }
    Matcher alone = InstructionForms.BARE_OADR.matcher(upper);
    if (found.isEmpty() && alone.find() && !draft.isTaken(alone.start(1), alone.end(1))) {
      repair(alone.start(1), alone.start(1), alone.end(1), "OADR", REPAIRED, 0.8);
    }
  }

  /** A sentence in which somebody acts is told, not followed; in a block it needs a person. */
  private boolean isSpoken(int from, int to, boolean block) {
    if (told != null && told.get(from)) {
      return true;
    }
    boolean negated = InstructionProse.isNegated(upper, from);
    if (!negated && !InstructionProse.stands(draft.text(), upper, from, block)) {
      return false;
    }
    if (block || negated) {
      spoken = true;
      open(draft.text().substring(from, to).strip(), from);
    }
    told = told == null ? new BitSet() : told;
    told.set(from, to);
    return true;
  }

  private int startingAt(int start) {
    return IntStream.range(0, found.size())
        .filter(i -> found.get(i).from() == start)
        .findFirst()
        .orElse(-1);
  }

  /** X1 to X8 and MR, which are too short to be trusted without an introduction. */
  private boolean brief(int from, int start) {
    Matcher brief = InstructionForms.BRIEF.matcher(upper).region(start, upper.length());
    if (brief.lookingAt()) {
      add(from, InstructionForms.contradicted(upper, brief.end()));
      if (brief.group().matches(".*[,&/].*|.*AND.*")) {
        draft.find(
            ReadingRule.TWO_INSTRUCTIONS.of(
                draft.text().substring(from, brief.end()),
                "Several exemptions stand here; the first is named, and all end alike."),
            from);
        draft.needReview();
      }
      return true;
    }
    Matcher damaged = InstructionForms.BRIEF_DAMAGED.matcher(upper).region(start, upper.length());
    if (damaged.lookingAt()) {
      String digit = DamagedInstruction.digits(damaged.group(1));
      repair(
          from, start, damaged.end(), "X" + digit, "; a repaired exemption needs a person.", 0.7);
      return true;
    }
    return false;
  }

  private void repair(
      int from, int start, int to, String words, String because, double confidence) {
    draft.find(
        ReadingRule.REPAIRED
            .of(draft.text().substring(start, to), "Read as " + words + because)
            .suggesting(words),
        start);
    draft.doubt(confidence);
    draft.needReview();
    found.add(new Found(from, to, words));
    repaired = true;
  }

  /** What follows an introduction and names no kind of its own: a date, an event, or nothing. */
  private void rest(int from, int start, boolean order) {
    if (brief(from, start)) {
      return;
    }
    Matcher end = InstructionForms.BLOCK_FIELD.matcher(upper).region(start, upper.length());
    int to = end.find() ? end.start() : upper.length();
    String rest = draft.text().substring(start, to).strip();
    int stop = start + draft.text().substring(start, to).stripTrailing().length();
    if (upper.startsWith("AUTOMATICALLY", from) && !found.isEmpty() && kind(rest) == null) {
      // The date of an exemption that bears none: "impossible to determine".
      draft.span(from, stop, Span.Meaning.INSTRUCTION);
      return;
    }
    if (rest.isEmpty()) {
      if (!order) {
        open(draft.text().substring(from, start).strip(), from);
        draft.span(from, start, Span.Meaning.INSTRUCTION);
      }
      return;
    }
    Matcher date = WrittenDate.ANY.matcher(rest);
    if (date.lookingAt()
        && kind(draft.text().substring(from, start + date.end())) == InstructionKind.DATE
        && kind(draft.text().substring(from, stop)) != InstructionKind.EVENT
        && !date.find()) {
      date.lookingAt();
      int dated = start + date.end();
      if (found.removeIf(f -> dated <= f.from() && f.from() < stop)) {
        // 3/4/90 OR OADR: what stands in front of the instruction belongs to it.
        add(from, stop);
        return;
      }
      if (BesideInstruction.conditional(draft, from, dated, stop)) {
        return;
      }
      add(from, dated);
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
      repair(from, start, start + word.length(), "OADR", REPAIRED, 0.8);
    } else if (found.stream().anyMatch(f -> from < f.from() && f.from() < stop)) {
      // What names itself was found already; a damaged introduction needs a person.
      if (!order && !Character.isLetter(rest.charAt(0))) {
        open(rest, start);
      }
    } else if (!order && kind(draft.text().substring(from, stop)) != null) {
      add(from, stop);
    } else if (order
        && InstructionForms.isLabel(upper, from, start)
        && word.length() <= LONGEST_DESIGNATOR) {
      // E.O. 11652: 6DS
      open(word, start);
    } else if (!order) {
      open(rest, start);
      draft.span(from, stop, Span.Meaning.INSTRUCTION);
      draft.declassification = new DeclassificationText(null, draft.text().substring(from, stop));
    }
  }

  private InstructionReading read(String words) {
    return InstructionGrammar.read(words, draft.date());
  }

  private @Nullable InstructionKind kind(String words) {
    return read(words).kind();
  }

  private void open(String token, int index) {
    InstructionJudgement.open(draft, token, index);
  }

  /** What a sentence goes on to tell of is no instruction; a person may look. */
  private boolean isTold(Found instruction) {
    if (InstructionProse.isTold(draft.text(), instruction.from(), instruction.to())) {
      spoken = true;
      open(draft.text().substring(instruction.from(), instruction.to()), instruction.from());
      return true;
    }
    return false;
  }

  private void settle() {
    if (found.isEmpty() || (found.removeIf(this::isTold) && found.isEmpty())) {
      return;
    }
    found.sort(Comparator.comparingInt(Found::from));
    Set<InstructionKind> kinds = new LinkedHashSet<>();
    boolean unread = false;
    for (Found instruction : found) {
      if (InstructionProse.hasObject(draft.text(), upper, instruction.from(), instruction.to())) {
        open(draft.text().substring(instruction.from(), instruction.to()), instruction.from());
      }
      InstructionReading reading = read(instruction.words());
      draft.span(instruction.from(), instruction.to(), Span.Meaning.INSTRUCTION);
      InstructionKind kind = reading.kind();
      if (kind == null) {
        unread = true;
        open(draft.text().substring(instruction.from(), instruction.to()), instruction.from());
      } else {
        kinds.add(kind);
        InstructionJudgement.judge(draft, reading, kind, instruction.from(), instruction.to());
        BesideInstruction.sourceDate(draft, reading, instruction.from(), instruction.to());
      }
    }
    Found first = found.get(0);
    int to = found.stream().mapToInt(Found::to).max().orElse(first.to());
    boolean one = kinds.size() == 1 && (found.size() == 1 || !unread);
    String text = draft.text().substring(first.from(), one ? first.to() : to);
    InstructionKind together = one || repaired ? null : kind(text);
    Set<InstructionKind> named = new LinkedHashSet<>(kinds);
    if (together != null) {
      // An earlier end belongs to the schedule or the category that it is written beside.
      named.removeAll(Set.of(InstructionKind.DATE, InstructionKind.EVENT));
    }
    if (named.size() > 1) {
      draft.find(
          ReadingRule.TWO_INSTRUCTIONS.of(
              text, "Several instructions stand here: " + named + ". One value only may stand."),
          first.from());
      draft.needReview();
    }
    InstructionKind kind = one ? kinds.iterator().next() : together;
    draft.declassification = new DeclassificationText(kind == null ? null : kind.code(), text);
  }
}
