package org.glasnost.release.copy;

import org.glasnost.declassification.DeclassificationMark;
import org.glasnost.release.copy.CopyRun.Kind;

/**
 * The released copy as plain text: the mark, then the record as it is written, line by line. Plain
 * characters cannot carry a line through a word, so an old marking stands as {@code [lined through:
 * …]}, in words that a search finds.
 */
public final class PlainTextCopy {
  private static final String RULE = "-".repeat(72);

  private PlainTextCopy() {}

  /** The copy; lines end in a line feed, but for the record's own. */
  public static String render(ReleasedCopy copy) {
    StringBuilder out = new StringBuilder();
    line(out, copy.mark().word());
    line(out, copy.mark().byline());
    copy.mark().particulars().forEach(particular -> line(out, particular));
    line(out, "");
    line(out, copy.title());
    if (copy.documentDate() != null) {
      line(out, "Date of the document: " + DeclassificationMark.inWords(copy.documentDate()));
    }
    copy.linedThrough().forEach(old -> line(out, "Old marking: [lined through: " + old + "]"));
    line(out, copy.extent());
    line(out, RULE);
    copy.portions().forEach(portion -> portion(out, portion));
    line(out, RULE);
    line(out, "End of the released copy. " + copy.mark().inShort());
    return out.toString();
  }

  private static void portion(StringBuilder out, CopyPortion portion) {
    StringBuilder text = new StringBuilder();
    for (CopyRun run : portion.runs()) {
      text.append(
          run.kind() == Kind.LINED_THROUGH ? "[lined through: " + run.text() + "]" : run.shown());
    }
    out.append(text);
    // The line break after a portion that was withheld to its end is gone with the rest.
    if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
      out.append("\n\n");
    }
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}
