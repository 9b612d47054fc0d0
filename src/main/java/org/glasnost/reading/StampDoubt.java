package org.glasnost.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words by which a stamp records nothing: it is negated, only intended, asked for or refused, or
 * taken back ({@code NOT DECLASSIFIED}, {@code TO BE DECLASSIFIED BY STATE}, {@code DECLASSIFIED IN
 * ERROR}). Such a stamp is no release, and a person must see it.
 */
final class StampDoubt {
  private static final String NOT =
      "N[O0]T|NEVER|CANN[O0]T|[A-Z]{2,5}N['\\u2019]T|NEITHER|N[O0]R|N[O0] LONGER";
  private static final String INTENDED =
      "T[O0] BE|(?:WILL|SHALL|MAY|MIGHT|MUST|SHOULD|C[O0]ULD|W[O0]ULD|CAN|IS|ARE) (?:BE|N[O0]T|[O0]NLY)"
          + "|SHOULD|BEING";
  private static final String CONDITION =
      "IF|WHEN|WHENEVER|UNTIL|UNLESS|[O0]NCE|BEFORE|PRIOR TO|PENDING|LEST";
  private static final String DOUBTED =
      "ERRONEOUSLY|INADVERTENTLY|IMPROPERLY|MISTAKENLY|WRONGLY|INCORRECTLY|P[O0]SSIBLY|PROBABLY"
          + "|PRESUMABLY|ALLEGEDLY|APPARENTLY|TENTATIVELY|PROVISIONALLY|CONDITIONALLY|PR[O0]P[O0]SED"
          + "|RECOMMENDED|CONSIDERED|SUBMITTED|NOMINATED|CANDIDATE|UNDER REVIEW"
          + "|DRAFT|SAMPLE|SPECIMEN|EXAMPLE|TEMPLATE|V[O0]ID(?:ED)?|CANCELL?ED|RESCINDED|REV[O0]KED|WITHDRAWN";

  /** In front, on the line of the opening. */
  private static final Pattern IN_FRONT =
      Pattern.compile(
          words("(?:" + NOT + "|" + INTENDED + "|" + CONDITION + "|" + DOUBTED + ")")
              + "(?![A-Z])|(?<![A-Z0-9])N[O0]N?[ -]{1,3}$|(?<![A-Z0-9])UN-\\s?$");

  /** What ends the line above and goes on into the opening. */
  private static final Pattern ABOVE =
      Pattern.compile(
          words(
                  "(?:(?:"
                      + NOT
                      + "|"
                      + INTENDED
                      + "|"
                      + CONDITION
                      + "|"
                      + DOUBTED
                      + ")(?: (?:YET|BE|BEEN|T[O0] BE|F[O0]R))?"
                      + "|(?:WHEN|WHENEVER|IF|UP[O0]N|[O0]NCE|AFTER|UNLESS|UNTIL)[A-Z ,]{3,60}"
                      + "(?:IS|ARE|BECOMES?|MAY BE|WILL BE|SHALL BE))")
              + "[ \\t\\r:]{0,8}\\n[ \\t\\r]{0,8}(?:\\n[ \\t\\r]{0,8})?$");

  private static final String TAKEN_BACK =
      "(?:IN|BY|THROUGH) (?:ERROR|MISTAKE|ACCIDENT)|ERRONEOUS(?:LY)?|INADVERTENT(?:LY)?"
          + "|IMPROPER(?:LY)?|MISTAKENLY|RESCINDED|REVOKED|(?<!CLASSIFICATION )CANCELL?ED|VOID(?:ED)?"
          + "|HOLD(?:ING)? F[O0]R|N[O0]T C[O0]NCUR(?:RED)?|NEW REVIEW|RE-?CLOSED|WITHDRAWN|ANNULLED|OVERTURNED|REVERSED|RE-?CLASSIFIED|UPGRADED|NULL AND V[O0]ID|DISREGARD"
          + "|CLASSIFICATION (?:RESTORED|REINSTATED|RAISED)";
  private static final String NOT_YET =
      "PENDING|AWAITING|REFER(?:RED)? T[O0]|PR[O0]P[O0]SED|TENTATIVE(?:LY)?|PROVISIONAL(?:LY)?|CONDITIONAL(?:LY)?|UNDER REVIEW"
          + "|(?<!BY )IF|UP[O0]N|WHEN|UNLESS|UNTIL|[O0]NCE|PROVIDED|SUBJECT T[O0]"
          + "|N[O0]T (?:YET|VALID|APPLICABLE|APPROVED|AUTHORI[SZ]ED|EFFECTIVE|FINAL|IN EFFECT|IN F[O0]RCE)";
  private static final String REFUSED = "DENIED|REFUSED|REJECTED|DISAPPROVED";

  /** Behind the opening, within the stamp. */
  private static final Pattern BEHIND =
      Pattern.compile(
          words("(?:" + TAKEN_BACK + "|" + NOT_YET + "|" + REFUSED + ")") + "(?![A-Z])");

  /** A part that was refused beside one that was released is no doubt about the latter. */
  private static final Pattern BEHIND_PART =
      Pattern.compile(words("(?:" + TAKEN_BACK + "|" + NOT_YET + ")") + "(?![A-Z])");

  /** A question, a NO, or a YES and NO of which one is to be crossed, behind the opening. */
  private static final Pattern ASKED =
      Pattern.compile(
          "[ \\t(\\[]{0,3}\\?|\\s{1,3}(?:TO|FROM|AS)(?:\\s{5,60}|\\s{1,3}(?:TOP\\s|SECRET|CONFIDENTIAL))|[\\s:;,(\\u2013\\u2014-]{1,5}(?:NEVER|N/A|N\\.A\\.|NONE|TBD|Y/N|DRAFT|SAMPLE|SPECIMEN|EXAMPLE|TEMPLATE)(?![A-Z])|[\\s:;,-]{1,4}(?:N[O0]T?(?![A-Z0-9.]|\\s{0,2}[\\d#])|\\W{0,6}X?\\W{0,4}YES\\W{1,4}X?\\W{1,4}NO(?![A-Z]))");

  /** A line that takes back the stamp above it, across a blank line too. */
  private static final Pattern LINE_BEHIND_BLANK =
      Pattern.compile(
          "\\W{0,8}(?:(?:THE\\s{1,3}ABOVE\\s{1,3})?DECLASSIFICATION\\s{1,3}(?:WAS\\s{1,3})?)?(?:"
              + spaced(TAKEN_BACK)
              + ")(?![A-Z])");

  /** A line that takes back the stamp above it. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\W{0,8}(?:[A-Z]{1,14}\\s{1,2}){0,5}?(?:(?:N/A|N\\.A\\.|NEVER|NONE|TBD|(?:DRAFT|SAMPLE|SPECIMEN|EXAMPLE)\\W{0,4}$"
              + "|CLASSIFIED\\s{1,3}(?:TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL)(?![A-Z]))|"
              + spaced(TAKEN_BACK + "|" + NOT_YET + "|" + REFUSED)
              + ")(?![A-Z])");

  /** What was asked for, weighed or refused: the act by its noun, with what became of it. */
  static final String NOUN =
      spaced(
          "DECLASSIFICATION(?: AND RELEASE)?(?: REVIEW)?(?: REQUEST)?(?: OF (?:THIS|THE|THESE) [A-Z]{3,14})?(?:(?: IS| WAS| WERE| HAS BEEN| HAD BEEN)? (?:N[O0]T [A-Z]{2,12}|PENDING|REQUESTED"
              + "|DENIED|REFUSED|REJECTED|DISAPPROVED|PROPOSED|RECOMMENDED|DEFERRED|POSTPONED|DELAYED"
              + "|RESCINDED|REVOKED|CANCELL?ED|WITHDRAWN|UNDER REVIEW|IN PROGRESS|UNDECIDED"
              + "|UNCERTAIN|DOUBTFUL|VOID)|\\s{0,2}\\?)"
              + "|(?<=(?:PROPOSED|RECOMMENDED|REQUESTED|SUBMITTED|CONSIDERED|NOMINATED|PENDING|N[O0]T"
              + "|CANDIDATE|REFERRED|SCHEDULED|N[O0]T APPROVED) (?:FOR )?)DECLASSIFICATION");

  /** A question mark behind a name or a day. */
  private static final Pattern QUERY = Pattern.compile("[A-Z,(]\\s?\\?|\\d\\s?\\(\\?\\)");

  private static final int BEFORE = 80;
  private static final int LONGEST_ABOVE = 80;
  private static final int BRIEF_ABOVE = 40;
  private static final List<String> VERBS = List.of(" IS", " ARE", " BE", " BECOME", " BECOMES");

  private StampDoubt() {}

  /** With any mark or blanks where a pattern has one blank. */
  private static String spaced(String pattern) {
    return pattern.replace(" ", "[\\s:;,-]{1,4}");
  }

  private static String words(String pattern) {
    return "(?<![A-Z0-9])" + spaced(pattern);
  }

  /** Where the words that make a stamp doubtful begin in front of it; its own start where none. */
  static int from(String upper, int start) {
    int line = upper.lastIndexOf('\n', start - 1) + 1;
    Matcher inFront =
        IN_FRONT
            .matcher(upper)
            .region(Math.max(line, start - BEFORE), start)
            .useTransparentBounds(true);
    if (inFront.find()) {
      return inFront.start();
    }
    if (!upper.substring(line, start).isBlank()) {
      return start;
    }
    Matcher above =
        ABOVE.matcher(upper).region(Math.max(0, start - BEFORE), start).useTransparentBounds(true);
    return above.find() ? above.start() : start;
  }

  /** The word behind an opening by which the stamp records nothing, or null. */
  static @Nullable String behind(String stamp, int opening, boolean inPart) {
    if (ASKED.matcher(stamp).region(opening, stamp.length()).lookingAt()) {
      return "?";
    }
    if (StampForm.isUnfilled(stamp, opening)) {
      return "_";
    }
    if (QUERY.matcher(stamp).region(opening, stamp.length()).find()) {
      return "?";
    }
    Matcher behind = (inPart ? BEHIND_PART : BEHIND).matcher(stamp);
    behind.region(opening, stamp.length()).useTransparentBounds(true);
    return behind.find() ? behind.group() : null;
  }

  /** Whether a line under a stamp takes it back; behind a blank line only clear words do. */
  static boolean takesBack(String line, boolean behindBlank) {
    return (behindBlank ? LINE_BEHIND_BLANK : LINE).matcher(line).lookingAt();
  }

  /** A cheap test that leaves out running text: the verb with which a long condition ends. */
  private static boolean endsInVerb(String line) {
    for (String verb : VERBS) {
      if (line.regionMatches(true, line.length() - verb.length(), verb, 0, verb.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line ends in words that make a stamp on the next doubtful. */
  static boolean runsOn(String line) {
    return (line.length() <= BRIEF_ABOVE || (line.length() <= LONGEST_ABOVE && endsInVerb(line)))
        && ABOVE.matcher(Draft.upper(line) + "\n").find();
  }
}
