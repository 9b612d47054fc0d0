package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a whole portion mark is written: today's forms, those of earlier practice ({@code (TSC)},
 * {@code (SRD)}, {@code (NS)}, {@code (UK-S)}) and levels spelled out, behind the number of a
 * paragraph or without one, with a blank behind each or without.
 */
final class PortionMark {
  /** Before this place a numbered paragraph's portion mark begins. */
  static final int LONGEST_NUMBER = 24;

  private static final String BRIEF =
      "(?:TS|S|C|U|R|CUI|LOU)(?:[/-][^()]{0,200}|\\s?[,;]\\s?[A-Z]{2}[^()a-z]{0,200})?";

  /** Of earlier practice: COMINT and the Departments' categories run together with the level. */
  private static final String OF_OLD =
      "(?:TSC|SC|(?:TS|S|C)?F?RD|(?:CTS|NS|NC)(?:AT?|B)?|NR|NU|[A-Z]{2,4}-(?:TS|S|C|R|U)"
          + "|(?:UK|GBR|CAN|AUS|NZL?|FRA?|DEU|GER|ITA|JPN|NLD|BEL|NOR|DNK|TUR|ISR|KOR|NATO)"
          + "\\s(?:TS|S|C|R))"
          + "(?:[/-][^()]{0,200})?";

  private static final String SPELLED =
      "(?:(?:[A-Z]{2,7} )?(?:TOP\\s{1,2}SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED)"
          + "(?![A-Z])[^()a-z]{0,200}"
          + "|(?i:top\\s{1,2}secret|secret|confidential|unclassified|restricted)"
          + "(?:\\s?[/,;-]{1,2}\\s?[A-Za-z]{1,20}){0,4})";

  private static final String FOREIGN = "//[^()]{1,300}";

  /** What stands in the brackets. */
  private static final String INNER =
      "(?:" + BRIEF + "|" + OF_OLD + "|" + SPELLED + "|" + FOREIGN + ")";

  private static final String BULLET = "[-*>\u2022\u00b6\u00a7]{1,3}";

  /** A number or letter of a paragraph, in front of its portion mark. */
  private static final String NUMBER =
      "(?:(?:[Pp]ara(?:graph)?|PARA(?:GRAPH)?)\\.?\\s{1,2})?"
          + "(?:\\d{1,3}(?:\\.(?:\\d{1,3}|[a-z])){1,3}[.):]{0,2}|\\d{1,3}(?:[.):]{1,2}|(?=\\s))"
          + "|\\(\\d{1,2}\\)|\\([a-z]\\)|[IVXivx]{1,5}[.)]|[A-Za-z][.)]|"
          + BULLET
          + ")\\s{0,8}";

  private static final Pattern LEADING =
      Pattern.compile("(?:" + NUMBER + "){0,2}(\\(" + INNER + "\\))");

  private static final Pattern IN_TEXT =
      Pattern.compile("\\(" + INNER + "\\)(?=[\\s.,;:\\u2013\\u2014-]|[A-Z\"\u201c]|$)");

  private static final Pattern IS_SPELLED =
      Pattern.compile("\\((?!//)(?:[A-Z]{2,7} )?(?i:TOP\\s{1,2}SECRET|SECRET|CONF|UNCL|REST).*");

  /** A year behind (C) with which no sentence begins: the sign of a copyright. */
  private static final Pattern YEAR =
      Pattern.compile("\\s{0,3},?\\s{0,3}(?:19|20)\\d\\d\\b(?!\\s{1,3}[a-z])");

  /** {@code (C) Copyright 1986}, {@code (R) registered}: signs of ownership, no portion marks. */
  private static final Pattern SIGN =
      Pattern.compile(
          "(?i)\\s*\\((?:C\\)\\s{0,3}(?:COPYRIGHT\\b|(?:19|20)\\d\\d\\b[ ,]{1,3}(?:BY\\b|ALL RIGHTS\\b|[A-Z][\\w&. ]{1,60}(?:INC|CO|LTD|CORP|COMPANY|PRESS)\\b))|R\\)\\s{0,3}REGISTERED\\b)");

  private PortionMark() {}

  /** The mark at the head of a line, in the first group; look with {@code lookingAt}. */
  static Matcher leading(String line) {
    return LEADING.matcher(line);
  }

  /** The marks of a stretch of running text. */
  static Matcher inText(String text) {
    return IN_TEXT.matcher(text);
  }

  /** Whether a bracket opens where a mark may stand at the head of a line. */
  static boolean mayLead(String line) {
    int open = line.indexOf('(');
    return open >= 0 && open <= LONGEST_NUMBER;
  }

  /** Whether what stands at the head of a line is the sign of an owner's right. */
  static boolean isSign(String line) {
    return SIGN.matcher(line).lookingAt();
  }

  /** Whether a line is a mark, and its level is not written out. */
  static boolean isBrief(String line) {
    return line.charAt(0) == '(' && LEADING.matcher(line).matches() && !isSpelled(line);
  }

  /** Whether its level is written out, so that the grammar of the eras before today's reads it. */
  static boolean isSpelled(String mark) {
    return mark.indexOf("//") < 0 && IS_SPELLED.matcher(mark).matches();
  }

  /** Whether what stands behind a mark says that it may be none: then a person must say. */
  static boolean isDoubtful(String text, String mark, int end) {
    boolean glued = end < text.length() && Character.isLowerCase(text.charAt(end));
    boolean year = mark.equals("(C)") && YEAR.matcher(text).region(end, text.length()).lookingAt();
    int start = end - mark.length();
    boolean sign =
        (mark.equals("(C)") || mark.equals("(R)"))
            && SIGN.matcher(text).region(start, text.length()).lookingAt();
    return glued || year || sign || MidSentence.goesOn(text, end);
  }
}
