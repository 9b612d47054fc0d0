package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Portion marks behind the first words of a line: paragraphs that were typed or scanned into one,
 * {@code (U) Summary. (S) Details follow.} One in the midst of a sentence is no such mark, and none
 * is passed over in silence.
 */
final class InlineMarks {
  /** What a mark is where it stands. */
  enum Role {
    /** It marks the words behind it. */
    PORTION,
    /** It marks the title or subject in front of it. */
    TITLE,
    /** It stands in a sentence: a person must say what it marks. */
    IN_SENTENCE,
    /** It numbers or names something: {@code (A) … (B) … (C)}, {@code paragraph (C)}. */
    NUMBER
  }

  /**
   * A mark and what it is.
   *
   * @param from where it begins
   * @param to the index after it
   * @param role what it is
   */
  record Mark(int from, int to, Role role) {}

  private static final Pattern BEGINS =
      Pattern.compile("(?:[.!?:;)\"]|\\s\\(?(?:\\d{1,3}|[a-zA-Z])[.)])\\s{1,8}$");

  /** Words behind which a letter in parentheses names what they speak of. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(?:(?:sub)?(?:paragraph|section|clause)s?|paras?|sec|articles?|items?|options?|annex"
              + "|appendix|enclosures?|attachments?|tabs?|parts?|points?|exhibits?|figures?|tables?"
              + "|notes?|schedules?|title|rules?|types?|class|grades?|columns?)\\.?\\s{1,3}"
              + "(?:\\d{1,4}[a-z]?(?:\\([^()]{1,4}\\)){0,3}\\s{1,3})?$");

  private static final Pattern SUBJECT =
      Pattern.compile("(?i)(?:SUBJECT|SUBJ|TITLE|RE|TOPIC|REFERENCE|REF)\\s{0,3}:\\s{0,8}\\S");

  /** Names and small words, as a heading is written. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:(?:\\d{1,3}|[A-Z])[.)]\\s{1,8})?[\"'\u201c]?[A-Z](?:[^\\s.?!;]++"
              + "|[.](?=\\S|\\s[A-Z])|\\s++(?![a-z]{5}|(?:is|are|was|were|be|has|have|had|said|he|she|it"
              + "|they|we|that|who)(?![a-z])))*+");

  private static final int LONGEST_TITLE = 160;
  private static final int FAR = 40;

  private InlineMarks() {}

  /** Cheap test: whether something may stand in a line that {@link #in} would find. */
  static boolean mayStand(String line) {
    for (int at = line.indexOf('(', 1); at > 0; at = line.indexOf('(', at + 1)) {
      boolean apart = Character.isWhitespace(line.charAt(at - 1)) && at + 2 < line.length();
      if (apart
          && mayBegin(line.charAt(at + 1))
          && PortionMark.inText(line).region(at, line.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBegin(char c) {
    return c == '/' || (c >= 'A' && c <= 'Z') || "tscur".indexOf(c) >= 0;
  }

  /**
   * The marks of a stretch.
   *
   * @param text the text
   * @param from where to begin
   * @param to where to end
   * @param marked whether the line begins with a mark; else one counts only where a sentence begins
   */
  static List<Mark> in(String text, int from, int to, boolean marked) {
    if (text.indexOf('(', from) < 0) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    Matcher mark = PortionMark.inText(text).region(from, to).useTransparentBounds(true);
    int letters = 0;
    int seen = from;
    while (mark.find()) {
      if (mark.start() == 0 || !Character.isWhitespace(text.charAt(mark.start() - 1))) {
        continue;
      }
      letters |= letters(text, seen, mark.start());
      seen = mark.start();
      String before = text.substring(Math.max(from, mark.start() - FAR), mark.start());
      boolean begins = marked || BEGINS.matcher(before).find();
      Role role;
      boolean lettered = isLettered(mark.group(), letters);
      boolean numbers = lettered || isNumber(mark.group(), before);
      boolean number = mark.group().equals("(C)") ? numbers : lettered;
      if (!number && isTitle(text, from, mark)) {
        role = Role.TITLE;
      } else if (begins && !PortionMark.isDoubtful(text, mark.group(), mark.end())) {
        role = Role.PORTION;
      } else {
        role = numbers || PortionMark.isSpelled(mark.group()) ? Role.NUMBER : Role.IN_SENTENCE;
      }
      marks.add(new Mark(mark.start(), mark.end(), role));
    }
    return marks;
  }

  /**
   * Whether the mark ends a line, or stands before a colon, that gives a subject, or whose words
   * are those of a title.
   */
  private static boolean isTitle(String text, int from, Matcher mark) {
    int end = mark.end();
    boolean labels = end < text.length() && text.charAt(end) == ':';
    while (!labels && end < text.length() && text.charAt(end) != '\n') {
      if (!Character.isWhitespace(text.charAt(end))) {
        return false;
      }
      end++;
    }
    int start = Math.max(from, text.lastIndexOf('\n', mark.start()) + 1);
    if (mark.start() - start > LONGEST_TITLE) {
      return false;
    }
    String title = text.substring(start, mark.start()).strip();
    return SUBJECT.matcher(title).lookingAt() || TITLE.matcher(title).matches();
  }

  /** Whether a letter stands behind the one before it in the alphabet. */
  private static boolean isLettered(String mark, int letters) {
    return mark.length() == 3 && (letters & (1 << (mark.charAt(1) - 1 - 'A'))) != 0;
  }

  /** Whether a letter stands behind what it numbers. */
  private static boolean isNumber(String mark, String before) {
    return mark.length() == 3 && NAMED.matcher(before).find();
  }

  /** The single letters in parentheses of a stretch, a bit for each. */
  private static int letters(String text, int from, int to) {
    int letters = 0;
    for (int i = text.indexOf('(', from); i >= 0 && i + 2 < to; i = text.indexOf('(', i + 1)) {
      char c = text.charAt(i + 1);
      if (c >= 'A' && c <= 'Z' && text.charAt(i + 2) == ')') {
        letters |= 1 << (c - 'A');
      }
    }
    return letters;
  }
}
