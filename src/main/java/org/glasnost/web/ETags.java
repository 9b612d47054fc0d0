package org.glasnost.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;

/** Versions of resources as entity tags, and the precondition that a change may carry. */
public final class ETags {
  private static final Pattern LIST =
      Pattern.compile("\\s*(W/)?\"[^\"]*\"\\s*(,\\s*(W/)?\"[^\"]*\"\\s*)*");

  private ETags() {}

  /** The entity tag of a version. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The entity tag of a view: the version, and a digest of what is shown, which can change without
   * it (an enclosure registered, a title corrected). A change is held to the version alone.
   *
   * @param version of the resource
   * @param view the bytes of its view
   */
  public static String of(long version, byte[] view) {
    CRC32C digest = new CRC32C();
    digest.update(view);
    return "\"%d-%08x\"".formatted(version, digest.getValue());
  }

  /**
   * Holds a precondition to its form, whatever it is compared with.
   *
   * @throws Refused on ground MALFORMED if the header is there and no list of tags
   */
  static void requireTags(@Nullable String ifMatch) {
    if (ifMatch != null && !ifMatch.strip().equals("*") && !LIST.matcher(ifMatch).matches()) {
      throw new Refused(
          Ground.MALFORMED,
          Finding.error("WEB-0015", "If-Match is a list of entity tags in quotes, or *."));
    }
  }

  /**
   * Holds a change to the version that the caller has seen. Compared strongly, as RFC 9110 section
   * 13.1.1 asks: a weak tag matches nothing.
   *
   * @param ifMatch the header as it came, or null where there was none: then every version will do
   * @param version the present one
   * @throws Refused on ground STALE if the caller has seen another one, MALFORMED if the header is
   *     no list of tags
   */
  public static void hold(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    requireTags(ifMatch);
    Pattern present = Pattern.compile("\"" + version + "(-[0-9a-f]{8})?\"");
    if (Arrays.stream(ifMatch.split(",", -1))
        .map(String::strip)
        .noneMatch(tag -> present.matcher(tag).matches())) {
      throw new Refused(
          Ground.STALE,
          Finding.error(
              "WEB-0008", "This was changed since you read it. Read it again, then repeat."));
    }
  }
}
