package org.glasnost.web.records;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that somebody gave what they submitted, as a page and a download may bear it. The name as
 * it was submitted is kept; whoever decides must see what it is, not what it makes of itself.
 */
final class SubmittedName {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]");

  private SubmittedName() {}

  /** With what steers a text and does not stand in it, such as a turn of direction, written out. */
  static String visible(String name) {
    return UNSEEN
        .matcher(name)
        .replaceAll(found -> String.format(Locale.ROOT, "[U+%04X]", found.group().codePointAt(0)));
  }

  /** For a file that is handed out: what could be a path, a header or a tag is an underscore. */
  static String forDownload(String name) {
    return STRANGE.matcher(name).replaceAll("_");
  }
}
