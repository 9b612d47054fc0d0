package org.glasnost.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds stamps that record a declassification, a downgrading or a release: those of the
 * presidential libraries, of CREST, of the Department of State, and the model of 32 CFR 2001.25(b).
 * A stamp takes its own lines only: what stands under it is read for itself.
 */
final class DeclassificationStamp {
  private static final Pattern LEVEL =
      Pattern.compile("(?:TOP\\s{1,3})?SECRET(?!AR)|CONFIDENTIAL|UNCLASSIFIED");
  private static final Pattern LEVEL_BEHIND =
      Pattern.compile(
          "(?<!\\p{L})(?<!(?:FROM|From|from|TO|TOP)\\s)(?:TOP\\sSECRET|SECRET|CONFIDENTIAL)(?!\\p{L})");
  private static final Pattern OWN_LINE =
      Pattern.compile(
          "\\bBY\\b|\\bDATE\\b|\\bNAR[AS]\\b|AUTHORITY|\\bE\\.? ?O\\.|EXECUTIVE ORDER|\\bNL[A-Z]{0,5}(?:[ /-]|\\s*$)|^\\W*[A-Z0-9]\\d{2}-\\d{2,4}"
              + "|\\bNND\\b|\\bDOD\\s{1,2}DIR|C[I1L|!][A4]-R[D0O]P|GUIDELINES|\\bPER\\b|\\bSEC(?:TION|T?\\.|T\\b)|#\\s?\\d|APPROVED FOR RELEASE|REVIEW PROGRAM|^\\W*U\\.?S\\.? DEPARTMENT OF STATE\\W*$|SYSTEMATIC REVIEW|^\\W*AUTH\\b|\\bMR\\s?\\d|EXCEPT WHERE SHOWN"
              + "|RELEASED|\\bISCAP\\b|APPEALS PANEL|\\bCASE (?:NO|NUMBER|ID)\\b|\\bCASE ?#|\\bDOC(?:UMENT)?\\.? ?NO\\b"
              + "|\\b(?:LETTER|LTR)\\b|\\bFOIA\\b|^\\W*RELEASE\\b|\\bEXCISE\\b|\\bDENY\\b|^\\W{0,3}X?\\s?[)\\]]\\s?(?:RELEASE|DECLASSIFY)|\\b\\d{4}-\\d{4}-(?:MR|[FMS])\\b|APPEAL NO|^\\W*B\\(?[1-7]\\)?(?:\\W|$)|DEPARTMENT OF STATE (?:A|IS)/"
              + "|^\\W*(?:WITH\\s+|W/\\s*)?(?:PORTIONS\\s+EXEMPTED|DELETIONS|EXCISIONS|IN\\s+PART|PARTIALLY"
              + "|SANITIZED|EXCISED)\\W*$");

  private static final Pattern BEHIND_BLANK =
      Pattern.compile(
          "\\W{0,20}(?:BY\\b|NL[A-Z]{1,5}[ -]|AUTHORITY|E\\.?O\\.|EXECUTIVE ORDER|PER\\b|DATE\\b|NAR[AS]\\b"
              + "|SEC(?:TION|\\.)|#\\s?\\d|NND|C[I1L|!][A4]-R[D0O]P|[A-Z0-9]\\d{2}-\\d{2,4}|\\d{1,2}[-/.]\\d{1,2}[-/.]"
              + "\\d{2,4}\\s*$)");
  private static final Pattern RUNS_ON =
      Pattern.compile("(?:,|\\bBY:?|\\bDATE:?|\\bOF THE|\\bAPPEALS)[ \\t\\r]{0,8}$");

  /** Words in small letters that stand in a stamp; two others make a sentence of it. */
  private static final Set<String> JOINING =
      Set.of(
          "BY",
          "IN",
          "AND",
          "WITH",
          "W",
          "ON",
          "PER",
          "UNDER",
          "FOR",
          "OF",
          "TO",
          "THE",
          "AS",
          "PART",
          "FULL",
          "RELEASE",
          "AUTHORITY",
          "PURSUANT",
          "AMENDED",
          "DELETIONS",
          "PORTIONS",
          "DATE",
          "APPROVED",
          "EXEMPTED",
          "AUTHORIZED",
          "LTR");

  private static final Pattern NEXT =
      Pattern.compile(
          "\\W{0,8}(?:DATED?:?\\s{1,3}(?:\\d|[A-Z]{3})|(?:E\\.?\\s?O\\.?|EXECUTIVE\\s{1,3}ORDER)\\s)");

  private static final String RECORDS_NOTHING =
      "These words negate, intend, doubt or take back what a stamp records, or leave open what was"
          + " done: no declassification, release or downgrading is taken from them.";

  private static final String MAY_INSTRUCT =
      "This may be an instruction as well as what was done: a person must say which.";
  private static final String NOT_UNDERSTOOD =
      "'%s' in this stamp was not understood: a person must say what it changes.";
  private static final String OF_A_PART =
      "This stamp is of a part of the paper only: a person must say of which.";

  /** A downgrading, and the declassification that was stamped under it later. */
  private static final Pattern LOWERED =
      Pattern.compile("(?:REGRADED|DOWNGRADED|CHANGED)[^\\n]{0,60}$");

  private static final Pattern ENDED =
      Pattern.compile("\\W{0,4}(?:DECLASSIFIED|DOWNGRADED|REGRADED)(?![A-Z])");

  private static final int LONGEST_OPENING = 80;
  private static final int SENTENCE = 2;
  private static final int LONGEST_HEAD = 200;
  private static final int MOST_BLANK = 2;
  private static final int LONGEST = 1_200;
  private static final int MOST_LINES = 10;
  private static final int MOST_BEFORE = 5;

  private DeclassificationStamp() {}

  /** Reads the stamps into the draft; the day of the last one, or null. */
  static @Nullable LocalDate read(Draft draft) {
    if (!StampOpening.mayStand(draft.upper())) {
      return null;
    }
    Matcher opening = StampOpening.ANY.matcher(draft.upper());
    LocalDate last = null;
    int at = 0;
    while (at < draft.upper().length() && opening.find(at)) {
      at = opening.end();
      if (!draft.isTaken(opening.start(), opening.end()) && isStamp(draft.text(), opening)) {
        int end = end(draft.upper(), opening.end());
        LocalDate day = stamp(draft, opening, end);
        last = day == null ? last : day;
        at = end;
      }
    }
    return last;
  }

  /** A level in capitals behind a stamp, on its line, is no part of it; one that was left is. */
  private static @Nullable Sentence levelBehind(String text, Matcher opening, int end) {
    int from = opening.end();
    if (opening.group(1).startsWith("DOWNGRADED")) {
      // The first level is the one to which it was downgraded.
      Matcher own = LEVEL.matcher(text).region(opening.start(1), end);
      from = own.find() ? Math.max(from, own.end()) : end;
    }
    int last = Math.min(end, lineEnd(text, from));
    if (last <= from) {
      return null;
    }
    Matcher level = LEVEL_BEHIND.matcher(text).region(from, last).useTransparentBounds(true);
    return level.find() ? new Sentence(level.start(), level.end()) : null;
  }

  /** The stamp's words, with blanks where a level stands among them. */
  private static String without(@Nullable Sentence level, String text, int start, int end) {
    return level == null
        ? text.substring(start, end)
        : text.substring(start, level.from())
            + " ".repeat(level.to() - level.from())
            + text.substring(level.to(), end);
  }

  private static void span(Draft draft, int start, int end) {
    Piece written = Piece.trimmed(draft.text(), start, end);
    if (!written.isEmpty()) {
      draft.span(written.from(), written.to(), Span.Meaning.STAMP);
    }
  }

  /** A stamp opens its line, or a name in capitals does; in running text the word is no stamp. */
  static boolean isStamp(String text, Matcher opening) {
    int start = opening.start();
    if ((StampOpening.isDated(opening.group(1))
            && !StampOpening.standsAlone(Draft.upper(text), start))
        || Character.isLowerCase(text.charAt(start))
        || Conditional.stands(text, start, Math.min(lineEnd(text, start), start + LONGEST_HEAD))) {
      return false;
    }
    int line = text.lastIndexOf('\n', start) + 1;
    List<Word> before = Word.in(text, line, start);
    if (before.size() > MOST_BEFORE
        || before.stream().anyMatch(w -> w.startsLower() && !w.upper().equals("X"))) {
      return false;
    }
    int end = lineEnd(text, start);
    int from = Math.min(opening.end(), end);
    int most = Math.max(from, Math.min(end, start + LONGEST_HEAD));
    // With its day a stamp has said what it is: what follows may limit it, and is told.
    Matcher day = WrittenDate.ANY.matcher(text).region(from, most);
    return Word.in(text, from, day.find() ? day.start() : most).stream()
            .filter(word -> word.startsLower() && !JOINING.contains(word.upper()))
            .limit(SENTENCE)
            .count()
        < SENTENCE;
  }

  /** The last line of the stamp that a line of a document opens; the line itself if none does. */
  static int lastLine(String text, List<Piece> lines, int at) {
    Piece line = lines.get(at);
    if (at + 1 < lines.size() && StampDoubt.runsOn(line.text())) {
      int stamp = opensAt(text, lines, at + 1);
      if (stamp >= 0) {
        return stamp;
      }
    }
    return Math.max(at, opensAt(text, lines, at));
  }

  /** The last line of the stamp that a line opens; -1 where it opens none. */
  private static int opensAt(String text, List<Piece> lines, int at) {
    Piece line = lines.get(at);
    if (line.text().length() > LONGEST || !LineSigns.mayOpenStamp(line.text())) {
      return -1;
    }
    Matcher opening = StampOpening.ANY.matcher(line.upper());
    if (!opening.find() || !isStamp(line.text(), opening)) {
      return -1;
    }
    String head =
        Draft.upper(text.substring(line.from(), Math.min(text.length(), line.from() + LONGEST)));
    int end = line.from() + end(head, opening.end());
    int last = at;
    while (last + 1 < lines.size() && lines.get(last + 1).from() < end) {
      last++;
    }
    return last;
  }

  /**
   * A stamp ends with its last own line; behind a blank one only what no other text begins with.
   */
  static int end(String upper, int from) {
    int end = lineEnd(upper, from);
    Matcher crest = StampNumber.CREST.matcher(upper).region(from, end);
    if (crest.find()) {
      return crest.end();
    }
    boolean lowered =
        LOWERED.matcher(upper).region(Math.max(0, from - LONGEST_OPENING), from).find();
    int next = end;
    int blank = 0;
    for (int lines = 1; lines < MOST_LINES && next < upper.length(); ) {
      int start = Math.min(next + 1, upper.length());
      next = lineEnd(upper, start);
      String line = upper.substring(start, next);
      if (line.isBlank()) {
        blank++;
        if (blank > MOST_BLANK) {
          break;
        }
        continue;
      }
      boolean own =
          blank > 0
              ? BEHIND_BLANK.matcher(line).lookingAt()
              : runsOn(upper.substring(from, end), line)
                  || OWN_LINE.matcher(line).find()
                  || WrittenDate.ANY.matcher(line).find();
      own |= blank == 0 && StampSource.isOffice(line) && goesOnNext(upper, next);
      boolean settles =
          StampDoubt.takesBack(line, blank > 0)
              || StampPart.isLine(line)
              || (blank == 0 && StampForm.isBoxLine(line));
      Matcher level = LEVEL.matcher(line);
      if (settles && level.find()) {
        // The level is left to be read.
        return start + level.start();
      }
      own |= settles;
      if (blank == 0 && StampOpening.another(line, upper.substring(from, end))) {
        // A stamp that has its day is whole: the next one begins here.
        break;
      }
      if (!own || LEVEL.matcher(line).find() || (lowered && ENDED.matcher(line).lookingAt())) {
        break;
      }
      end = next;
      blank = 0;
      lines++;
    }
    return end;
  }

  /** Behind a word for the date only what bears a figure is the day. */
  private static boolean runsOn(String above, String line) {
    Matcher end = RUNS_ON.matcher(above);
    return end.find()
        && (!end.group().startsWith("DATE") || line.chars().anyMatch(Character::isDigit));
  }

  /** Whether the day or the order of the stamp stands on the next line. */
  private static boolean goesOnNext(String upper, int end) {
    int start = Math.min(end + 1, upper.length());
    return NEXT.matcher(upper).region(start, lineEnd(upper, start)).lookingAt();
  }

  private static String lineAbove(String upper, int at) {
    int end = upper.lastIndexOf('\n', at);
    return end <= 0 ? "" : upper.substring(upper.lastIndexOf('\n', end - 1) + 1, end);
  }

  private static int lineEnd(String text, int from) {
    int end = from >= text.length() ? -1 : text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static @Nullable LocalDate stamp(Draft draft, Matcher opening, int end) {
    int start = opening.start();
    Sentence level = levelBehind(draft.text(), opening, end);
    Sentence raised =
        Regrading.opens(opening.group(1))
            ? Regrading.raisedTo(draft.upper().substring(start, end))
            : null;
    if (raised != null) {
      level = new Sentence(start + raised.from(), start + raised.to());
    }
    String rest = DamagedOrder.repaired(draft, without(level, draft.text(), start, end), start);
    String upper = Draft.upper(rest);
    damaged(draft, opening);
    String inFront = draft.upper().substring(draft.upper().lastIndexOf('\n', start) + 1, start);
    Optional<Stamp.Kind> recorded = kind(opening.group(1), upper, inFront);
    Stamp.Kind kind = recorded.orElse(Stamp.Kind.CASE);
    boolean inPart = kind == Stamp.Kind.DECLASSIFIED_IN_PART || kind == Stamp.Kind.RELEASED_IN_PART;
    int from = StampDoubt.from(draft.upper(), start);
    String back = StampDoubt.behind(upper, opening.end() - start, inPart);
    boolean boxes =
        kind != Stamp.Kind.CASE && (StampForm.isBoxed(inFront) || StampForm.holdsBoxes(upper));
    boolean dated = StampOpening.isDated(opening.group(1));
    String source = StampSource.source(rest, upper);
    String name = StampSource.name(rest, upper);
    if (name == null && source != null) {
      name = StampSource.nameBefore(draft.text(), start);
    }
    LocalDate on =
        StampDate.in(
            draft,
            StampSource.withoutLetters(rest, upper),
            StampSource.withoutLetters(upper, upper),
            start,
            source);
    if (source == null && on != null) {
      source = StampSource.position(rest, upper);
    }
    StampNumber found =
        StampNumber.in(draft, rest, upper, start, on == null ? StampLine.LAST_YEAR : on.getYear());
    String number = found.number();
    String item = found.item();
    boolean none =
        recorded.isEmpty() || from < start || back != null || boxes || (dated && on == null);
    String doubt = StampOpening.doubt(opening.group(1), kind, upper);
    if (boxes) {
      doubt = StampOpening.BOXES_OPEN;
    } else if (none) {
      doubt = RECORDS_NOTHING;
    } else if (dated) {
      doubt = MAY_INSTRUCT;
    } else if (StampPart.isOpen(upper, opening.end() - start)
        || StampPart.isUnit(inFront)
        || (inFront.isBlank() && StampPart.isAbove(lineAbove(draft.upper(), start)))) {
      doubt = OF_A_PART;
    } else if (kind != Stamp.Kind.CASE && doubt.isEmpty()) {
      List<String> unread =
          StampWords.unread(
              upper, opening.end() - start, inPart, Arrays.asList(source, name, number, item));
      doubt = unread.isEmpty() ? "" : NOT_UNDERSTOOD.formatted(String.join(" ", unread));
    }
    if (!doubt.isEmpty()) {
      String token =
          draft.text().substring(from, Math.min(end, lineEnd(draft.text(), start))).strip();
      draft.find(ReadingRule.STAMP_UNCERTAIN.of(token, doubt), from);
      draft.needReview();
    }
    if (!none) {
      draft.stamps.add(new Stamp(kind, source, number, item, name, on));
    } else if (number != null) {
      // The case stays, for a person; what was done in it stands nowhere.
      draft.stamps.add(new Stamp(Stamp.Kind.CASE, null, number, item, name, on));
    }
    String together = found.together();
    if (together != null) {
      draft.caseNumbers.add(together);
    }
    span(
        draft,
        Math.min(from, StampOpening.beginning(draft.upper(), start)),
        level == null ? end : level.from());
    if (level != null) {
      span(draft, level.to(), end);
    }
    return none ? null : on;
  }

  /** What a stamp records; empty where it records nothing, or its words do not settle it. */
  private static Optional<Stamp.Kind> kind(String opening, String stamp, String inFront) {
    if (opening.startsWith("DECLASSIFICATION") || opening.startsWith("NO LONG")) {
      return Optional.empty();
    }
    return Regrading.opens(opening)
        ? Regrading.kind(stamp)
        : Optional.of(StampOpening.kind(opening, stamp, inFront));
  }

  private static void damaged(Draft draft, Matcher opening) {
    String repaired = StampOpening.repaired(opening.group(1));
    if (!repaired.isEmpty()) {
      String written = draft.text().substring(opening.start(1), opening.end(1));
      draft.find(
          ReadingRule.REPAIRED
              .of(written, "Read as " + repaired + "; a repaired stamp needs a person.")
              .suggesting(repaired),
          opening.start(1));
      draft.doubt(0.8);
      draft.needReview();
    }
  }
}
