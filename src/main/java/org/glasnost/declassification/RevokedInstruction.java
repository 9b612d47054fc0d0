package org.glasnost.declassification;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that take an instruction back, doubt or limit it: {@code NOT GDS}, {@code GROUP 4
 * CANCELLED}, {@code GDS?}, {@code GDS EXCEPT PARA 3}. What is left of it says nothing of the whole
 * paper, so that it is never read as given.
 */
public final class RevokedInstruction {
  private static final String GROUP = "(?:GROUP|GRP|GP)\\s?-?[1-4]";

  /**
   * The one condition that leaves a written day as it is, since by rule every such day may be
   * extended, and an earlier end does not move it (32 CFR 2001.12(b), (c)(1)).
   */
  public static final String UNLESS_EXTENDED =
      "UNLESS\\s{1,3}(?:(?:SOONER|EARLIER|PREVIOUSLY|OTHERWISE|FORMALLY|SPECIFICALLY)\\s{1,3}){0,2}"
          + "(?:CLASSIFICATION\\s{1,3}IS\\s{1,3})?(?:EXTENDED|DECLASSIFIED|DOWNGRADED)(?![A-Z])";

  /** A part of the paper: what is said of it alone holds for no other. */
  public static final String PART =
      "(?:PARAS?|PARAGRAPHS?|PAGES?|PP?\\.|PORTIONS?|PARTS?|TEXT|TITLE|ANNEX(?:ES)?|APPENDIX"
          + "|ATTACHMENTS?|ENCLOSURES?|ENCLS?|TABS?)(?![A-Z])";

  private static final String DAY = "[ ,:]{1,3}[\\dA-Z][\\dA-Z/. -]{4,16}?\\d";

  /** What ends or lowers by itself; OADR does neither, limited or not. */
  private static final String ENDING =
      "(?<![A-Z])(?:X?GDS(?:[- ]?[1-4])?|ADS|RDS(?:[- ]?[1-9](?![\\d/.-]))?|"
          + GROUP
          + "|(?:DNG|DOWNGRADED?)(?:\\s{1,3}TO)?:?\\s{1,3}(?:SECRET|CONFIDENTIAL|S|C)(?:\\s{1,3}ON)?(?="
          + DAY
          + "))";

  /** Directly behind an instruction: it holds for a part only, or under a condition, or no more. */
  private static final String LIMITS =
      "(?:[ ,;:-]{1,4}|\\s?[(\\[]\\s?)(?:FOR\\s{1,2}(?:THE\\s{1,2})?)?"
          + "(?:EXCEPT|EXCLUDING|LESS|ONLY|IF|(?!"
          + UNLESS_EXTENDED
          + ")UNLESS|DELETED|VOID(?:ED)?|PENDING|"
          + PART
          + ")(?![A-Z])|\\s?\\?";

  /** Directly in front of a schedule. */
  private static final String LIMITED =
      "(?:PARTLY|PARTIALLY|FORMERLY|(?:PARAS?|PARAGRAPHS?|PAGES?)\\s{1,2}[\\d, -]{1,12}|ATTACHMENTS?|ENCLOSURES?)[ :]{1,3}";

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?<![A-Z])(?:NOT|NO|NON|EXEMPT)[ -]{1,3}"
              + "(?:SUBJECT\\s{1,3}TO\\s{1,3}(?:THE\\s{1,3})?)?|\\?\\s?)(?:GDS|ADS|RDS|OADR"
              + "|GENERAL\\s{1,3}DECLASSIFICATION\\s{1,3}SCHEDULE|"
              + GROUP
              + ")(?![A-Z])|(?<![A-Z])(?:GDS|ADS|OADR|"
              + GROUP
              + ")[\\s,;:-]{1,4}(?:(?:DOES\\s{1,3}NOT|NO\\s{1,3}LONGER)\\s{1,3}APPL(?:Y|IES)|N/?A(?![A-Z])|NOT\\s{1,3}APPLICABLE"
              + "|CANCELL?ED|RESCINDED|REMOVED)|(?<![A-Z])REMOVED\\s{1,3}FROM\\s{1,3}"
              + GROUP
              + "|"
              + ENDING
              + "(?:"
              + DAY
              + ")?(?:"
              + LIMITS
              + ")|(?<![A-Z])"
              + LIMITED
              + "(?:GDS|ADS|"
              + GROUP
              + ")(?![A-Z0-9])");

  private RevokedInstruction() {}

  /**
   * Where the first such words stand; empty: nowhere.
   *
   * @param upper the text in upper case
   */
  public static Optional<MatchResult> in(String upper) {
    Matcher words = WORDS.matcher(upper);
    return words.find() ? Optional.of(words.toMatchResult()) : Optional.empty();
  }
}
