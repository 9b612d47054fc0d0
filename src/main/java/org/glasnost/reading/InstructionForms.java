package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The forms of instructions that name themselves, wherever in a text they stand. What may begin one
 * is looked for once; only there is a form tried.
 */
final class InstructionForms {
  private static final String DATE = "(?:[,:]?\\s{0,3}" + plainDate() + ")?";

  /** An exemption from the schedule without its number. */
  static final String INCOMPLETE = "XGDS";

  private record Form(String name, Pattern pattern, String initials) {}

  /** An instruction that stands in the text. */
  record Found(String name, int from, int to) {}

  /** With what a form begins, where that is not the first character of its name. */
  private static final Map<String, String> INITIALS =
      Map.of("XGDS_#", "EX", "OADR", "O", "GDS", "SG", "RDS", "RX", "NA_RD", "N", "TREATY", "S");

  private static final List<Form> FORMS =
      List.of(
          form(
              "XGDS_#",
              "EXEMPT\\s{1,3}FROM\\s{1,3}(?:THE\\s{1,3})?GENERAL\\s{1,3}DECLASSIFICATION"
                  + "\\s{1,3}SCHEDULE[^\\n;]{0,60}?CATEGORY\\s{0,3}\\(?(?:5\\s?\\(?B\\)?\\s?\\(?)?"
                  + "([1-4])\\)?"),
          form("XGDS_#", "X\\s?GDS\\)?\\s{0,2}[-\\u2013(]?\\s{0,2}([1-4])\\)?"),
          form(INCOMPLETE, "XGDS"),
          form("50X1_HUM", "50X1\\s?-\\s?HUM" + DATE),
          form("50X2_WMD", "50X2\\s?-\\s?WMD" + DATE),
          form("25X", "25X[1-9](?:\\s?-\\s?HUMAN|,?\\s{0,2}E\\.?O\\.?\\s?12951)?" + DATE),
          form("50X", "50X[1-9]" + DATE),
          form("75X", "75X[1-9]?" + DATE),
          form("OADR", "OADR|ORIGINATING\\s{1,3}AGENCY.{0,2}\\s{1,3}DETERMINATION\\s{1,3}REQUIRED"),
          form(
              "GDS",
              "SUBJECT\\s{1,3}TO\\s{1,3}(?:THE\\s{1,3})?GENERAL\\s{1,3}DECLASSIFICATION"
                  + "\\s{1,3}SCHEDULE(?:\\s{1,3}OF\\s{1,3}(?:E\\.?\\s?O\\.?|EXECUTIVE\\s{1,3}ORDER)"
                  + "\\s{1,3}11652)?(?:[\\s,.;]{1,4}AUTOMATICALLY\\s{1,3}DOWNGRADED\\s{1,3}AT\\s{1,3}TWO"
                  + "[\\s-]YEAR\\s{1,3}INTERVALS)?(?:[\\s,.;]{1,4}(?:AND\\s{1,3})?DECLASSIFIED\\s{1,3}ON"
                  + "\\s{1,3}"
                  + plainDate()
                  + ")?|GDS"
                  + DATE),
          form("ADS", "ADVANCED\\s{1,3}DECLASSIFICATION\\s{1,3}SCHEDULE|ADS" + DATE),
          form("RDS", "[RX]DS(?:\\s?-\\s?[1-9])?" + DATE),
          form(
              "GROUP_#",
              "G(?:ROU)?P\\s{0,2}-?\\s{0,2}([1-4]|IV|I{1,3})(?![A-Z0-9])(?:[\\s.:;,(-]{1,4}(?:EXCLUDED\\s{1,3}"
                  + "FROM\\s{1,3}AUTOMATIC(?:\\s{1,3}DOWNGRADING)?(?:\\s{1,3}AND\\s{1,3}DECLASSIFICATION)?"
                  + "|EXEMPTED\\s{1,3}FROM\\s{1,3}AUTOMATIC\\s{1,3}DOWNGRADING(?:\\s{1,3}BY[^\\n]{1,40})?"
                  + "|DOWNGRAD(?:ED|ING)\\s{1,3}AT\\s{1,3}\\d{1,2}[\\s-]{1,3}YEAR\\s{1,3}INTERVALS[;,.]?"
                  + "(?:\\s{1,3}(?:NOT\\s{1,3}AUTOMATICALLY\\s{1,3})?DECLASSIFIED"
                  + "(?:\\s{1,3}AFTER\\s{1,3}\\d{1,2}\\s{1,3}YEARS)?)?))?"),
          form(
              "REVIEW_ON",
              "(?:REVIEW(?:\\s{1,3}FOR\\s{1,3}DECLASSIFICATION)?(?:\\s{1,3}ON)?|REVW(?:\\s{1,3}ON)?"
                  + "|RVW)\\s{0,2}:?\\s{0,3}"
                  + plainDate()),
          form(
              "NA_RD",
              "(?:N/A|NOT\\s{1,3}APPLICABLE)\\s{1,3}TO\\s{1,3}(?:RD|FRD|TFNI|RESTRICTED"
                  + "|FORMERLY)[^\\n]{0,90}"),
          form(
              "TREATY",
              "SUBJECT\\s{1,3}TO\\s{1,3}(?:A\\s{1,3})?(?:TREATY|INTERNATIONAL"
                  + "\\s{1,3}AGREEMENT)[^\\n]{0,60}"),
          form("DCI_ONLY", "DCI\\s{1,3}ONLY"),
          form("DNI_ONLY", "DNI\\s{1,3}ONLY"));

  private static final String BEGINNINGS =
      FORMS.stream().map(Form::initials).collect(Collectors.joining());

  /** One of these stands in every form: most texts are passed over at once. */
  private static final Pattern ANY =
      Pattern.compile(
          "GDS|[257][50]X|OADR|ORIGINATING|GENERAL|ADS|ADVANCED|[RX]DS|G(?:ROU)?P|RE?VI?E?W|N/A"
              + "|APPLICABLE|SUBJECT|D[CN]I");

  private static final int MOST = 100;

  private InstructionForms() {}

  static String plainDate() {
    return "(?:\\d{1,2}\\s{1,2}[A-Z]{3,9}\\.?,?\\s{1,2}\\d{2,4}|[A-Z]{3,9}\\.?\\s{1,2}\\d{1,2},?"
        + "\\s{1,2}\\d{4}|\\d{8}|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4})";
  }

  private static Form form(String name, String pattern) {
    Pattern whole = Pattern.compile("(?<![A-Z0-9])(?:" + pattern + ")(?![A-Z0-9])");
    return new Form(name, whole, INITIALS.getOrDefault(name, name.substring(0, 1)));
  }

  /** Every instruction that names itself, in the order of the forms. */
  static List<Found> in(Draft draft) {
    List<Found> found = new ArrayList<>();
    String upper = draft.upper();
    boolean may = ANY.matcher(upper).find();
    draft.step((may ? 6L : 5L) * upper.length());
    int[] starts = may ? starts(upper) : new int[0];
    for (Form form : may ? FORMS : List.<Form>of()) {
      Matcher matcher = form.pattern().matcher(upper).useTransparentBounds(true);
      int next = 0;
      for (int from : starts) {
        if (from < next || form.initials().indexOf(upper.charAt(from)) < 0) {
          continue;
        }
        draft.step(2);
        if (!matcher.region(from, upper.length()).lookingAt()) {
          continue;
        }
        int to = matcher.end();
        next = to;
        draft.step(to - from);
        if (found.stream().noneMatch(f -> f.from() < to && from < f.to())
            && !draft.isTaken(from, to)
            && found.size() < MOST
            && !isProse(draft.text().substring(from, to))) {
          String number = matcher.groupCount() > 0 ? matcher.group(1) : "";
          found.add(new Found(form.name().replace("#", arabic(number)), from, to));
        }
      }
    }
    return found;
  }

  /** Where a word or number begins that may begin a form. */
  private static int[] starts(String upper) {
    return IntStream.range(0, upper.length())
        .filter(i -> BEGINNINGS.indexOf(upper.charAt(i)) >= 0)
        .filter(i -> i == 0 || !isCapitalOrDigit(upper.charAt(i - 1)))
        .toArray();
  }

  private static boolean isCapitalOrDigit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** A short designator counts in capitals only: "ads" is a word of the language. */
  private static boolean isProse(String written) {
    if (written.length() > 16) {
      return false;
    }
    return written.length() > 1 && Character.isLowerCase(written.charAt(1));
  }

  private static String arabic(String number) {
    return switch (number) {
      case "I" -> "1";
      case "II" -> "2";
      case "III" -> "3";
      case "IV" -> "4";
      default -> number;
    };
  }
}
