package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.Era;

/**
 * Reads the line of a block that says why: the section of the order in which the reasons stand, and
 * the letters of its paragraphs. Words alone cite nothing; until the directive of E.O. 13526 they
 * were enough.
 *
 * <p>E.O. 12958 as issued had them in section 1.5 (a) to (g), E.O. 13292 and E.O. 13526 have them
 * in section 1.4 (a) to (h). The rules on marking of E.O. 13292 began half a year after the order,
 * and until then both are read.
 */
public final class ReasonReading {
  private static final LocalDate MARKED_BY_13292 = LocalDate.of(2003, 9, 22);
  private static final Pattern SECTION =
      Pattern.compile("(?<![\\d./-])(\\d)\\s?\\.\\s?(\\d{1,2})(?![\\d.])");
  private static final String AND = "(?:and|or|AND|OR)";

  /** Letters in parentheses, one or several; else a letter bare. */
  private static final Pattern LETTERS =
      Pattern.compile(
          "[\\s,;:/&.]{0,4}(?:"
              + AND
              + "\\s{1,3})?\\(\\s?([A-Za-z](?:(?:\\s?[,;/&]\\s?|\\s"
              + AND
              + "\\s)[A-Za-z]){0,9})\\s?\\)"
              + "|(?:\\s?|\\s?[,;/&]\\s?|\\s"
              + AND
              + "\\s)([A-Za-z])(?![A-Za-z.])");

  private static final Pattern LETTER = Pattern.compile("(?<![A-Za-z])[A-Za-z](?![A-Za-z])");

  /**
   * What is wrong with a part of the line.
   *
   * @param from its first character in the line
   * @param to after its last
   * @param message what is wrong
   */
  public record Fault(int from, int to, String message) {}

  private ReasonReading() {}

  /** Whether the line names a section of an order at all. */
  public static boolean citesSection(String line) {
    return SECTION.matcher(line).find();
  }

  /**
   * Everything that is wrong with the line, in order.
   *
   * @param line its words, label included
   * @param day the document's
   */
  public static List<Fault> faults(String line, LocalDate day) {
    List<Fault> faults = new ArrayList<>();
    Matcher section = SECTION.matcher(line);
    while (section.find()) {
      section(line, section, day, faults);
    }
    return faults;
  }

  private static void section(String line, Matcher section, LocalDate day, List<Fault> faults) {
    String cited = section.group(1) + "." + section.group(2);
    boolean asIssued = cited.equals("1.5") && day.isBefore(MARKED_BY_13292);
    boolean amended = cited.equals("1.4") && !day.isBefore(Era.EO_13292.effective());
    if (!asIssued && !amended) {
      faults.add(
          new Fault(
              section.start(),
              section.end(),
              "Section "
                  + cited
                  + " names no reasons on "
                  + day
                  + "; that is section "
                  + (day.isBefore(Era.EO_13292.effective()) ? "1.5" : "1.4")
                  + "."));
      return;
    }
    char last = asIssued ? 'g' : 'h';
    Matcher letters = LETTERS.matcher(line);
    int at = section.end();
    boolean any = false;
    while (letters.region(at, line.length()).lookingAt()) {
      int group = letters.group(1) == null ? 2 : 1;
      Matcher letter = LETTER.matcher(line).region(letters.start(group), letters.end(group));
      while (letter.find()) {
        char named = Character.toLowerCase(line.charAt(letter.start()));
        if (named < 'a' || named > last) {
          faults.add(
              new Fault(
                  letter.start(),
                  letter.end(),
                  "Section " + cited + " has the letters (a) to (" + last + ")."));
        }
      }
      any = true;
      at = letters.end();
    }
    if (!any) {
      faults.add(
          new Fault(
              section.start(),
              section.end(),
              "The letter of the section is missing: which reason?"));
    }
  }
}
