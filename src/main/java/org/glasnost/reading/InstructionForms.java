package org.glasnost.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.declassification.RevokedInstruction;

/**
 * Where declassification instructions stand in a text: the shapes of every order, by their extent.
 * What they say is read by {@link org.glasnost.declassification.InstructionGrammar} alone.
 */
final class InstructionForms {
  /** Behind what may be a damaged digit, what was read is the rest of another date. */
  private static final String DATE =
      "(?:\\d{1,2}\\s{1,2}[A-Z]{3,9}\\.?,?\\s{1,2}\\d{2,4}|[A-Z]{3,9}\\.?\\s{1,2}\\d{1,2},?"
          + "\\s{1,2}\\d{4}|\\d{8}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{1,2}[A-Z]{3}\\d{2,4})(?![\\dA-Z|!?*#]|_\\d)";

  static final String DATED = "(?:[,:]?\\s{0,3}" + DATE + ")?";

  /** The categories of section 5(B) of E.O. 11652, of which several may be named. */
  private static final String NUMBERS =
      "\\(?[1-4]\\)?(?:\\s?(?:,|,?\\s{0,2}AND|&)\\s?\\(?[1-4](?!\\d)\\)?){0,3}\\)?";

  private static final String PARAGRAPH_B =
      "(?:SEC(?:TION|T?\\.)?\\s{0,2})?\\(?5\\s?\\(?B\\)?\\s{0,2}" + NUMBERS;
  private static final Pattern SEVERAL =
      Pattern.compile("5\\s?\\(?B\\)?\\s{0,2}\\(?[1-4]\\)?\\s{0,2}(?:,|AND|&)\\s?\\(?[1-4](?!\\d)");
  private static final String CATEGORY = "CAT(?:EGORY|\\.)?(?![A-Z])[\\s:\\u00A7]{0,5}";

  /** Words that introduce an instruction. */
  private static final String INTRO =
      "(?:(?:DECLASSIFY\\s{1,3}(?:ON|BY|AFTER)|DECLASSIFY|DECLASSIFICATION\\s{1,3}(?:ON|DATE)"
          + "|AUTOMATICALLY\\s{1,3}DECLASSIFIED\\s{1,3}ON"
          + "|(?:(?:THIS|THE)\\s{1,3}(?:DOCUMENT|MEMORANDUM|TELEGRAM|MESSAGE|CABLE|LETTER|REPORT|PAPER"
          + "|INFORMATION|MATERIAL)\\s{1,3})?(?:WILL|SHALL|IS\\s{1,3}TO|TO)\\s{1,3}BE\\s{1,3}"
          + "(?:AUTOMATICALLY\\s{1,3})?DECLASSIFIED\\s{1,3}ON|DECLAS|DECL(?:\\s{1,3}ON)?|DEC\\s{1,2}ON"
          + "|(?<!(?:AUTHORITY\\sOF|PURSUANT\\sTO|ACCORDANCE\\sWITH)\\s{1,3})"
          + "(?:E\\.?\\s?O\\.?|EXECUTIVE\\s{1,3}ORDER)\\s{0,3}1[0-9]{4})(?![A-Z])\\s{0,3}[:;.,-]?\\s{0,3}"
          + "(?:DECL\\s{0,2}:?\\s{0,3})?)";

  static final Pattern INTRODUCED = Pattern.compile("(?<![A-Z])" + INTRO);
  static final Pattern ORDER = Pattern.compile("\\s*(?:E|EXECUTIVE)\\b.*", Pattern.DOTALL);

  /** What ends an instruction in words. */
  static final Pattern BLOCK_FIELD =
      Pattern.compile(
          "\\s{1,3}(?:DERV|DERIVED|DRV|DATE\\s{1,2}OF\\s{1,2}SOURCE|REASON|CL\\s|CLASSIFIED\\s{1,2}BY|DOWNGRADE|DNG)|[;\\n]");

  /** What makes of a day behind DECLASSIFY ON one that does not end classification by itself. */
  static final Pattern CONDITION =
      Pattern.compile(
          "[\\s,(-]{1,4}(?:(?:FOR\\s{1,2}(?:THE\\s{1,2})?)?"
              + RevokedInstruction.PART
              + "|"
              + "(?:OR|IF|WITH|SUBJECT|EXTENDED|CANCELL?ED|PENDING|UNTIL|EXCEPT|BUT|NOT|PROPOSED"
              + "|TENTATIVE(?:LY)?|PROVISIONAL(?:LY)?|PROVIDED|WHEN|UPON|ONCE|AFTER|ESTIMATED?|EST\\.?"
              + "|NO|ONLY|LESS|APPROX(?:IMATELY)?|EARLIEST|AT\\s{1,3}(?:THE\\s{1,3})?EARLIEST|(?!"
              + RevokedInstruction.UNLESS_EXTENDED
              + ")UNLESS)(?![A-Z])"
              + "(?!\\s{1,3}(?:ON\\s{1,3})?\\d)"
              + "(?![^\\n;]{0,120}WHICHEVER\\s{1,3}(?:IS|OCCURS|COMES)\\s{1,3}(?:EARLIER|FIRST|SOONER)))");

  /** {@code GROUP 1/4}: a second number behind the first; which of them holds, is open. */
  private static final String ANOTHER_GROUP =
      "(?:\\s?(?:/|,|&|AND(?![A-Z])|OR(?![A-Z]))\\s?\\d(?![\\w/.-]|\\s{0,2}(?:YEAR|[A-Z]{3,9}\\.?\\s{1,3}\\d)))?";

  private static final String OF_SOURCE =
      "[\\s,;.(]{0,4}(?:SOURCE\\s{1,3})?DATED?(?:\\s{1,3}OF)?(?:\\s{1,3}THE)?"
          + "(?:\\s{1,3}MOST\\s{1,3}RECENT)?(?:\\s{1,3}SOURCE)?(?:\\s{1,3}DOCUMENT)?"
          + "\\s{0,2}:?\\s{0,3}";

  /**
   * A date of which a figure is lost or taken for a sign or letter, where an instruction has one.
   */
  static final Pattern DATE_DAMAGED =
      Pattern.compile(
          "(?<![A-Z])(?:REVIEW(?:\\s{1,3}FOR\\s{1,3}DECLASSIFICATION)?\\s{1,3}ON"
              + "|DOWNGRADED?\\s{1,3}(?:TO\\s{1,3})?(?:SECRET|CONFIDENTIAL|S|C)\\s{1,3}ON"
              + "|X?GDS(?:-?[1-4])?|[AR]DS(?:-?[1-4])?|OADR|25X[1-9])[,:\\s]{1,4}"
              + "((?:\\d{1,2}[\\s.,-]{1,3}[A-Z]{3,9}\\.?[\\s.,-]{1,3}"
              + "|[A-Z]{3,9}\\.?\\s{1,3}\\d{1,2},?\\s{1,3})"
              + "(?=[A-Z|!?_*#]{0,3}\\d)(?=\\d{0,3}[A-Z|!?_*#])[\\dA-Z|!?_*#]{2,4}(?![\\dA-Z])"
              + "|(?=[\\d/.-]{0,7}[|!?_*#])[\\d|!?_*#]{1,2}[/.-][\\d|!?_*#]{1,2}[/.-][\\d|!?_*#]{2,4})");

  /** The date of a source that stands behind an instruction and is none. */
  static final Pattern SOURCE_UNDATED = Pattern.compile(OF_SOURCE + "(\\S[^\\n;]{0,40})");

  /** The forms that name their own kind; of two that begin together the longer stands first. */
  static final Pattern NAMED =
      Pattern.compile(
          "(?<![A-Z0-9])(?:"
              + String.join(
                  "|",
                  "SOURCES?(?:\\(S\\))?\\s{1,3}(?:DOCUMENTS?\\s{1,3})?MARKED\\s{0,3}:?\\s{0,3}[\"\u201C]?"
                      + "(?:OADR|X\\s?-?[1-8]|MR|DCI\\s{1,3}ONLY)[\"\u201D]?"
                      + "(?:"
                      + OF_SOURCE
                      + DATE
                      + ")?",
                  "(?:(?:EXEMPT(?:ED|ION)?|EXCLUDED)\\s{1,3}FROM|NOT\\s{1,3}SUBJECT\\s{1,3}TO)"
                      + "\\s{1,3}(?:THE\\s{1,3})?(?:GENERAL\\s{1,3}DECLASSIFICATION\\s{1,3}SCHEDULE|GDS)"
                      + "(?:[^;]{0,60}?"
                      + CATEGORY
                      + "(?:"
                      + PARAGRAPH_B
                      + "|"
                      + NUMBERS
                      + ")|[\\s,:(]{1,4}"
                      + PARAGRAPH_B
                      + ")?",
                  "EXEMPTION\\s{1,3}" + CATEGORY + PARAGRAPH_B,
                  "X\\s?GDS[\\s,:-]{1,3}" + PARAGRAPH_B,
                  "X\\s?GDS\\)?\\s{0,2}[-\\u2013(]?\\s{0,2}[1-9]\\)?",
                  "XGDS|X[1-4]GDS|E-?[1-4][\\s,;]{1,3}IMPDET",
                  "(?:50X1\\s?-?\\s?HUM|50X2\\s?-?\\s?WMD)" + DATED,
                  "25X[1-9](?:\\s?-\\s?HUM(?:AN)?(?![A-Z])|,?\\s{0,2}E\\.?O\\.?\\s?12951)?(?:,\\s?25X[1-9]){0,8}"
                      + DATED,
                  "[57][05]X[1-9]" + DATED,
                  "75X",
                  "OADR|O\\.A\\.D\\.R\\.?"
                      + "|ORIGINATING\\s{1,3}AGENC.{1,5}\\s{1,3}DETERMINATION\\s{1,3}REQUIRED",
                  "SUBJECT\\s{1,3}TO\\s{1,3}(?:THE\\s{1,3})?(?:GENERAL\\s{1,3}DECLASSIFICATION"
                      + "\\s{1,3}SCHEDULE|GDS(?![A-Z]))(?:\\s{1,3}OF\\s{1,3}(?:E\\.?\\s?O\\.?|EXECUTIVE\\s{1,3}ORDER)"
                      + "\\s{1,3}11652)?(?:[\\s,.;]{1,4}AUTOMATICALLY\\s{1,3}DOWNGRADED\\s{1,3}AT\\s{1,3}TWO"
                      + "[\\s-]YEAR\\s{1,3}INTERVALS)?(?:[\\s,.;]{1,4}(?:AND\\s{1,3})?DECLASSIFIED\\s{1,3}ON"
                      + "\\s{1,3}"
                      + DATE
                      + ")?",
                  "GDS" + DATED,
                  "ADVANCED\\s{1,3}DECLASSIFICATION\\s{1,3}SCHEDULE" + DATED,
                  "ADS(?!-\\d)(?:,?\\s{1,3}DECLASSIF(?:Y|IED)(?:\\s{1,3}ON)?)?" + DATED,
                  "[RX]DS(?:\\s?-\\s?[1-9]|\\s[1-9](?![\\d/.-]|\\s{1,2}[A-Z]{3}))?" + DATED,
                  "G(?:ROU)?P\\s{0,2}-?\\s{0,2}(?:[1-4]|IV|I{1,3})(?![A-Z0-9])"
                      + ANOTHER_GROUP
                      + "(?:[\\s.:;,(-]{1,4}(?:"
                      + groupWords()
                      + "))?",
                  "(?:(?<=SECRET |TIAL )|(?<![A-Z] ))G(?:ROU)?P\\s{0,2}-?\\s{0,2}[05-9](?![A-Z0-9])"
                      + "(?:[\\s.:;,(-]{1,4}(?:"
                      + groupWords()
                      + "))?",
                  groupWords(),
                  "(?<!(?:SYSTEMATIC|MANDATORY|HISTORICAL)\\s{1,3})(?:REVIEW(?:\\s{1,3}FOR\\s{1,3}DECLASSIFICATION)?(?:\\s{1,3}ON)?|RE?VW(?:\\s{1,3}ON)?)"
                      + "\\s{0,2}:?\\s{0,3}"
                      + DATE,
                  "(?:N/A|NOT\\s{1,3}APPLICABLE)\\s{1,3}TO\\s{1,3}(?:RD|FRD|TFNI|NATO|RESTRICTED"
                      + "|FORMERLY)[^\\n]{0,90}",
                  "SUBJECT\\s{1,3}TO\\s{1,3}(?:A\\s{1,3})?(?:TREATY|INTERNATIONAL"
                      + "\\s{1,3}AGREEMENT)[^\\n]{0,60}",
                  "D[CN]I\\s{1,3}ONLY")
              + ")(?![A-Z0-9])");

  /** With what a form begins. */
  static final String BEGINNINGS = "SEX257OGARDN";

  /** One of these stands in every form: most texts are passed over at once. */
  static final Pattern ANY =
      Pattern.compile(
          "GDS|EXEMPTION|[257][50]X|OADR|O\\.A\\.D|ORIGINATING|GENERAL|ADS|ADVANCED|[RX]DS|G(?:R[O0Q]U|R)?P|RE?VI?E?W|N/A"
              + "|APPLICABLE|SUBJECT|D[CN]I|IMPDET|AUTOMATIC|YEAR|MARKED");

  /** OADR by itself on a line, with letters taken for others or apart. */
  static final Pattern BARE_OADR =
      Pattern.compile("(?m)^[ \\t]*+((?!OADR)[O0Q] ?[A4] ?[D0O] ?R)[ \\t]*+\\.?$");

  static final Pattern MARKED = Pattern.compile("SOURCES?\\s{1,3}MARKED(?![A-Z])");
  static final Pattern OR_ANOTHER =
      Pattern.compile(
          "[\\s,]{0,3}(?:,|OR|AND|/|&)\\s{1,3}(?=" + DATE + "|X[1-8](?![A-Z0-9])|OADR)");
  static final Pattern DOWNGRADING =
      Pattern.compile(
          "(?<![A-Z])(?:DNG|DOWNGRADE)\\s{0,2}(?:TO)?:?\\s{1,3}(?:TO\\s{1,3})?"
              + "(?:SECRET|CONFIDENTIAL|S|C)\\s{1,3}(?:ON\\s{1,3})?:?\\s{0,2}"
              + DATE);
  static final Pattern DAMAGED_INTRO =
      Pattern.compile("(?<![A-Z0-9])DEC[I1|!]\\s{0,2}:\\s{0,3}(?=OADR|X[1-8]|\\d)");

  /** The label of an instruction with letters taken for others; also as it should stand. */
  static final Pattern ANY_LABEL =
      Pattern.compile(
          "(?<![A-Z0-9])D[E3F][CG][L1I|!]A[S5][S5][I1L|!][FP][YV]\\s{1,3}(?:[O0QD]N|[B8]Y)(?![A-Z0-9])\\s{0,3}[:;.]?\\s{0,3}");

  static final Pattern LABEL = Pattern.compile("DECLASSIFY\\s{1,3}(?:ON|BY)\\b.*", Pattern.DOTALL);

  /** X1 to X8, of which several may stand in a row; with the paragraph before them, as in 1.6X1. */
  static final Pattern BRIEF =
      Pattern.compile(
          "(?:1\\.[56]\\s?)?X\\s?-?\\s?[1-8](?![A-Z0-9])(?:\\s{0,2}(?:,|AND|&|/)\\s{0,2}X?-?[1-8](?![A-Z0-9])){0,7}"
              + "|MR(?![A-Z0-9])");

  static final Pattern BRIEF_DAMAGED = Pattern.compile("X([IL|!SZB])(?![A-Z0-9])");
  static final Pattern LAST_BRIEF = Pattern.compile("[A-Z][\\s/,-]{1,3}(X[1-8])\\s{0,8}$");

  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?:25|50|75)X(?:[1-9]|(?![A-Z0-9]))(?:\\s?-\\s?(?:HUMAN|HUM|WMD))?"
              + "(?:\\s{0,3}(?:[,/;&+\\n\\u2013-]|(?<![A-Z])(?:AND|OR|TO)(?![A-Z]))\\s{0,3}(?:(?:AND|OR)\\s{1,3})?|\\s{1,3})"
              + "(?:(?:(?:25|50|75)X[1-9]?(?:-(?:HUM|WMD))?|X[1-8])(?![A-Z0-9])|(?<=OR\\s{1,3})"
              + DATE
              + ")");

  /** A day behind the exemptions ends all of them alike. */
  private static final Pattern ONE_DAY =
      Pattern.compile("(?:,\\s?25X[1-9]){0,8}[,;:]?\\s{1,3}(?:UNTIL\\s{1,3})?" + DATE);

  private static final int MOST_BEHIND = 40;

  private InstructionForms() {}

  /** Whether {@link #ANY} may find something: the first letters of one of its words stand. */
  static boolean mayStand(String upper) {
    for (int i = 0; i + 1 < upper.length(); i++) {
      char next = upper.charAt(i + 1);
      boolean may =
          switch (upper.charAt(i)) {
            case 'G' -> next == 'D' || next == 'E' || next == 'P' || next == 'R';
            case '2', '5', '7' -> next == '5' || next == '0';
            case 'O' -> next == 'A' || next == '.' || upper.startsWith("ORI", i);
            case 'A' ->
                upper.startsWith("ADS", i)
                    || upper.startsWith("ADV", i)
                    || next == 'P'
                    || next == 'U';
            case 'R' -> next == 'D' || next == 'V' || upper.startsWith("REV", i);
            case 'X' -> upper.startsWith("XDS", i);
            case 'N' -> next == '/';
            case 'S' -> upper.startsWith("SUB", i);
            case 'E' -> next == 'X' && upper.startsWith("EXEMPTION", i);
            case 'D' -> upper.startsWith("DCI", i) || upper.startsWith("DNI", i);
            case 'I' -> upper.startsWith("IMP", i);
            case 'Y' -> next == 'E' && upper.startsWith("YEAR", i);
            case 'M' -> upper.startsWith("MAR", i);
            default -> false;
          };
      if (may) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@link #INTRODUCED} may find something: it has DEC in it, or the number of an order.
   */
  static boolean mayBeIntroduced(String upper) {
    return upper.contains("DEC") || holdsDigit(upper);
  }

  private static boolean holdsDigit(String upper) {
    for (int i = 0; i < upper.length(); i++) {
      if (upper.charAt(i) >= '0' && upper.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** Whether {@link #ANY_LABEL} may find something: its first five signs stand. */
  static boolean mayHoldLabel(String upper) {
    for (int i = 0; i + 4 < upper.length(); i++) {
      if (upper.charAt(i) == 'D'
          && upper.charAt(i + 4) == 'A'
          && "E3F".indexOf(upper.charAt(i + 1)) >= 0
          && "CG".indexOf(upper.charAt(i + 2)) >= 0
          && "L1I|!".indexOf(upper.charAt(i + 3)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@link #LAST_BRIEF} may find something: the last character is a digit. */
  static boolean endsWithDigit(String upper) {
    int last = upper.length() - 1;
    while (last >= 0
        && (Character.isWhitespace(upper.charAt(last)) || upper.charAt(last) == '\u0085')) {
      last--;
    }
    return last >= 0 && Character.isDigit(upper.charAt(last));
  }

  /** Where another end stands beside in the same breath, it belongs to the instruction. */
  static int contradicted(String upper, int end) {
    Matcher other = OR_ANOTHER.matcher(upper).region(end, upper.length());
    if (!other.lookingAt()) {
      return end;
    }
    Matcher field = BLOCK_FIELD.matcher(upper).region(end, upper.length());
    return field.find() ? field.start() : upper.length();
  }

  /** On a telegram the number of the order labels the line of its instruction. */
  static boolean isLabel(String upper, int from, int start) {
    return upper.substring(from, start).strip().endsWith(":");
  }

  /**
   * Where a second exemption ends that stands within an instruction or behind it, or a day that is
   * said to hold instead of it.
   */
  static Optional<Integer> another(String upper, int from, int to) {
    Matcher second =
        ANOTHER.matcher(upper).region(from, Math.min(upper.length(), to + MOST_BEHIND));
    return second.find()
            && second.start() < to
            && !ONE_DAY.matcher(upper).region(second.end(), upper.length()).lookingAt()
        ? Optional.of(second.end())
        : Optional.empty();
  }

  /** Whether more than one category of section 5(B) stands there. */
  static boolean namesSeveral(String words) {
    return words.indexOf('5') >= 0 && SEVERAL.matcher(Draft.upper(words)).find();
  }

  /** Whether the letter is one of a word in capitals or a number. */
  static boolean isCapitalOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /**
   * A short designator counts in capitals, or alone on its line: "ads" is a word of the language.
   */
  static boolean isProse(String text, int from, int to) {
    if (to - from > 16 || to - from < 2 || !Character.isLowerCase(text.charAt(from + 1))) {
      return false;
    }
    int begin = text.lastIndexOf('\n', from) + 1;
    int end = text.indexOf('\n', to);
    boolean alone =
        text.substring(begin, from).isBlank()
            && text.substring(to, end < 0 ? text.length() : end).isBlank();
    return !alone || text.substring(from, to).chars().noneMatch(Character::isDigit);
  }

  private static String groupWords() {
    return "EXCLUDED\\s{1,3}FROM\\s{1,3}AUTOMATIC(?:\\s{1,3}DOWNGRADING)?(?:\\s{1,3}AND\\s{1,3}DECLASSIFICATION)?"
        + "|EXEMPTED\\s{1,3}FROM\\s{1,3}AUTOMATIC\\s{1,3}DOWNGRADING(?:\\s{1,3}BY[^\\n]{1,40})?"
        + "|DOWNGRAD(?:ED|ING)\\s{1,3}AT\\s{1,3}\\d{1,2}[\\s-]{1,3}YEAR\\s{1,3}INTERVALS[;,.]?"
        + "(?:\\s{1,3}(?:NOT\\s{1,3}AUTOMATICALLY\\s{1,3})?DECLASSIFIED"
        + "(?:\\s{1,3}AFTER\\s{1,3}\\d{1,2}\\s{1,3}YEARS)?)?";
  }
}
