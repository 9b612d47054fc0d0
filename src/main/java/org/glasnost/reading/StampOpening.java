package org.glasnost.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words with which stamps of declassification, downgrading and release begin. */
final class StampOpening {
  /** Strokes and rounds taken for each other; within the written set. */
  private static final String DECLASSIFIED =
      "D E C L A S S I F I E D|D[E3F]C[LI1|][A4]S[S5][I1L|]F[I1L|][E3F]D|D[E3F]C[LI1|][A4][S5]{2}[I1L|]F[I1L|][E3F]D";

  private static final String APPROVED =
      "A[PR]{3}[O0]V[E3F]D\\s{1,3}F[O0]R\\s{1,3}R[E3F][LI1|][E3F][A4][S5][E3F]";

  private static final String KENNEDY =
      "RELEASED?\\s{1,3}UNDER\\s{1,3}THE\\s{1,3}(?:PRESIDENT\\s{1,3})?JOHN\\s{1,3}F\\.?\\s{1,3}KENNEDY";

  private static final String BUREAU =
      "ALL\\s{1,3}(?:FBI\\s{1,3})?INFORMATION\\s{1,3}CONTAINED\\s{1,3}HEREIN\\s{1,3}IS"
          + "\\s{1,3}UNCLASSIFIED";

  /** The office of State that reviews, as its stamp names it. */
  static final String STATE_OFFICE =
      "(?:UNITED\\s{1,3}STATES\\s{1,3})?DEPARTMENT\\s{1,3}OF\\s{1,3}STATE"
          + "(?:,?\\s{1,3}(?:A|IS|DC|FADRC|FPC|ISS|RPS|GIS)/[A-Z]{2,5}(?:/[A-Z]{1,5}){0,3}"
          + "|(?=\\s{0,3}\\n\\s{0,8}REVIEW\\s{1,2}AUTHORITY))";

  /** An agency's answer to another: it records no declassification by itself. */
  private static final String NO_OBJECTION =
      "NO\\sOBJECTION\\s{1,3}TO\\s{1,3}(?:DECLASSIFICATION|RELEASE)";

  private static final String DAY =
      "(?=[\\s:,]{1,3}(?:\\d{1,2}[-/. ]|\\d{8}|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\\.?\\s{1,3}\\d))";

  /** What also an instruction says, in the passive; a stamp only where its day has come. */
  private static final String DATED =
      "AUTOMATICALLY\\s{1,3}DECLASSIFIED" + DAY + "|DECLASSIFIED\\s{1,3}ON" + DAY;

  /** Above a line with which an instruction goes on. */
  private static final Pattern INSTRUCTION_ABOVE =
      Pattern.compile(
          "(?:INTERVALS?|SCHEDULE|GDS|AND|OR|GROUP\\s?\\d|1[0-4]\\d{3}|SECRET|CONFIDENTIAL)[\\s;,.:)]{0,12}$");

  /** The heading of a library's stamp on a copy of which words were cut out. */
  private static final String SANITIZED =
      "(?<![A-Z ])SANITIZED(?=\\s{0,3}\\n\\s{0,8}(?:E\\.?\\s?O\\.?\\s?1|AUTH|NL[A-Z]{1,4}[\\s-]|PER\\s|BY\\s))";

  private static final String NO_LONGER =
      "NO\\s{1,3}LONGER\\s{1,3}(?:CLASSIFIED|TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL|RESTRICTED)";

  /** What State prints on every page of a case; the level in front of it is read for itself. */
  private static final String STATE =
      "(?<=UNCLASSIFIED\\s)U\\.?\\s?S\\.?\\s{1,2}DEPARTMENT\\s{1,2}OF\\s{1,2}STATE(?=\\s{1,2}CASE\\s{1,2}NO)";

  /** An opening; its words are the first group. */
  static final Pattern ANY =
      Pattern.compile(
          "(?<![A-Z])(?<!AUTOMATICALLY\\s)(?<!INTERVALS[;,]\\s)(?<!YEARS[;,]\\s)((?:"
              + DECLASSIFIED
              + ")(?!\\s{1,3}(?:AFTER|ON)[\\s:])"
              + "(?:\\s{1,3}(?:AND|&)\\s{1,3}APPROVED\\s{1,3}FOR\\s{1,3}RELEASE)?"
              + "|"
              + DATED
              + "|"
              + NO_LONGER
              + "|"
              + StampDoubt.NOUN
              + "|"
              + Regrading.OPENING
              + "|"
              + SANITIZED
              + "|(?:SANITIZED\\s{1,3}COPY\\s{1,3})?"
              + APPROVED
              + "|RELEASED?\\s{1,3}IN\\s{1,3}(?:FULL|PART)"
              + "|RELEASED(?=\\s{1,3}WITH\\s{1,3}(?:EXCISION|DELETION|REDACTION|EXEMPTION|EXCEPTION|OMISSION)S?\\b)|"
              + KENNEDY
              + "|(?:CIA\\s{1,3}HISTORICAL[\\s-]{1,3}REVIEW\\s{1,3}PROGRAM\\s{1,3})?RELEASED?\\s{1,3}AS\\s{1,3}SANITIZED"
              + "|RELEASED?\\s{1,3}PER\\s{1,3}P\\.?\\s?L\\.?[\\s-]{0,3}102-526"
              + "|"
              + BUREAU
              + "|"
              + STATE
              + "|"
              + STATE_OFFICE
              + "|"
              + NO_OBJECTION
              + ")(?![A-Z0-9])");

  private static final List<String> CLEAN =
      List.of(
          "DECLASSIFIED",
          "D E C ",
          "CIA HIST",
          "DECLASSIFICATION",
          "DOWNGRADED TO",
          "REGRADED",
          "RECLASS",
          "AUTO",
          "CLASSIFICATION",
          "CANCEL",
          "APPROVED FOR RELEASE",
          "RELEASE",
          "SANITIZED",
          "ALL ",
          "U",
          "DEPARTMENT",
          "NO ");
  private static final Pattern EXCEPTED =
      Pattern.compile(
          "\\bIN\\s{1,3}PART\\b|\\bCLOSED\\b|\\bWITHDRAWAL\\b|\\bDELETED\\b|\\bW/\\s?EXCISIONS\\b|\\bSANITIZED\\b|\\bPARTIALLY\\b|\\bPARTLY\\b|\\bWITHHELD\\b"
              + "|\\bREDACT(?:ED|IONS?)\\b|\\bREMAINS?\\s{1,3}CLASSIFIED\\b|(?<!USE\\s)\\bONLY\\b|(?<!WITHOUT\\s)\\bDELETIONS\\b|\\bEXCISED\\b"
              + "|\\bPORTIONS\\b|\\bEXCEPT(?:ING|IONS?)?\\b");

  /** In front of an opening, on its line: only a part of the document is meant. */
  private static final Pattern PART_IN_FRONT =
      Pattern.compile(
          "\\b(?:PARTIALLY|PARTLY|IN\\s{1,3}PART|PORTIONS?|PARAGRAPHS?|PARAS?|EXCERPTS?|ONLY)\\b");

  private static final Pattern ANOTHER =
      Pattern.compile(
          "\\s{0,8}(?:DECLASSIFIED|RELEASED\\s{1,3}IN\\s|APPROVED\\s{1,3}FOR\\s{1,3}RELEASE)(?![A-Z])");

  private static final Pattern BEFORE = Pattern.compile("(?<![A-Z])(?:PARTIALLY|PARTLY)\\s{1,3}$");

  private static final Pattern DECLASSIFIED_THERE = Pattern.compile("\\bDECLASSIFIED\\b");
  private static final Pattern RELEASED_THERE =
      Pattern.compile("\\bRELEASED?\\s{1,3}IN\\s{1,3}(?:FULL|PART)\\b|\\bAPPROVED FOR RELEASE\\b");
  private static final int SHORTEST = "REGRADED".length();
  private static final int ABOVE = 60;
  private static final int LONGEST_BEFORE = 14;

  /** Why a stamp with boxes records nothing. */
  static final String BOXES_OPEN = "A person must say which boxes of this stamp are crossed.";

  private static final String IN_FRONT = "UNCLASSIFIED ";

  private StampOpening() {}

  /** Whether an opening may stand in the text: without it no pattern need be tried. */
  static boolean mayStand(String upper) {
    for (int i = 0; i + SHORTEST <= upper.length(); i++) {
      if ((i == 0 || !isCapital(upper.charAt(i - 1))) && mayBegin(upper, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBegin(String upper, int at) {
    char second = upper.charAt(at + 1);
    return switch (upper.charAt(at)) {
      case 'D' ->
          second == 'E'
              || second == '3'
              || second == 'F'
              || second == 'O'
              || upper.startsWith("D E C", at);
      case 'A' ->
          second == 'L'
              || second == 'P'
              || second == 'R'
              || upper.startsWith("AUTOMATICALLY D", at);
      case 'R' ->
          upper.startsWith("RELEASE", at)
              || upper.startsWith("REGRADED", at)
              || upper.startsWith("RECLASSIFIED", at);
      case 'C' ->
          upper.startsWith("CLASSIFICATION ", at)
              || upper.startsWith("CANCEL", at)
              || upper.startsWith("CIA HIST", at);
      case 'S' -> second == 'A';
      case 'N' -> upper.startsWith("NO OBJ", at) || upper.startsWith("NO LONG", at);
      case 'U' ->
          upper.regionMatches(at - IN_FRONT.length(), IN_FRONT, 0, IN_FRONT.length() - 1)
              || upper.startsWith("UNITED STATES D", at)
              || upper.startsWith("UPGRADED", at);
      default -> false;
    };
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** The clean words of an opening, or an empty string where it is clean itself. */
  static String repaired(String opening) {
    String spaced = opening.replaceAll("\\s+", " ");
    String plain = spaced.startsWith("SANITIZED COPY ") ? spaced.substring(15) : spaced;
    if (CLEAN.stream().anyMatch(plain::startsWith)) {
      return "";
    }
    return plain.startsWith("D") ? "DECLASSIFIED" : "APPROVED FOR RELEASE";
  }

  /** What a person must settle about a stamp, or an empty string. */
  static String doubt(String opening, Stamp.Kind kind, String stamp) {
    if (opening.startsWith("NO")) {
      return "An agency did not object; who declassified, and whether, does not stand here.";
    }
    return kind == Stamp.Kind.CASE && StampForm.holdsBoxes(stamp) ? BOXES_OPEN : "";
  }

  /** Whether an opening is one that an instruction has too, with its day. */
  static boolean isDated(String opening) {
    return opening.startsWith("AUTO")
        || (opening.startsWith("DECLASSIFIED") && opening.endsWith("ON"));
  }

  /** Whether a line begins another stamp: the one above it has its day and is whole. */
  static boolean another(String line, String above) {
    return ANOTHER.matcher(line).lookingAt() && WrittenDate.ANY.matcher(above).find();
  }

  /** Where a stamp begins whose opening an adverb of its own stands in front of. */
  static int beginning(String upper, int start) {
    Matcher before = BEFORE.matcher(upper).region(Math.max(0, start - LONGEST_BEFORE), start);
    return before.useTransparentBounds(true).find() ? before.start() : start;
  }

  /** Whether such an opening begins its line, with no instruction above that goes on in it. */
  static boolean standsAlone(String upper, int start) {
    int line = upper.lastIndexOf('\n', start) + 1;
    int above = upper.lastIndexOf('\n', line - 2) + 1;
    return upper.substring(line, beginning(upper, start)).isBlank()
        && (line == 0
            || !INSTRUCTION_ABOVE
                .matcher(upper.substring(Math.max(above, line - ABOVE), line))
                .find());
  }

  /** What the stamp of a reviewing office records; with boxes, only that there is a case. */
  private static Stamp.Kind ofOffice(String stamp) {
    if (StampForm.holdsBoxes(stamp)) {
      return Stamp.Kind.CASE;
    }
    boolean inPart = EXCEPTED.matcher(stamp).find();
    if (DECLASSIFIED_THERE.matcher(stamp).find()) {
      return inPart ? Stamp.Kind.DECLASSIFIED_IN_PART : Stamp.Kind.DECLASSIFIED;
    }
    if (RELEASED_THERE.matcher(stamp).find()) {
      return inPart ? Stamp.Kind.RELEASED_IN_PART : Stamp.Kind.RELEASED;
    }
    return Stamp.Kind.CASE;
  }

  /**
   * What a stamp with that opening records.
   *
   * @param opening its opening, of no regrading
   * @param stamp the stamp in capitals
   * @param inFront what stands in front of it on its line, in capitals
   */
  static Stamp.Kind kind(String opening, String stamp, String inFront) {
    if (opening.startsWith("NO")) {
      return Stamp.Kind.CASE;
    }
    if (opening.startsWith("DEPARTMENT") || opening.startsWith("UNITED")) {
      return ofOffice(stamp);
    }
    boolean inPart =
        EXCEPTED.matcher(stamp).find()
            || PART_IN_FRONT.matcher(inFront).find()
            || StampPart.isUnit(inFront)
            || StampPart.names(stamp, opening.length());
    if (opening.equals("SANITIZED")) {
      return Stamp.Kind.DECLASSIFIED_IN_PART;
    }
    if (!opening.startsWith("D") && !opening.startsWith("ALL") && !opening.startsWith("AUTO")) {
      return inPart ? Stamp.Kind.RELEASED_IN_PART : Stamp.Kind.RELEASED;
    }
    return inPart ? Stamp.Kind.DECLASSIFIED_IN_PART : Stamp.Kind.DECLASSIFIED;
  }
}
