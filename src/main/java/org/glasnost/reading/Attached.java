package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.StatedLevel;

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
          "(?:\\d\\s)?(?:ATTACH(?:MENTS?|ED)?|ATCH|ENCL(?:OSURES?|OSED|S)?|INCL(?:OSURES?|S)?|ANNEX(?:ES)?"
              + "|APPENDI(?:X|CES)|TABS?)(?![A-Z])");

  private static final Pattern LISTED =
      Pattern.compile("(?<![A-Z])(?:TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL)(?![A-Z])");

  /** Behind a level in small letters: the end of an entry, no further word of a sentence. */
  private static final Pattern ENTRY_ENDS = Pattern.compile("\\s{0,3}(?:[;,.)\\]\\n]|\\z)");

  private Attached() {}

  /**
   * {@code Enclosure: TOP SECRET}: the level of what the line lists. While they are together the
   * whole is held no lower (32 CFR 2001.24(b)), and a person must say what it is without them.
   *
   * @return whether the line is such a list with a level in it
   */
  static boolean readList(Draft draft, Sentence stretch) {
    char first = Character.toUpperCase(draft.text().charAt(stretch.from()));
    if (("AEIT".indexOf(first) < 0 && !Character.isDigit(first))
        || !LIST.matcher(draft.upper()).region(stretch.from(), stretch.to()).lookingAt()) {
      return false;
    }
    boolean found = false;
    Matcher level = LISTED.matcher(draft.upper()).region(stretch.from(), stretch.to());
    while (level.find()) {
      String written = draft.text().substring(level.start(), level.end());
      boolean capitals = written.equals(level.group());
      boolean named =
          Character.isUpperCase(written.charAt(0))
              && ENTRY_ENDS.matcher(draft.text()).region(level.end(), stretch.to()).lookingAt();
      if ((!capitals && !named) || draft.isTaken(level.start(), level.end())) {
        continue;
      }
      draft.levels().carry(StatedLevel.valueOf(level.group().replaceAll("\\s+", "_")));
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
        draft.level(StatedLevel.valueOf(form.group(1).replaceAll("\\s+", "_")));
        draft.span(form.start(), form.end(), Span.Meaning.LEVEL);
        draft.needReview();
      }
    }
  }
}
