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
          "(?:(?<![A-Z])(?:NOT|NO|NON|EXEMPT)[ -]{1,3}|\\?\\s?)(?:GDS|ADS|RDS|OADR|"
              + GROUP
              + ")(?![A-Z])|(?<![A-Z])(?:GDS|ADS|OADR|"
              + GROUP
              + ")[ ,;:-]{1,3}(?:DOES\\s{1,3}NOT\\s{1,3}APPLY|N/?A(?![A-Z])|NOT\\s{1,3}APPLICABLE"
              + "|CANCELL?ED|RESCINDED|REMOVED)|(?<![A-Z])REMOVED\\s{1,3}FROM\\s{1,3}"
              + GROUP);

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
