package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter says of its attachment: {@code WITH TOP SECRET ATTACHMENT}. While they are together
 * the level of the attachment holds too, so that a different one leaves the level to a person.
 */
final class Attached {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![A-Z])(?:WITH|W/)\\s{0,3}(?:AN?\\s{1,3})?(TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL)"
              + "(?:[/-][A-Z]{3,12}){0,3}\\s{1,3}"
              + "(?:ATTACHMENT|ATTACHMENTS|ENCLOSURE|ENCLOSURES|ANNEX|TAB|TABS)(?![A-Z])");

  /** With what a line begins that lists what is attached. */
  private static final Pattern LIST =
      Pattern.compile(
          "(?:\\d\\s)?(?:ATTACH(?:MENTS?|ED)?|ATCH|ENC(?:L(?:OSURES?|OSED|S)?|S)?|INCL(?:OSURES?|S)?|ANNEX(?:ES)?"
              + "|APPENDI(?:X|CES)|TABS?)(?![A-Z])");

  private static final Pattern LISTED =
      Pattern.compile("(?<![A-Z])(?:TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL)(?![A-Z])");

  /** A line that only says that attachments follow. */
  private static final Pattern HEADING =
      Pattern.compile(
          "\\s*(?:ATTACHMENTS?|ENCLOSURES?|ENCLS?|TABS|ANNEXES|APPENDICES)\\s{0,2}[:.]?\\s*");

  private static final Pattern ENTRY =
      Pattern.compile("(?:\\(?(?:\\d{1,2}|[A-Z])[.)]|[-*\u2022])\\s");

  /** Behind a level in small letters: no name that begins as the level does. */
  private static final Pattern NAME = Pattern.compile("(?i)\\s{1,3}(?:SERVICE|POLICE|AGENTS?)\\b");

  private static final int MOST_ENTRIES = 6;

  private Attached() {}

  /**
   * {@code Enclosure: TOP SECRET}: the level of what the line lists. While they are together the
   * whole is held no lower (32 CFR 2001.24(b)), and a person must say what it is without them.
   *
   * @return whether the line is such a list with a level in it
   */
  static boolean readList(Draft draft, Sentence stretch) {
    if (!LIST.matcher(draft.upper()).region(stretch.from(), stretch.to()).lookingAt()
        && !isEntry(draft.upper(), stretch)) {
      return false;
    }
    boolean found = false;
    Matcher level = LISTED.matcher(draft.upper()).region(stretch.from(), stretch.to());
    while (level.find()) {
      String written = draft.text().substring(level.start(), level.end());
      boolean capitals = written.equals(level.group());
      boolean named =
          Character.isUpperCase(written.charAt(0))
              && !NAME.matcher(draft.text()).region(level.end(), stretch.to()).lookingAt();
      if ((!capitals && !named) || draft.isTaken(level.start(), level.end())) {
        continue;
      }
      draft.levels().carry(Levels.named(level.group()));
      draft.span(level.start(), level.end(), Span.Meaning.LEVEL);
      draft.find(
          ReadingRule.CONDITIONAL.of(
              written, "The level of what is attached: the whole is held no lower with it."),
          level.start());
      draft.needReview();
      found = true;
    }
    return found;
  }

  /** Whether a line is an entry under a line that says that attachments follow. */
  private static boolean isEntry(String upper, Sentence stretch) {
    if (!ENTRY.matcher(upper).region(stretch.from(), stretch.to()).lookingAt()) {
      return false;
    }
    int end = upper.lastIndexOf('\n', stretch.from());
    for (int lines = 0; lines < MOST_ENTRIES && end >= 0; lines++) {
      int start = upper.lastIndexOf('\n', end - 1) + 1;
      String line = upper.substring(start, end);
      if (HEADING.matcher(line).matches()) {
        return true;
      }
      if (!ENTRY.matcher(line.strip()).lookingAt()) {
        return false;
      }
      end = start - 1;
    }
    return false;
  }

  /** Reads the level of an attachment in a stretch. */
  static void read(Draft draft, Sentence stretch) {
    if (!stretch.holds(draft.upper(), "WITH") && !stretch.holds(draft.upper(), "W/")) {
      return;
    }
    Matcher form = FORM.matcher(draft.upper()).region(stretch.from(), stretch.to());
    while (form.find()) {
      boolean named = Character.isLowerCase(draft.text().charAt(form.start(1) + 1));
      boolean apart = draft.text().charAt(stretch.from()) == '(';
      if (!draft.isTaken(form.start(), form.end()) && (!named || apart)) {
        draft.level(Levels.named(form.group(1)));
        draft.span(form.start(), form.end(), Span.Meaning.LEVEL);
        draft.needReview();
      }
    }
  }
}
