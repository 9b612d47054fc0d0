package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
  private static final Pattern BY =
      Pattern.compile(
          "(?<![A-Z])BY[:.]?\\s{1,3}(?!AUTHORITY)([^,\\n/]{1,60}?)\\s{0,3}(?:[,\\n/]|\\bDATE\\b|$)");
  private static final Pattern POSITION =
      Pattern.compile(
          "DECLASSIFIED\\s{1,3}BY[:.]?\\s{1,3}(?!NAR[AS]\\b)[^,\\n]{1,60},\\s{0,3}([^\\n]{1,80})");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<![A-Z])(?:(?:UNDER\\s{1,3})?AUTHORITY(?:\\s{1,3}OF)?:?\\s{1,3}([^\\n]{1,60})"
              + "|((?:E\\.?O\\.?|EXECUTIVE\\s{1,3}ORDER)\\s{0,2}\\d{5}(?:,?\\s{0,2}(?:AS\\s{1,2}AMENDED,?"
              + "\\s{0,2})?SEC(?:TION|[TS]?\\.|T)?\\s{0,2}[\\d.()A-Z]{1,12}"
              + "(?:\\s{1,2}AND\\s{1,2}\\d[\\d.()A-Z]{0,11})?)?))");
  private static final Pattern SYSTEMATIC =
      Pattern.compile(
          "RELEASED\\s{1,3}(US\\s{1,3}DEPARTMENT\\s{1,3}OF\\s{1,3}STATE[A-Z .]{0,40}REVIEW)");

  /** A program under which papers were released. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?<![A-Z])([A-Z]{2,5}\\s{1,3}HISTORICAL[\\s-]{1,3}REVIEW\\s{1,3}PROGRAM"
              + "|(?:PRESIDENT\\s{1,3})?JOHN\\s{1,3}F\\.?\\s{1,3}KENNEDY\\s{1,3}ASSASSINATION\\s{1,3}RECORDS"
              + "(?:\\s{1,3}COLLECTION)?\\s{1,3}ACT(?:\\s{1,3}OF\\s{1,3}1992)?"
              + "|U\\.?\\s?S\\.?\\s{1,2}DEPARTMENT\\s{1,2}OF\\s{1,2}STATE(?=\\s{1,2}CASE))");

  private static final Pattern NAME_BEFORE =
      Pattern.compile("([\\p{L}.'-]{1,30}(?: [\\p{L}.'-]{1,30}){1,3})\\s{1,3}$");
  private static final Pattern LEVEL = Pattern.compile("SECRET|CONFIDENTIAL|UNCLASSIFIED");
  private static final Pattern OWN_LINE =
      Pattern.compile(
          "\\bBY\\b|\\bDATE\\b|\\bNAR[AS]\\b|AUTHORITY|\\bE\\.?O\\.|EXECUTIVE ORDER|\\bNL[A-Z]{0,5}(?:[ -]|\\s*$)|^\\W*[A-Z0-9]\\d{2}-\\d{2,4}"
              + "|\\bNND\\b|C[I1L|!][A4]-R[D0O]P|GUIDELINES|\\bPER\\b|\\bSEC(?:TION|T?\\.|T\\b)|#\\s?\\d|APPROVED FOR RELEASE|REVIEW PROGRAM|\\bMR\\s?\\d|EXCEPT WHERE SHOWN"
              + "|RELEASED"
              + "|^\\W*(?:WITH\\s+|W/\\s*)?(?:PORTIONS\\s+EXEMPTED|DELETIONS|EXCISIONS|IN\\s+PART|PARTIALLY"
              + "|SANITIZED|EXCISED)\\W*$");
  private static final Pattern END = Pattern.compile("[:.,;]$");

  /** Who declassified may be told by a number (32 CFR 2001.25(b)). */
  private static final Pattern IDENTIFIER = Pattern.compile("\\d{3,7}");

  private static final Set<String> AGENCIES = Set.of("NARA", "NARS", "NA", "DATE", "ON", "NLR");
  private static final Pattern BEHIND_BLANK =
      Pattern.compile(
          "\\W{0,20}(?:BY\\b|NL[A-Z]{1,5}[ -]|AUTHORITY|E\\.?O\\.|EXECUTIVE ORDER|PER\\b|DATE\\b|NAR[AS]\\b"
              + "|SEC(?:TION|\\.)|#\\s?\\d|NND|C[I1L|!][A4]-R[D0O]P|[A-Z0-9]\\d{2}-\\d{2,4}|\\d{1,2}[-/.]\\d{1,2}[-/.]"
              + "\\d{2,4}\\s*$)");
  private static final Pattern BEHIND_AGENCY =
      Pattern.compile("\\s{0,3}[,\\n]\\s{0,3}([^,\\n/]{1,40}?)\\s{0,3}(?:[,\\n/]|\\bDATE\\b|$)");
  private static final Pattern DATE_BEHIND =
      Pattern.compile("(?i)(?:,|(?<!\\p{L}))\\s*(?:DATE|ON):?\\s*$");
  private static final Pattern RUNS_ON = Pattern.compile("(?:,|\\bBY:?|\\bDATE:?)[ \\t\\r]{0,8}$");

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
      if (!draft.isTaken(opening.start(), opening.end())
          && isStamp(draft.text(), opening.start())) {
        int end = end(draft.upper(), opening.end());
        LocalDate day = stamp(draft, opening, end);
        last = day == null ? last : day;
        at = end;
      }
    }
    return last;
  }

  /** A stamp opens its line, or a name in capitals does; in running text the word is no stamp. */
  static boolean isStamp(String text, int start) {
    if (Character.isLowerCase(text.charAt(start))) {
      return false;
    }
    int line = text.lastIndexOf('\n', start) + 1;
    List<Word> before = Word.in(text, line, start);
    if (before.size() > MOST_BEFORE || before.stream().anyMatch(Word::startsLower)) {
      return false;
    }
    int end = lineEnd(text, start);
    return Word.in(text, start, Math.min(end, start + LONGEST_HEAD)).stream()
            .filter(word -> word.startsLower() && !JOINING.contains(word.upper()))
            .limit(SENTENCE)
            .count()
        < SENTENCE;
  }

  /** The last line of the stamp that a line of a document opens; the line itself if none does. */
  static int lastLine(String text, List<Piece> lines, int at) {
    Piece line = lines.get(at);
    if (line.text().length() > LONGEST || !LineSigns.mayOpenStamp(line.text())) {
      return at;
    }
    Matcher opening = StampOpening.ANY.matcher(line.upper());
    if (!opening.find() || !isStamp(line.text(), opening.start())) {
      return at;
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
  private static int end(String upper, int from) {
    int end = lineEnd(upper, from);
    Matcher crest = StampNumber.CREST.matcher(upper).region(from, end);
    if (crest.find()) {
      return crest.end();
    }
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
              : RUNS_ON.matcher(upper.substring(from, end)).find()
                  || OWN_LINE.matcher(line).find()
                  || WrittenDate.ANY.matcher(line).find();
      if (!own || LEVEL.matcher(line).find()) {
        break;
      }
      end = next;
      blank = 0;
      lines++;
    }
    return end;
  }

  private static int lineEnd(String text, int from) {
    int end = from >= text.length() ? -1 : text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static @Nullable LocalDate stamp(Draft draft, Matcher opening, int end) {
    int start = opening.start();
    String rest = draft.text().substring(start, end);
    String upper = draft.upper().substring(start, end);
    damaged(draft, opening);
    Stamp.Kind kind = StampOpening.kind(opening.group(1), upper);
    String source = source(rest, upper);
    String name = name(rest, upper);
    if (name == null && source != null) {
      name = nameBefore(draft, start);
    }
    LocalDate on = StampDate.in(draft, rest, upper, start, source);
    if (source == null && on != null) {
      source = position(rest, upper);
    }
    StampNumber found =
        StampNumber.in(draft, rest, upper, start, on == null ? StampLine.LAST_YEAR : on.getYear());
    String number = found.number();
    String item = found.item();
    draft.stamps.add(new Stamp(kind, source, number, item, name, on));
    if (number != null) {
      draft.caseNumbers.add(item == null ? number : number + " #" + item);
    }
    draft.span(start, start + rest.stripTrailing().length(), Span.Meaning.STAMP);
    return on;
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

  private static @Nullable String source(String rest, String upper) {
    Matcher systematic = SYSTEMATIC.matcher(upper);
    if (systematic.find()) {
      return rest.substring(systematic.start(1), systematic.end(1));
    }
    Matcher program = PROGRAM.matcher(upper);
    if (program.find()) {
      return rest.substring(program.start(), program.end()).replaceAll("\\s+", " ");
    }
    Matcher authority = AUTHORITY.matcher(upper);
    if (authority.find()) {
      int group = authority.group(1) != null ? 1 : 2;
      return rest.substring(authority.start(group), authority.end(group)).strip();
    }
    return null;
  }

  /** Who signed, without the agency and the date that run on after the initials. */
  private static @Nullable String name(String rest, String upper) {
    Matcher by = BY.matcher(upper);
    if (!by.find()) {
      return null;
    }
    String signed = rest.substring(by.start(1), by.end(1));
    if (IDENTIFIER.matcher(signed).matches()) {
      return signed;
    }
    List<String> words = words(signed);
    if (words.isEmpty()) {
      Matcher behind = BEHIND_AGENCY.matcher(upper).region(by.end(1), upper.length());
      words = behind.lookingAt() ? words(rest.substring(behind.start(1), behind.end(1))) : words;
    }
    return words.isEmpty() ? null : String.join(" ", words);
  }

  /** The words of a name: no agency, and none behind a number. */
  private static List<String> words(String written) {
    List<String> words = new ArrayList<>();
    for (String word : written.strip().split("\\s+", -1)) {
      boolean agency = AGENCIES.contains(END.matcher(Draft.upper(word)).replaceFirst(""));
      boolean digits = word.chars().anyMatch(Character::isDigit);
      if (digits) {
        break;
      }
      if (!agency) {
        words.add(word);
      }
    }
    return words;
  }

  private static @Nullable String nameBefore(Draft draft, int start) {
    int line = draft.text().lastIndexOf('\n', start) + 1;
    String before = draft.text().substring(Math.max(line, start - 80), start);
    Matcher name = NAME_BEFORE.matcher(before);
    return name.find() && !LEVEL.matcher(Draft.upper(name.group(1))).find() ? name.group(1) : null;
  }

  /** The position that stands between the name and the date (32 CFR 2001.25(b)(2)). */
  private static @Nullable String position(String rest, String upper) {
    Matcher position = POSITION.matcher(upper);
    if (!position.find()) {
      return null;
    }
    String after = rest.substring(position.start(1), position.end(1));
    Matcher date = WrittenDate.ANY.matcher(after);
    int end = date.find() ? date.start() : after.length();
    String written = after.substring(0, end).strip();
    while (written.endsWith(",")) {
      written = written.substring(0, written.length() - 1).strip();
    }
    written = DATE_BEHIND.matcher(written).replaceFirst("").strip();
    boolean agency = written.isEmpty() || words(written.replace(',', ' ')).isEmpty();
    return agency ? null : written;
  }
}
