package org.glasnost.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a stamp that nothing accounts for. A stamp is understood when each of its words is
 * one that stamps are made of, or belongs to the authority, the name, the day or the number that
 * was read from it: whatever else stands there may take back, limit or defer what it records.
 */
final class StampWords {
  private static final Set<String> KNOWN =
      Set.of(
          ("BY DATE DATED AUTHORITY AUTH OF IN AND THE TO ON PER FOR WITH W ACCORDANCE UNDER AS AT FROM PURSUANT NO NUMBER NUM CASE DOC "
                  + "DOCUMENT ITEM RE RELEASED RELEASE DECLASSIFIED DECLASSIFICATION APPROVED AUTHORIZED REVIEW REVIEWED REVIEWER COPY FULL PART PORTIONS "
                  + "EXEMPTED SANITIZED DELETIONS GUIDELINES GUIDE LETTER LTR MEMO MEMORANDUM ORDER EXECUTIVE SECTION SEC AMENDED "
                  + "RIP RIF RAC PROJECT ESDN OFFICE CHIEF DEPUTY SENIOR DIRECTOR DIV DIVISION BRANCH RECORDS DECLASS WHS ARCHIVIST NATIONAL ARCHIVES LIBRARY "
                  + "SECRET CONFIDENTIAL UNCLASSIFIED TOP PROVISIONS SECURITY COUNCIL PARTIALLY PARTLY "
                  + "NARA NARS NA STATE CIA NSC DOD DOE OSD JCS FBI NSA USAF DEPARTMENT DEPT DEFENSE ENERGY TREASURY ARMY NAVY WHITE HOUSE US "
                  + "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER")
              .split(" "));

  /** Initials and codes of offices, figures, the libraries' codes, and CIA damaged. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Z]{1,2}\\.?|.*\\d.*|NL[A-Z]{1,4}|C[IL|!]A");

  /** Where an act is cited: {@code (44 USC 2107 Note)}. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\(?\\d{1,2}\\s{0,2}U\\.?\\s?S\\.?\\s?C\\.?\\s{0,2}\\d{1,5}\\s{1,2}NOTE\\)?");

  /** What alone was kept back, where the stamp is of a part. */
  private static final Set<String> OF_PART =
      Set.of("DENIED", "EXCEPT", "WHERE", "SHOWN", "OTHERWISE");

  /** Whoever signed beside the first. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<![A-Z])BY[:.]?\\s{1,3}([A-Z][A-Z.' -]{0,40}?)\\s{0,3}(?=\\bDATE\\b|[,\\n]|$)");

  private StampWords() {}

  /**
   * The words of a stamp that are not understood, as they stand in it.
   *
   * @param stamp the stamp in capitals
   * @param opening where its opening ends
   * @param inPart whether it is of a part
   * @param read what was read from it; null where nothing was
   */
  static List<String> unread(
      String stamp, int opening, boolean inPart, List<@Nullable String> read) {
    Set<String> accounted = new HashSet<>();
    for (String text : read) {
      add(text, accounted);
    }
    Matcher signed = SIGNED.matcher(stamp).region(opening, stamp.length());
    signed.useTransparentBounds(true);
    while (signed.find()) {
      add(signed.group(1), accounted);
    }
    if (inPart) {
      accounted.addAll(OF_PART);
    }
    List<String> unread = new ArrayList<>();
    Matcher cited = CODE.matcher(stamp);
    int from = cited.find() ? cited.start() : stamp.length();
    int to = from < stamp.length() ? cited.end() : from;
    for (Word word : Word.in(stamp, opening, stamp.length())) {
      if (word.from() >= from && word.to() <= to) {
        continue;
      }
      String letters = word.upper();
      if (!KNOWN.contains(letters)
          && !accounted.contains(letters)
          && !PLAIN.matcher(letters).matches()) {
        unread.add(word.text());
      }
    }
    if (stamp.indexOf('%', opening) >= 0) {
      unread.add("%");
    }
    return unread;
  }

  private static void add(@Nullable String text, Set<String> accounted) {
    if (text != null) {
      Word.in(text, 0, text.length()).forEach(word -> accounted.add(word.upper()));
    }
  }
}
