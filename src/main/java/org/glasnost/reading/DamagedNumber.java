package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a library's or the Department of State's case in which letters stand for digits:
 * {@code NLJ 98-3l2}, {@code F-2O14-20439}. Each letter is taken for one digit alone, so that one
 * number is left; a person must confirm it.
 *
 * @param from index of its first character
 * @param to index after its last
 * @param written as it stands
 * @param number as it may be meant
 */
record DamagedNumber(int from, int to, String written, String number) {
  private static final List<Pattern> FORMS =
      List.of(
          form(
              "(?<![A-Za-z])(NL[A-Z]{1,4}(?:/RAC)?[ -]{1,2}(?:MR\\s{0,2})?|MR\\s{0,2}#?\\s{0,2})"
                  + "(D{2,4}-D{1,4})(?![A-Za-z0-9/-])"),
          form(
              "(?i:CASE\\s{1,2}(?:NO|NUMBER|ID)\\.?\\s?:?\\s{0,3})([A-Z]{1,2}-)(D{4}-D{3,6})(?![A-Za-z0-9-])"));

  private static Pattern form(String form) {
    return Pattern.compile(form.replace("D{", CaseNumber.DIGIT + "{"));
  }

  /** The damaged numbers of a text, in order of their forms. */
  static List<DamagedNumber> in(String text) {
    List<DamagedNumber> found = new ArrayList<>();
    for (Pattern form : FORMS) {
      Matcher number = form.matcher(text);
      while (number.find()) {
        String read = number.group(2);
        String digits = CaseNumber.digits(read);
        boolean some = read.chars().anyMatch(Character::isDigit);
        if (some && !digits.equals(read)) {
          found.add(
              new DamagedNumber(
                  number.start(1), number.end(), number.group(1) + read, number.group(1) + digits));
        }
      }
    }
    return found;
  }

  /** The first of a stamp, told of in the draft; empty where there is none. */
  static Optional<String> told(Draft draft, String stamp, int offset) {
    List<DamagedNumber> found = in(stamp);
    found.forEach(number -> number.tell(draft, offset));
    return found.stream().findFirst().map(DamagedNumber::number);
  }

  /** Tells of the repair. */
  void tell(Draft draft, int offset) {
    draft.find(
        ReadingRule.CASE_REPAIRED
            .of(written, "The case number is damaged; it may be " + number)
            .suggesting(number),
        offset + from);
    draft.doubt(0.8);
    draft.needReview();
  }
}
