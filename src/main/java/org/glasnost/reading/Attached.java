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

  private Attached() {}

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
