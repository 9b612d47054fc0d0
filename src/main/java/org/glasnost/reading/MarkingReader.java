package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line, or a few that belong together. Immutable; safe for any number of threads. Never
 * throws, whatever the text.
 *
 * <p>A text with {@code //} and every portion mark is read by today's grammar ({@link
 * ModernMarking}), everything else by that of the eras before it ({@link FlatMarking}).
 */
public final class MarkingReader {
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?m)^\\s{0,8}(?:(?:CLASSIFIED|DERIVED|CL)\\s{1,2}(?:BY|FROM)|DERV\\s{1,2}(?:FROM|FRM|FM)"
              + "|REASON(?:\\s{1,2}FOR\\s{1,2}CLASSIFICATION)?)\\s{0,2}:?\\s{0,3}[^\\n]{0,200}");

  /** A caller reads whole documents with {@link DocumentReader}. */
  private static final int LONGEST = 20_000;

  /** How often every text is gone through: look-alikes, stamps, block, lines, words. */
  private static final long PASSES = 13;

  private final MarkingRegister historic;
  private final MarkingRegister cnsi;
  private final FlatMarking flat;
  private final ModernMarking modern;
  private final OtherSyntax otherSyntax;
  private final Supplier<LocalDate> today;

  /**
   * @param historic the register of historic markings
   * @param cnsi the register of classified national security information
   * @param cui the register of controlled unclassified information
   * @param today which day it is; asked at each reading
   */
  public MarkingReader(
      MarkingRegister historic,
      MarkingRegister cnsi,
      MarkingRegister cui,
      Supplier<LocalDate> today) {
    this.historic = historic;
    this.cnsi = cnsi;
    this.flat = new FlatMarking(historic);
    this.today = today;
    this.modern = new ModernMarking(historic, cnsi, cui);
    this.otherSyntax = new OtherSyntax(flat, modern);
  }

  /**
   * A reader over the registers that travel on the class path.
   *
   * @param today which day it is; asked at each reading
   */
  public static MarkingReader standard(Supplier<LocalDate> today) {
    return new MarkingReader(
        MarkingRegister.historic(), MarkingRegister.cnsi(), MarkingRegister.cui(), today);
  }

  /**
   * Reads a text of which nothing is known: what it is, is found out, and today's rules judge what
   * is a banner, a portion mark or an authority block.
   *
   * @param text the text, perhaps empty, damaged or hostile
   * @return what it says; never null
   */
  public Reading read(String text) {
    return read(text, LineKind.AUTO, null);
  }

  /**
   * Reads a text. Its cost grows with the length of the text and no faster; of a text longer than
   * any marking the rest is left unread, and a finding says so.
   *
   * @param text the text
   * @param kind what the caller says that it is
   * @param documentDate the day of the document that bears it, or null. With it, the rules in force
   *     that day judge; without it, banners, portions and authority blocks are judged by today's
   *     rules, source notes and scans by none; a day outside the years 1 to 9999 counts as none
   */
  public Reading read(String text, LineKind kind, @Nullable LocalDate documentDate) {
    if (text.length() <= LONGEST) {
      return readWhole(text, kind, documentDate);
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    Reading head = readWhole(text.substring(0, end), kind, documentDate);
    int place = text.codePointCount(0, end);
    List<Finding> findings = new ArrayList<>(head.findings());
    findings.add(
        ReadingRule.TOO_LONG
            .of("", "No marking is so long; from here on nothing was read.")
            .at(place));
    return new Reading(
        text,
        head.marking(),
        head.precedence(),
        head.declassification(),
        head.spans(),
        head.stamps(),
        head.caseNumbers(),
        head.todaysForm(),
        head.era(),
        head.confidence(),
        true,
        findings);
  }

  private Reading readWhole(String text, LineKind kind, @Nullable LocalDate documentDate) {
    LineKind found = kind == LineKind.AUTO ? kindOf(text) : kind;
    boolean judged =
        documentDate != null
            || switch (found) {
              case BANNER, PORTION, AUTHORITY_BLOCK -> true;
              case SOURCE_NOTE, SCAN, AUTO -> false;
            };
    Draft draft = draft(text, found, kind == found, documentDate, judged);
    Mending.suggest(draft, found);
    return draft.finish(hasTodaysForm(draft));
  }

  /** How many steps the reading of a text takes; see {@link Draft#steps}. */
  long steps(String text, LineKind kind) {
    String head = text.substring(0, Math.min(LONGEST, text.length()));
    LineKind found = kind == LineKind.AUTO ? kindOf(head) : kind;
    return draft(head, found, kind == found, null, true).steps();
  }

  private Draft draft(
      String text, LineKind found, boolean said, @Nullable LocalDate documentDate, boolean judged) {
    Draft draft = new Draft(text, documentDate, judged, today.get());
    draft.step(PASSES * text.length());
    LookAlikes.find(draft);
    switch (found) {
      case PORTION -> modern.read(draft, true);
      case BANNER -> {
        banner(draft);
        Draft second = draft.hasUnknown() ? otherSyntax.read(draft) : null;
        draft = second == null ? draft : second;
      }
      case AUTHORITY_BLOCK -> block(draft, said);
      case SOURCE_NOTE -> note(draft);
      case SCAN, AUTO -> {
        StampLine.read(draft);
        InstructionLine.read(draft, draft.text().strip().length() <= 2);
        AuthorityBlock.read(draft, false);
        sentences(draft);
        new ScannedText(draft, flat, modern).read();
        UnreadLevels.tell(draft);
        UnreadCaption.tell(draft);
      }
    }
    BrokenLevel.check(draft);
    if (draft.levels().settle()) {
      draft.find(
          ReadingRule.TWO_LEVELS.of("", "What the paper contains decides its level here."), 0);
      draft.needReview();
    }
    ClassifiedOnly.check(draft, historic, cnsi);
    StampOfAtomicEnergy.tell(draft);
    return draft;
  }

  Lexicon lexicon() {
    return flat.lexicon();
  }

  private LineKind kindOf(String text) {
    if (ScannedText.PORTION.matcher(text).matches()) {
      return LineKind.PORTION;
    }
    String line = text.strip();
    if (PortionMark.mayLead(line)) {
      Matcher leading = PortionMark.leading(line);
      if (leading.lookingAt() && ScannedText.isFollowed(line, leading)) {
        return LineKind.SCAN;
      }
    }
    if (line.indexOf('\n') < 0 && ScannedText.isInCategories(line)) {
      DamagedMark damaged = DamagedMark.at(line, 0, line.length(), new MarkNeighbours(line));
      return damaged == null ? LineKind.BANNER : LineKind.SCAN;
    }
    if (AUTHORITY.matcher(Draft.upper(text)).lookingAt()) {
      return LineKind.AUTHORITY_BLOCK;
    }
    return EditorsPhrase.isNote(text, flat.lexicon()) ? LineKind.SOURCE_NOTE : LineKind.SCAN;
  }

  private void banner(Draft draft) {
    if (ModernMarking.looksModern(draft.text())) {
      modern.read(draft, false);
      return;
    }
    StampLine.read(draft);
    InstructionLine.readBanner(draft);
    sentences(draft);
    if (!draft.text().isBlank()) {
      flat.read(draft, whole(draft.text()), FlatMarking.Stance.STATED);
    }
    if (isTodays(draft.date())) {
      TodaysBanner.judge(draft, modern);
    }
  }

  /** Whether today's syntax judges a document of that day; one without a day is judged by it. */
  static boolean isTodays(@Nullable LocalDate day) {
    return Applicability.TODAYS_SYNTAX.holdsOn(day);
  }

  private void block(Draft draft, boolean said) {
    StampLine.read(draft);
    InstructionLine.read(draft, true);
    AuthorityBlock.read(draft, true);
    if (said) {
      // Of a text that nobody said to be a block more may stand elsewhere.
      AuthorityBlock.judgeLines(draft);
    }
    sentences(draft);
    for (Sentence line : RunningLines.of(draft.text(), flat.lexicon())) {
      if (!draft.isTaken(line.from(), line.to())) {
        flat.read(draft, line, FlatMarking.Stance.OPEN);
      }
    }
  }

  private void note(Draft draft) {
    CitedCases.read(draft);
    InstructionLine.read(draft, false);
    Conditional.read(draft);
    for (Sentence sentence : Sentence.ofNote(draft.text(), flat.lexicon())) {
      flat.read(draft, sentence, FlatMarking.Stance.NOTE);
    }
    EditorsPhrase.tellUnread(draft, flat.lexicon());
  }

  /**
   * Reads a damaged portion mark of a document.
   *
   * @param text what of the document is read with it
   * @param mark where it stands in that text
   * @param documentDate the day of the document, or null
   * @return what it says
   */
  Reading readDamaged(String text, DamagedMark mark, @Nullable LocalDate documentDate) {
    Draft draft = new Draft(text, documentDate, documentDate != null, today.get());
    LookAlikes.find(draft);
    mark.read(draft, modern);
    return draft.finish(hasTodaysForm(draft));
  }

  /** What the paper says of itself, over line breaks, before its lines are read. */
  private void sentences(Draft draft) {
    Conditional.read(draft);
    AboutItself.read(draft, flat.lexicon());
  }

  static Sentence whole(String text) {
    int from = 0;
    int to = text.length();
    while (Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Sentence(from, to);
  }

  /** Broken rules that no canonical form mends; a JOINT marking is released to its owners. */
  private static boolean contradicts(Finding finding) {
    return !Reading.leavesMeaningWhole(finding)
        && !finding.rule().equals(MarkingRule.JOINT_REL_TO.id());
  }

  /** Whether today's form may be computed: all is understood, and nothing contradicts itself. */
  private static boolean hasTodaysForm(Draft draft) {
    return draft.statedLevel() != null
        && !draft.hasUnknown()
        && !draft.isOfTwoOwners()
        && !draft.isLeftToPerson()
        && !draft.hasFinding(MarkingReader::contradicts);
  }
}
