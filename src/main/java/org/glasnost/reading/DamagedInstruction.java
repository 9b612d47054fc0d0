package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instructions of which the form is plain and a number or a letter was damaged: {@code GR0UP 4},
 * {@code RDS-l 5/5/99}, {@code GDS 1/3/B5}. A number is read within the written confusion set; what
 * it comes to is for {@link org.glasnost.declassification.InstructionGrammar} to say.
 */
final class DamagedInstruction {
  private static final String SIGN = "[0-9OQILBSZ|!]";
  private static final String DAY =
      "(?=[A-Z|!/.-]{0,9}\\d)[0-9A-Z|!]{1,4}[-/.][0-9A-Z|!]{1,2}[-/.][0-9A-Z|!]{1,4}";

  static final Pattern FORM =
      Pattern.compile(
          "(?<![A-Z0-9])(?:"
              + "(?<schedule>GDS|ADS|(?:X\\s?GDS|[RX]DS)(?:\\s?-\\s?"
              + SIGN
              + "(?![A-Z0-9/]))?)(?<day>[,:]?\\s{0,3}"
              + DAY
              + ")?|(?<group>GR[O0Q]UP|GR?P)(?<number>\\s{0,2}-?\\s{0,2}(?:I{2,3}|IV|[1-4ILZ|!]))"
              + "|(?<exempt>[257][05]X)(?<category>"
              + SIGN
              + ")(?<beside>(?:\\s?-\\s?(?:HUMAN|HUM|WMD))?"
              + InstructionForms.DATED
              + "))(?![A-Z0-9])");

  private static final Pattern BEFORE_GROUP =
      Pattern.compile("(?:SECRET|CONFIDENTIAL|[;:,.(/-])\\s{0,3}$");

  private DamagedInstruction() {}

  /** What the form said before it was damaged; itself where it was not. */
  static String repaired(Matcher form) {
    if (form.group("group") != null) {
      String number = form.group("number");
      boolean roman = number.endsWith("I") || number.endsWith("V");
      return form.group("group").replaceAll("[0Q]", "O") + (roman ? number : digits(number));
    }
    if (form.group("exempt") != null) {
      return form.group("exempt") + digits(form.group("category")) + form.group("beside");
    }
    String schedule = form.group("schedule");
    int dash = schedule.indexOf('-');
    String name =
        dash < 0 ? schedule : schedule.substring(0, dash) + digits(schedule.substring(dash));
    String day = form.group("day");
    return day == null ? name : name + digits(day);
  }

  /** Whether nothing was damaged: a day that still holds letters was. */
  static boolean isWhole(Matcher form, String words) {
    String day = form.group("day");
    return words.equals(form.group())
        && (day == null || day.chars().noneMatch(Character::isLetter));
  }

  /** Whether a group whose number is a letter stands where a group is named, and not in a title. */
  static boolean mayStand(Matcher form, String upper) {
    if (form.group("group") == null || Character.isDigit(upper.charAt(form.end() - 1))) {
      return true;
    }
    String before = upper.substring(upper.lastIndexOf('\n', form.start()) + 1, form.start());
    return before.isBlank() || BEFORE_GROUP.matcher(before).find();
  }

  /** The digits that the signs of the confusion set stand for. */
  static String digits(String written) {
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      read.append(
          switch (c) {
            case 'O', 'Q' -> '0';
            case 'I', 'L', '|', '!' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'B' -> '8';
            default -> c;
          });
    }
    return read.toString();
  }
}
