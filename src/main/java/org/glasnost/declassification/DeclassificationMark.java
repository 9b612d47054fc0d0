package org.glasnost.declassification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mark that a declassified record bears: the word "Declassified", the authority by name and
 * position, by personal identifier, or by guide title and date, and the date (32 CFR 2001.25(b)).
 * Beside it stand, as a library writes them, the case and item under which it was reviewed.
 *
 * <p>A mark does not say that anybody was entitled to give it; the signature behind it does.
 *
 * @param by the authority: a name, a personal identifier, or the title and date of a guide
 * @param position the position of a named authority; null for an identifier, a guide, or a historic
 *     action whose position nobody recorded
 * @param authority what the act rests on, such as an order's section or a delegation
 * @param caseNumber case and item as the library writes them, such as {@code NLS F99-051 #321}, or
 *     null
 * @param on the day of declassification
 * @param recordedOn the day on which a historic action was recorded here; null for an action of our
 *     own
 */
public record DeclassificationMark(
    String by,
    @Nullable String position,
    String authority,
    @Nullable String caseNumber,
    LocalDate on,
    @Nullable LocalDate recordedOn) {

  /** The word that the rule demands. */
  public static final String WORD = "Declassified";

  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  /**
   * @throws IllegalArgumentException if a text is blank, or a historic action was recorded before
   *     it was done
   */
  public DeclassificationMark {
    requireText("authority's name", by);
    requireText("authority", authority);
    if (position != null) {
      requireText("position", position);
    }
    if (caseNumber != null) {
      requireText("case number", caseNumber);
    }
    if (recordedOn != null && recordedOn.isBefore(on)) {
      throw new IllegalArgumentException("recorded on " + recordedOn + ", before " + on);
    }
  }

  private static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a mark with a blank " + what);
    }
  }

  /** Always {@value #WORD}. */
  public String word() {
    return WORD;
  }

  /**
   * Who and when, in the form of the rule's own model: {@code by David Smith, Chief, Division 5,
   * August 17, 2008}.
   */
  public String byline() {
    return "by " + by + (position == null ? "" : ", " + position) + ", " + IN_WORDS.format(on);
  }

  /** What stands under the word and the byline, one statement a line. */
  public List<String> particulars() {
    List<String> lines = new ArrayList<>();
    lines.add("Authority: " + authority);
    if (caseNumber != null) {
      lines.add("Case and item: " + caseNumber);
    }
    if (recordedOn != null) {
      lines.add("This action was recorded on " + recordedOn + " as done on " + on + ".");
    }
    return List.copyOf(lines);
  }

  /** The mark on one line, for the head of a page: word, day, and case where there is one. */
  public String inShort() {
    return WORD + " " + IN_WORDS.format(on) + (caseNumber == null ? "" : "  ·  " + caseNumber);
  }

  /** A day as it is written in a mark, such as {@code July 25, 2000}. */
  public static String inWords(LocalDate day) {
    return IN_WORDS.format(day);
  }
}
