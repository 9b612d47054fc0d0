package org.glasnost.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of a case in a form that nothing else has, and that stands without the words of a stamp
 * too: of the Interagency Panel, of NSA, of the mandatory reviews of the Reagan Library, of the
 * Bush and Clinton Libraries.
 *
 * @param from index in Java's units
 * @param to index after the last
 * @param number the case, as it stands
 * @param item the item within the case, or null
 * @param signed whether the item is written with the sign of a number
 */
record BareNumber(int from, int to, String number, @Nullable String item, boolean signed) {
  /** The case is the first group, the item the second. */
  private static final Pattern PANEL =
      Pattern.compile(
          "(?<![A-Z])(ISCAP\\s{1,2}(?:APPEAL\\s{1,2})?(?:NO\\.?\\s{0,2}|#\\s?)?(?:19|20)\\d{2}-\\d{2,4})(?!\\d)"
              + "(?:[,;]?\\s{1,3}DOC(?:UMENT)?\\.?\\s{0,2}(?:NO\\.?|#)?\\s{0,2}(\\d{1,4}))?");

  private static final Pattern NSA =
      Pattern.compile(
          "(?<![A-Z])((?:NSA\\s{1,2})?(?:FOIA|MDR)\\s{1,2}CASE\\s{0,2}(?:NO\\.?\\s{0,2})?:?#?\\s{0,2}\\d{3,7}"
              + "|MDR-\\d{4,7})(?!\\d)()?");

  /** {@code NLRR M451/1 #12345}. */
  private static final Pattern REAGAN =
      Pattern.compile(
          "(?<![A-Z])NL[RS]{1,2}\\s{1,3}(M\\d{1,4}(?:/\\d{1,3})?)\\s{0,6}#\\s{0,3}(\\d{1,6})(?![\\dA-Z])");

  /** {@code 2010-0123-MR}, {@code 2006-0458-F}. */
  private static final Pattern LATER =
      Pattern.compile(
          "(?<![A-Z0-9/-])((?:19[89]|20[0-4])\\d-\\d{4}-(?:MR|[FMS])(?:/\\d{1,2})?)(?![A-Z0-9-])()?");

  /** {@code NLJ 86-123}; the numbers of remote archives have more parts, and are none of a case. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(?<![A-Z])(NL[HRTEKJNFCS](?:[/-]RAC)?[ -]{1,2}\\d{2}-\\d{1,4}(?:/\\d{1,2})?)(?![\\dA-Z#/-])"
              + "(?:,?\\s{1,3}(?:#\\s?|DOC(?:UMENT)?\\.?\\s{0,2}(?:NO\\.?\\s{0,2}|#\\s?)?)(\\d{1,6}[A-Z]?)(?![\\dA-Z-]))?");

  /** {@code NLF MR Case No. 98-12, #4}. */
  private static final Pattern MANDATORY =
      Pattern.compile(
          "(?<![A-Z])(NL[HRTEKJNFCS]\\s{1,2}MR\\s{0,2}(?:CASE\\s{1,2}NO\\.?\\s{0,2})?#?\\s{0,2}"
              + "\\d{2,4}-\\d{1,4}(?:-\\d{1,4})?)(?![\\d-])(?:[,;]?\\s{0,3}#\\s?(\\d{1,6}[A-Z]?))?(?![\\d#-])");

  private static final int LONGEST_NAME = 20;

  private static final List<Pattern> FORMS = List.of(PANEL, NSA, REAGAN, LATER, LIBRARY, MANDATORY);

  /** Whether one may stand in a text: its letters stand there. */
  private static boolean mayStand(String upper) {
    for (int i = 0; i + 1 < upper.length(); i++) {
      boolean may =
          switch (upper.charAt(i)) {
            case 'I' -> upper.startsWith("ISCAP", i);
            case 'F' -> upper.startsWith("FOIA", i);
            case 'M' -> upper.startsWith("MDR", i);
            case 'N' -> upper.charAt(i + 1) == 'L' && holdsDigit(upper, i);
            case '-' -> i > 3 && isMark(upper.charAt(i + 1)) && isDigit(upper.charAt(i - 1));
            default -> false;
          };
      if (may) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(char c) {
    return c == 'M' || c == 'F' || c == 'S';
  }

  /** Whether a digit stands soon behind the initials of a library. */
  private static boolean holdsDigit(String upper, int from) {
    for (int i = from + 3; i < Math.min(upper.length(), from + LONGEST_NAME); i++) {
      if (isDigit(upper.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The numbers of a text in order, each once. */
  static List<BareNumber> in(String text, String upper) {
    if (!mayStand(upper)) {
      return List.of();
    }
    List<BareNumber> found = new ArrayList<>();
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(upper);
      while (matcher.find()) {
        String item = matcher.group(2);
        found.add(
            new BareNumber(
                matcher.start(),
                matcher.end(),
                text.substring(matcher.start(1), matcher.end(1)).replaceAll("\\s+", " "),
                item == null || item.isEmpty() ? null : item,
                matcher.group().indexOf('#') >= 0));
      }
    }
    found.sort(Comparator.comparingInt(BareNumber::from));
    return found;
  }

  /** The first number of a text, or null. */
  static @Nullable BareNumber first(String text, String upper) {
    List<BareNumber> found = in(text, upper);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The case with its item, as they are cited. */
  String together() {
    return item == null || !signed ? number : number + " #" + item;
  }
}
