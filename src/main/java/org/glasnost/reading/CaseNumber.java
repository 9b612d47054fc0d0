package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case number of a presidential library with its item, such as {@code F99-051 #321}.
 *
 * <p>Year test: requests under the Freedom of Information Act open five years after the end of an
 * administration (36 CFR 1270.38), for President Reagan's records in 1994, and a case is never
 * younger than its release. A case year outside is a damaged one. A single repair within {@link
 * #DIGITS} is proposed; where there are several, or none, the number stays as read.
 *
 * @param from index in Java's units
 * @param to index after the last
 * @param found as it stands
 * @param number the case number, repaired where needed
 * @param item the item, without the sign
 * @param by what stands after it and may be initials, or null
 * @param repairs how many characters were repaired
 */
record CaseNumber(
    int from, int to, String found, String number, String item, @Nullable String by, int repairs) {
  /** Characters taken for each other in case numbers: what was read, then what may be meant. */
  static final List<String> DIGITS =
      List.of(
          "79", "97", "g9", "q9", "O0", "o0", "Q0", "l1", "I1", "|1", "!1", "i1", "S5", "s5", "B8",
          "Z2", "z2", "D0", "A4");

  /** Characters that the letter F of a request is taken for. */
  static final String FOR_F = "7PEfr";

  /** The first year in which a request for the records of the administration could be filed. */
  static final int FIRST_YEAR = 1994;

  /** A digit, or what may be a damaged one. */
  static final String DIGIT =
      "[0-9"
          + DIGITS.stream()
              .map(pair -> pair.substring(0, 1))
              .filter(read -> !Character.isDigit(read.charAt(0)))
              .collect(Collectors.joining())
          + "]";

  private static final Pattern FORM =
      Pattern.compile(
          "(?<![A-Za-z0-9-])([A-Za-z0-9])(D{2})\\s?[-\\u2013]\\s?(D{2,4})(?:/(D{1,2}))?"
                  .replace("D", DIGIT)
              + "\\s{0,12}#\\s{0,3}(D{1,6})([a-z]?)(?![A-Za-z0-9])".replace("D", DIGIT)
              + "(?:[ \\t]{1,3}(?!(?i:BY|DATE)\\b)([A-Z][A-Za-z0-9]{1,3})(?![A-Za-z0-9]))?");

  /** The case numbers of a text, and numbers that are damaged beyond one repair. */
  record Found(List<CaseNumber> cases, List<CaseNumber> open) {
    private static final Found NOTHING = new Found(List.of(), List.of());
  }

  /**
   * Finds the case numbers of a text.
   *
   * @param text the text; tags in it count as blanks
   * @param lastYear the last year in which the case may have been opened
   */
  static Found in(String text, int lastYear) {
    if (text.indexOf('#') < 0) {
      return Found.NOTHING;
    }
    List<CaseNumber> cases = new ArrayList<>();
    List<CaseNumber> open = new ArrayList<>();
    Matcher matcher = FORM.matcher(withoutTags(text));
    while (matcher.find()) {
      CaseNumber number = number(text, matcher, lastYear);
      if (number.repairs() >= 0) {
        cases.add(number);
      } else {
        open.add(number);
      }
    }
    return new Found(cases, open);
  }

  private static CaseNumber number(String text, Matcher matcher, int lastYear) {
    char letter = matcher.group(1).charAt(0);
    boolean certain = letter == 'F' || letter == 'M' || letter == 'S';
    int repairs = certain ? 0 : FOR_F.indexOf(letter) >= 0 ? 1 : -1;
    List<String> years = years(matcher.group(2), lastYear);
    String serial = digits(matcher.group(3));
    boolean single = repairs >= 0 && years.size() == 1;
    String year = single ? years.get(0) : matcher.group(2);
    String part = matcher.group(4) == null ? "" : digits(matcher.group(4));
    String number =
        (certain ? letter : 'F') + year + "-" + serial + (part.isEmpty() ? "" : "/" + part);
    String item = digits(matcher.group(5));
    int from = matcher.start();
    int to = matcher.group(7) == null ? matcher.end(6) : matcher.end(7);
    if (single) {
      repairs += year.equals(matcher.group(2)) ? 0 : 1;
      repairs += serial.equals(matcher.group(3)) ? 0 : 1;
      repairs += matcher.group(4) == null || part.equals(matcher.group(4)) ? 0 : 1;
      repairs += item.equals(matcher.group(5)) ? 0 : 1;
    }
    return new CaseNumber(
        from,
        to,
        text.substring(from, to),
        number,
        item + matcher.group(6),
        matcher.group(7),
        single ? repairs : -1);
  }

  /** The years that pass the test with the fewest repairs. */
  private static List<String> years(String read, int lastYear) {
    String plain = digits(read);
    if (isYear(plain, lastYear)) {
      return List.of(plain);
    }
    List<String> possible = new ArrayList<>();
    for (int place = 0; place < 2; place++) {
      for (String pair : DIGITS) {
        if (pair.charAt(0) == plain.charAt(place)) {
          String repaired = plain.substring(0, place) + pair.charAt(1) + plain.substring(place + 1);
          if (isYear(repaired, lastYear)) {
            possible.add(repaired);
          }
        }
      }
    }
    return possible;
  }

  /** Whether two digits can be the year of a case. */
  static boolean isYear(String two, int lastYear) {
    if (!Character.isDigit(two.charAt(0)) || !Character.isDigit(two.charAt(1))) {
      return false;
    }
    int twoDigits = Integer.parseInt(two);
    int year = twoDigits >= FIRST_YEAR % 100 ? 1900 + twoDigits : 2000 + twoDigits;
    return year >= FIRST_YEAR && year <= lastYear;
  }

  /** The digits that are meant; what is none, and is taken for none, stays. */
  static String digits(String read) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < read.length(); i++) {
      char c = read.charAt(i);
      char meant = c;
      for (String pair : DIGITS) {
        if (pair.charAt(0) == c && !Character.isDigit(c)) {
          meant = pair.charAt(1);
        }
      }
      digits.append(meant);
    }
    return digits.toString();
  }

  /** Tags become blanks of the same length. */
  static String withoutTags(String text) {
    StringBuilder plain = new StringBuilder(text);
    int open = -1;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '<') {
        open = i;
      } else if (c == '>' && open >= 0 && i - open <= 12) {
        for (int j = open; j <= i; j++) {
          plain.setCharAt(j, ' ');
        }
        open = -1;
      } else if (c == '\n') {
        open = -1;
      }
    }
    return plain.toString();
  }

  /** As the library writes it. */
  String canonical() {
    return number + " #" + item;
  }
}
