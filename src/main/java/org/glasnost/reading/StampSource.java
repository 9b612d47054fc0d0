package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what authority a stamp was put, and who put it: the order, guide or letter, and the name. */
final class StampSource {
  private static final String ORDER = "(?:E\\.?\\s?O\\.?|EXECUTIVE\\s{1,3}ORDER)\\s{0,2}\\d{5}";
  private static final String AMENDED = "(?:,?\\s{1,2}\\(?AS\\s{1,2}AMENDED\\)?)?";
  private static final String PARAGRAPH = "(?:[ \\t]?\\([A-Z0-9]{1,3}\\))";

  /** {@code Sec. 3(E) and 5(D) or (E)}, {@code SECTION 5.3(b)(3)}. */
  private static final String SECTION =
      "SEC(?:TIONS?|[TS]?\\.|T)?\\s{0,2}\\d[\\d.()A-Z]{0,11}(?:-\\d{1,4})?"
          + PARAGRAPH
          + "{0,2}(?:[ \\t]{0,2}(?:,|&|(?<![A-Z])(?:AND|OR)(?![A-Z]))[ \\t]{1,2}"
          + "(?:\\d[\\d.]{0,5}"
          + PARAGRAPH
          + "{1,3}|\\d\\.\\d{1,2}(?!\\d)"
          + "|"
          + PARAGRAPH
          + "{1,3})){0,4}";

  private static final Pattern BY_ORDER =
      Pattern.compile(
          "(?<![A-Z])(?:"
              + ORDER
              + AMENDED
              + "(?:,?\\s{0,2}"
              + SECTION
              + ")?|"
              + SECTION
              + ",?\\s{1,2}(?:OF\\s{1,2})?"
              + ORDER
              + AMENDED
              + ")");

  /** The word for it, but not that for the reviewer of the Department of State. */
  private static final Pattern BY_WORD =
      Pattern.compile(
          "(?<![A-Z])(?<!REVIEW\\s)(?:UNDER\\s{1,3})?AUTH(?:ORITY|\\.)?(?:\\s{1,3}OF)?:?\\s{1,3}([^\\n]{1,60})");

  private static final Pattern PANEL =
      Pattern.compile(
          "(?:THE\\s{1,3})?INTERAGENCY\\s{1,3}SECURITY\\s{1,3}CLASSIFICATION\\s{1,3}APPEALS\\s{1,3}PANEL");

  private static final String WRITER =
      "(?!(?:DECLASSIFIED|RELEASED?|PER|BY|UNDER|AUTHORITY|AND|IN|OF)(?![A-Z]))[A-Z][A-Z.]{1,12}";

  /** {@code NSC letter of 5/2/84}; its day is not that of the stamp. */
  private static final Pattern LETTER =
      Pattern.compile(
          "(?<![A-Z])"
              + WRITER
              + "(?:[ \\t]{1,2}"
              + WRITER
              + "){0,3}[ \\t]{1,2}(?:LETTER|LTR\\.?|MEMO(?:RANDUM)?\\.?)"
              + ",?[ \\t]{1,2}(?:OF[ \\t]{1,2}|DATED[ \\t]{1,2}|DTD\\.?[ \\t]{1,2})?"
              + "(?:\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})|[A-Z]{3,9}\\.?[ \\t]{1,2}\\d{1,2},?[ \\t]{1,2}\\d{4}"
              + "|\\d{1,2}[ \\t]{1,2}[A-Z]{3,9}\\.?[ \\t]{1,2}\\d{4})(?!\\d)");

  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?<![A-Z])DOD\\s{1,2}(?:DIR(?:ECTIVE)?\\.?|REG(?:ULATION)?\\.?|INST(?:RUCTION)?\\.?)"
              + "\\s{1,2}\\d{4}\\.\\d{1,2}(?:-R)?(?!\\d)");

  /** The stamp of the Army: {@code ORDER OF SEC ARMY}. */
  private static final String ARMY =
      "ORDER\\s{1,2}(?:OF\\s{1,2})?(?:THE\\s{1,2})?SEC(?:RETARY|\\.)?\\s{1,2}(?:OF\\s{1,2}(?:THE\\s{1,2})?)?ARMY";

  private static final Pattern BY_ARMY = Pattern.compile("(?<![A-Z])" + ARMY + "(?![A-Z])");

  private static final Pattern SYSTEMATIC =
      Pattern.compile(
          "RELEASED\\s{1,3}(US\\s{1,3}DEPARTMENT\\s{1,3}OF\\s{1,3}STATE[A-Z .\\n]{0,40}REVIEW)");

  /** A program under which papers were released, or the office of State that did it. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?<![A-Z])([A-Z]{2,5}\\s{1,3}HISTORICAL[\\s-]{1,3}REVIEW\\s{1,3}PROGRAM"
              + "|(?:PRESIDENT\\s{1,3})?JOHN\\s{1,3}F\\.?\\s{1,3}KENNEDY\\s{1,3}ASSASSINATION\\s{1,3}RECORDS"
              + "(?:\\s{1,3}COLLECTION)?\\s{1,3}ACT(?:\\s{1,3}OF\\s{1,3}1992)?"
              + "|P\\.?\\s?L\\.?[\\s-]{0,3}102-526(?:\\s{0,2}\\(JFK\\s{1,2}ACT\\))?"
              + "|U\\.?\\s?S\\.?\\s{1,2}DEPARTMENT\\s{1,2}OF\\s{1,2}STATE(?=\\s{1,2}CASE)"
              + "|"
              + StampOpening.STATE_OFFICE
              + ")");

  private static final Pattern BY =
      Pattern.compile(
          "(?<![A-Z])(?:REVIEW(?:ED)?\\s{1,2}AUTHORITY[:.]?|BY[:.]?)\\s{1,3}(?!AUTH(?:ORITY)?(?![A-Z])|"
              + ARMY
              + ")((?:[^,;\\n/]|/(?=PA(?![A-Z]))){1,60}?)\\s{0,3}(?:[,;\\n]|/(?!PA(?![A-Z]))|\\bDATE\\b|\\bIN\\s{1,3}ACCORDANCE\\b|\\bPER\\s{1,2}\\d{6}(?!\\d)|$)");

  /** A number of the Bureau's and initials: {@code BY SP-5 KJM/cal}, {@code 60309 AUC/TAM}. */
  private static final Pattern OF_THE_BUREAU =
      Pattern.compile(
          "\\b(?i:BY):?\\s{1,3}((?:SP-?\\d|\\d{5})\\s?[A-Z]{2,6}(?:/[A-Za-z]{2,4}){1,3})(?![A-Za-z])");

  /** Initials between the agency and the word for the day: {@code NARA FM DATE 3/4/98}. */
  private static final Pattern OF_THE_ARCHIVES =
      Pattern.compile("\\bNARA\\s{1,3}(?!DATE)([A-Z]{2,3})\\s{1,3}DATE\\b");

  /** Who signed by their office, on a line of its own. */
  private static final Pattern BY_OFFICE =
      Pattern.compile(
          "(?m)^[ \\t]*((?:CHIEF|DEPUTY|DIRECTOR|SENIOR|ARCHIVIST)(?![A-Z])[^\\n\\d]{2,60})$");

  /** Initials and the day, alone on a line: {@code KDE 6/8/2016}. */
  private static final Pattern BESIDE_DAY =
      Pattern.compile(
          "(?m)^[ \\t]*(?:([A-Za-z]{2,3})[ \\t]{1,3})?\\d{1,2}/\\d{1,2}/\\d{2,4}(?:[ \\t]{1,3}([A-Za-z]{2,3}))?[ \\t]*$");

  private static final Pattern POSITION =
      Pattern.compile(
          "DECLASSIFIED\\s{1,3}BY[:.]?\\s{1,3}(?!NAR[AS]\\b)[^,\\n]{1,60},\\s{0,3}([^\\n]{1,80})");
  private static final Pattern NAME_BEFORE =
      Pattern.compile("([\\p{L}.'-]{1,30}(?: [\\p{L}.'-]{1,30}){1,3})\\s{1,3}$");

  private static final Pattern NAME_ALONE =
      Pattern.compile("[A-Z][a-z]{1,14}(?: [A-Z]\\.)? [A-Z][A-Za-z'-]{1,20}");

  /** A division of a staff: {@code J-3}, {@code G-2}. */
  private static final Pattern STAFF = Pattern.compile("[AGJNS]-\\d");

  /** Behind what a stamp rests on, on its line: who signed. */
  private static final Pattern SIGNED = Pattern.compile("(?i)(?<=\\d)\\s{1,3}BY[:.]?\\s[^\\n]*$");

  private static final Pattern LEVEL = Pattern.compile("SECRET|CONFIDENTIAL|UNCLASSIFIED");
  private static final Pattern END = Pattern.compile("[:.,;]$");
  private static final Pattern STOP = Pattern.compile("(?<=[A-Za-z]{3})[.,;]$");

  /** Who declassified may be told by a number (32 CFR 2001.25(b)). */
  private static final Pattern IDENTIFIER = Pattern.compile("\\d{3,7}");

  private static final Set<String> OFFICES =
      Set.of("CIA", "NSC", "DOE", "DOD", "OSD", "JCS", "FBI", "NSA", "DIA", "WHS", "DOS");

  private static final Set<String> AGENCIES = Set.of("NARA", "NARS", "NA", "DATE", "ON");

  /** Of Hoover, Roosevelt, Truman, Eisenhower, Kennedy, Johnson, Nixon, Ford, Carter, Reagan. */
  private static final Pattern LIBRARY = Pattern.compile("NL(?:[HRTEKJNFCS]|RR|JFK|LBJ|RNS|RN)?");

  private static final Pattern BEHIND_AGENCY =
      Pattern.compile("\\s{0,3}[,\\n]\\s{0,3}([^,\\n/]{1,40}?)\\s{0,3}(?:[,\\n/]|\\bDATE\\b|$)");
  private static final Pattern DATE_BEHIND =
      Pattern.compile("(?i)(?:,|(?<!\\p{L}))\\s*(?:DATE|ON):?\\s*$");
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_OFFICE = 60;

  private StampSource() {}

  /** The order, guide, program or letter that a stamp names, with all its sections; or null. */
  static @Nullable String source(String rest, String upper) {
    Matcher systematic = SYSTEMATIC.matcher(upper);
    if (systematic.find()) {
      return plain(rest.substring(systematic.start(1), systematic.end(1)));
    }
    Matcher program = PROGRAM.matcher(upper);
    if (program.find()) {
      return plain(rest.substring(program.start(), program.end()));
    }
    Matcher word = BY_WORD.matcher(upper);
    Matcher order = BY_ORDER.matcher(upper);
    Matcher panel = PANEL.matcher(upper);
    boolean ordered = order.find();
    String source = null;
    if (panel.find()) {
      source = plain(rest.substring(panel.start(), panel.end()));
      source += ordered ? ", " + plain(rest.substring(order.start(), order.end())) : "";
    } else if (word.find() && (!ordered || word.start() < order.start())) {
      source = STOP.matcher(named(rest, upper, word)).replaceFirst("");
    } else if (ordered) {
      source = plain(rest.substring(order.start(), order.end()));
    }
    for (Pattern another : List.of(LETTER, DIRECTIVE, BY_ARMY)) {
      Matcher named = another.matcher(upper);
      if (source == null && named.find()) {
        source = plain(rest.substring(named.start(), named.end()));
      }
    }
    return source;
  }

  /** The stamp with blanks for its letters, whose days are not its own. */
  static String withoutLetters(String text, String upper) {
    if (!upper.contains("LETTER") && !upper.contains("LTR") && !upper.contains("MEMO")) {
      return text;
    }
    StringBuilder without = new StringBuilder(text);
    Matcher letter = LETTER.matcher(upper);
    while (letter.find()) {
      without.replace(letter.start(), letter.end(), " ".repeat(letter.end() - letter.start()));
    }
    return without.toString();
  }

  /** What the word for it names, without the number of a case behind. */
  private static String named(String rest, String upper, Matcher word) {
    BareNumber number = BareNumber.first(rest, upper);
    Matcher order = BY_ORDER.matcher(upper).region(word.start(1), upper.length());
    if (order.useTransparentBounds(true).lookingAt()
        && WrittenDate.ANY
            .matcher(upper)
            .region(order.end(), Math.max(order.end(), word.end(1)))
            .find()) {
      // The day behind the order is that of the stamp.
      return plain(rest.substring(order.start(), order.end()));
    }
    boolean within = number != null && number.from() > word.start(1) && number.from() < word.end(1);
    int end = within && number != null ? number.from() : word.end(1);
    return SIGNED.matcher(rest.substring(word.start(1), end)).replaceFirst("").strip();
  }

  /** {@code Chief, Records & Declass Div, WHS}, above the day on a line of its own. */
  static boolean isOffice(String line) {
    return line.length() <= LONGEST_OFFICE
        && (line.indexOf(',') > 0 || line.contains("DEPARTMENT OF") || line.contains("OFFICE"));
  }

  private static String plain(String written) {
    return written.replaceAll("\\s+", " ");
  }

  /** Who signed, without the agency and the date that run on after the initials. */
  static @Nullable String name(String rest, String upper) {
    Matcher bureau = OF_THE_BUREAU.matcher(rest);
    if (bureau.find()) {
      return bureau.group(1).strip();
    }
    Matcher by = BY.matcher(upper);
    if (!by.find()) {
      Matcher archives = OF_THE_ARCHIVES.matcher(upper);
      if (archives.find()) {
        return rest.substring(archives.start(1), archives.end(1));
      }
      Matcher office = BY_OFFICE.matcher(upper);
      return office.find()
          ? rest.substring(office.start(1), office.end(1)).strip()
          : besideDay(rest);
    }
    String signed = rest.substring(by.start(1), by.end(1));
    if (IDENTIFIER.matcher(signed).matches()) {
      return signed;
    }
    List<String> words = words(signed);
    if (words.isEmpty()) {
      Matcher behind = BEHIND_AGENCY.matcher(upper).region(by.end(1), upper.length());
      words = behind.lookingAt() ? words(rest.substring(behind.start(1), behind.end(1))) : words;
    }
    return words.isEmpty() ? null : String.join(" ", words);
  }

  private static @Nullable String besideDay(String rest) {
    Matcher line = BESIDE_DAY.matcher(rest);
    while (line.find()) {
      String initials = line.group(1) == null ? line.group(2) : line.group(1);
      if (initials != null
          && !words(initials).isEmpty()
          && !OFFICES.contains(Draft.upper(initials))) {
        return initials;
      }
    }
    return null;
  }

  /** The words of a name: no agency, and none behind a number. */
  private static List<String> words(String written) {
    List<String> words = new ArrayList<>();
    for (String word : written.strip().split("\\s+", -1)) {
      String plain = END.matcher(Draft.upper(word)).replaceFirst("");
      boolean agency = AGENCIES.contains(plain) || LIBRARY.matcher(plain).matches();
      boolean digits = word.chars().anyMatch(Character::isDigit);
      if (digits && !STAFF.matcher(plain).matches()) {
        break;
      }
      if (!agency && !(words.isEmpty() && plain.equals("THE"))) {
        words.add(word);
      }
    }
    return words;
  }

  /** The name in front of a stamp, on its line or alone on the line above. */
  static @Nullable String nameBefore(String text, int start) {
    int line = text.lastIndexOf('\n', start) + 1;
    String before = text.substring(Math.max(line, start - LONGEST_NAME), start);
    if (before.isBlank() && line > 0) {
      String above = text.substring(text.lastIndexOf('\n', line - 2) + 1, line - 1).strip();
      return NAME_ALONE.matcher(above).matches() ? above : null;
    }
    Matcher name = NAME_BEFORE.matcher(before);
    return name.find() && !LEVEL.matcher(Draft.upper(name.group(1))).find() ? name.group(1) : null;
  }

  /** The position that stands between the name and the date (32 CFR 2001.25(b)(2)). */
  static @Nullable String position(String rest, String upper) {
    Matcher position = POSITION.matcher(upper);
    if (!position.find()) {
      return null;
    }
    String after = rest.substring(position.start(1), position.end(1));
    Matcher date = WrittenDate.ANY.matcher(after);
    int end = date.find() ? date.start() : after.length();
    String written = after.substring(0, end).strip();
    while (written.endsWith(",")) {
      written = written.substring(0, written.length() - 1).strip();
    }
    written = DATE_BEHIND.matcher(written).replaceFirst("").strip();
    boolean agency = written.isEmpty() || words(written.replace(',', ' ')).isEmpty();
    return agency ? null : written;
  }
}
