package org.glasnost.web;

import java.util.Arrays;
import java.util.regex.Pattern;
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
    if (!LIST.matcher(ifMatch).matches()) {
      throw new Refused(
          Ground.MALFORMED,
          Finding.error("WEB-0015", "If-Match is a list of entity tags in quotes, or *."));
    }
    if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(of(version)::equals)) {
      throw new Refused(
          Ground.STALE,
          Finding.error(
              "WEB-0008", "This was changed since you read it. Read it again, then repeat."));
    }
  }
}
