package org.glasnost.declassification;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that take an instruction back: {@code NOT GDS}, {@code GROUP 4 CANCELLED}, {@code GDS DOES
 * NOT APPLY}. What is left of it says nothing of its own, so that it is never read as given.
 */
public final class RevokedInstruction {
  private static final String GROUP = "(?:GROUP|GRP|GP)\\s?-?[1-4]";

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?<![A-Z])(?:NOT|NO|NON|EXEMPT)[ -]{1,3}"
              + "(?:SUBJECT\\s{1,3}TO\\s{1,3}(?:THE\\s{1,3})?)?|\\?\\s?)(?:GDS|ADS|RDS|OADR"
              + "|GENERAL\\s{1,3}DECLASSIFICATION\\s{1,3}SCHEDULE|"
              + GROUP
              + ")(?![A-Z])|(?<![A-Z])(?:GDS|ADS|OADR|"
              + GROUP
              + ")[ ,;:-]{1,3}(?:DOES\\s{1,3}NOT\\s{1,3}APPLY|N/?A(?![A-Z])|NOT\\s{1,3}APPLICABLE"
              + "|CANCELL?ED|RESCINDED|REMOVED)|(?<![A-Z])REMOVED\\s{1,3}FROM\\s{1,3}"
              + GROUP);

  /**
   * The one condition that leaves a written day as it is, since by rule every such day may be
   * extended, and an earlier end does not move it (32 CFR 2001.12(b), (c)(1)).
   */
  public static final String UNLESS_EXTENDED =
      "UNLESS\\s{1,3}(?:(?:SOONER|EARLIER|PREVIOUSLY|OTHERWISE|FORMALLY|SPECIFICALLY)\\s{1,3}){0,2}"
          + "(?:CLASSIFICATION\\s{1,3}IS\\s{1,3})?(?:EXTENDED|DECLASSIFIED|DOWNGRADED)(?![A-Z])";

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
