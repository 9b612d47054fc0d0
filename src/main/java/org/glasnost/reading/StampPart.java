package org.glasnost.reading;

import java.util.regex.Pattern;

/**
 * Words by which a stamp is of a part of the paper: what is left out of it ({@code except
 * paragraphs 3 and 4}, {@code less attachment 2}), or the pages of which alone it speaks.
 */
final class StampPart {
  private static final String UNIT =
      "(?:PAGES?|PGS?\\.?|PP?\\.|PARAGRAPHS?|PARAS?\\.?|SECTIONS?|PORTIONS?|PARTS?|ATTACHMENTS?"
          + "|ATTACH\\.?|ATCHS?|ENCLOSURES?|ENCLS?\\.?|TABS?|ANNEX(?:ES)?|APPENDI(?:X|CES)|CHAPTERS?"
          + "|LINES?|SENTENCES?|ITEMS?|FOOTNOTES?|EXHIBITS?|VOLUMES?|ADDEND(?:UM|A))";

  private static final String LEFT_OUT =
      "(?:EXCEPT(?:ING|ED|IONS?)?|EXCLUD(?:ES?|ED|ING)|EXCLUSIVE\\sOF|LESS|MINUS|OTHER\\sTHAN"
          + "|APART\\sFROM|ASIDE\\sFROM|EXCISING|OMITTING|DELETING|WITHHOLDING|EXEMPTING"
          + "|BUT\\sNOT|NOT\\sINCLUDING|(?:SAVE|BAR(?:RING)?)\\s(?:FOR\\s)?(?:THE\\s)?"
          + UNIT
          + "|WITH(?:\\s(?:THE|SOME|CERTAIN|AGENCY))?\\s(?:FOLLOWING\\s)?(?:EXCEPTIONS?|EXEMPTIONS?"
          + "|EXCISIONS?|DELETIONS?|REDACTIONS?|OMISSIONS?)|(?:WITHOUT|W/O|ONLY|NOT)\\s(?:THE\\s)?"
          + UNIT
          + ")(?![A-Z])";

  private static final String RULED =
      UNIT
          + "(?![A-Z])[^\\n]{0,60}?(?<![A-Z])(?:ONLY|WITHHELD|REMAINS?|STILL|EXEMPT(?:ED)?|EXCISED|DELETED"
          + "|DENIED|REDACTED|EXCLUDED|SANITIZED|NOT|RETAINED?)(?![A-Z])";

  private static final String NUMBERED =
      "(?:PAGES|PARAGRAPHS|PARAS\\.?|PP\\.)\\s{1,3}\\(?\\d{1,3}(?![\\d/])";

  /** A line under a stamp that begins so belongs to it. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\W{0,8}(?:(?:BUT|AND|ALL)\\s{1,3})?(?:"
              + LEFT_OUT
              + "|"
              + RULED
              + "|"
              + NUMBERED
              + "|AS\\s{1,3}(?:SANITIZED|EXCISED|REDACTED)(?![A-Z])"
              + "|[^\\n]{0,60}?(?<![A-Z])(?:WITHHELD|CLOSED|REDACTED|EXCISED|SANITI[SZ]ED|DELETED"
              + "|DELETIONS?|WITHDRAWAL)(?![A-Z])"
              + "|[A-Z ]{1,40}(?<![A-Z])ONLY\\W{0,4}$"
              + "|[A-Z ]{0,40}EQUIT(?:Y|IES)\\s{1,3}ONLY(?![A-Z]))");

  private static final Pattern WITHIN =
      Pattern.compile("(?<![A-Z])(?:" + LEFT_OUT + "|" + RULED + "|" + NUMBERED + ")");

  /** A line above a stamp that goes on in it: {@code PARAS 1-4}, {@code THE ATTACHMENT IS}. */
  private static final Pattern ABOVE =
      Pattern.compile(
          "\\W{0,8}(?:(?:THE|THIS|THESE|ONLY|AND)\\s{1,3})*+(?:"
              + NUMBERED
              + "[\\d\\s,&()-]{0,20}(?:(?<![A-Z])AND\\s{1,3}\\d{1,3}\\)?)?(?:\\s{1,3}(?:ONLY|ARE|WERE))?"
              + "|"
              + UNIT
              + "(?:\\s{1,3}[\\dA-Z]{1,3}(?![A-Z]))?\\s{1,3}(?:ONLY|IS|ARE|WAS|WERE|H(?:AS|AVE)\\s{1,3}BEEN))"
              + "\\W{0,6}$");

  /** Directly behind the opening: what alone was declassified or released. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "[\\s:,-]{1,4}(?:(?:FOR|AS\\sTO|THE)\\s{1,3})?(?!SECTION)"
              + UNIT
              + "\\s{1,3}\\(?[\\dA-Z]\\b");

  private static final Pattern IN_FRONT =
      Pattern.compile("(?<![A-Z])" + UNIT + "(?:\\s{1,3}[\\dA-Z]{1,3}(?![A-Z]))?\\W{0,4}$");

  /** The words of the usual stamps of a part, which need no person. */
  private static final Pattern USUAL =
      Pattern.compile(
          "(?<![A-Z])(?:IN\\s{1,3}PART|PORTIONS\\s{1,3}EXEMPTED|SANITIZED|EXCEPT\\s{1,3}WHERE\\s{1,3}SHOWN)(?![A-Z])");

  private static final int LONGEST_LINE = 120;

  private StampPart() {}

  /** Whether the words are none of the usual ones: a person must say which part is meant. */
  static boolean isOpen(String stamp, int opening) {
    return names(stamp, opening) && !USUAL.matcher(stamp).find();
  }

  /** Whether words in front of the opening, in capitals, name a part: {@code PAGE 1}. */
  static boolean isUnit(String inFront) {
    return IN_FRONT.matcher(inFront).find();
  }

  /** Whether a line above the opening of a stamp, in capitals, limits it. */
  static boolean isAbove(String line) {
    return line.length() <= LONGEST_LINE && ABOVE.matcher(line).lookingAt();
  }

  /** Whether a line under a stamp, in capitals, says that it is of a part. */
  static boolean isLine(String line) {
    return line.length() <= LONGEST_LINE && LINE.matcher(line).lookingAt();
  }

  /** Whether words behind the opening of a stamp, in capitals, say that it is of a part. */
  static boolean names(String stamp, int opening) {
    return OBJECT.matcher(stamp).region(opening, stamp.length()).lookingAt()
        || WITHIN.matcher(stamp).region(opening, stamp.length()).useTransparentBounds(true).find();
  }
}
