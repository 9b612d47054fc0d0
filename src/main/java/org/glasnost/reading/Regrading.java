package org.glasnost.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Stamps that changed a level, as orders before 1972 had them: {@code REGRADED UNCLASSIFIED BY
 * AUTHORITY OF}, {@code CLASSIFICATION CHANGED FROM SECRET TO CONFIDENTIAL}, {@code CLASSIFICATION
 * CANCELLED}. To UNCLASSIFIED is a declassification; to another level a downgrading only where the
 * words say so: a paper may be regraded upward as well.
 */
final class Regrading {
  private static final String LEVEL =
      "(?:TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)";
  private static final String FROM = "(?:\\s{1,3}FROM\\s{1,3}" + LEVEL + ")?";

  /** {@code Classification (Declassification/Review Date) Changed to:}. */
  private static final String ASIDE = "(?:\\([A-Z /]{1,60}\\)\\s{1,3})?";

  /** The opening of such a stamp, with its levels where they stand there. */
  static final String OPENING =
      "(?:REGRADED|RECLASSIFIED|UPGRADED)(?!\\s{1,3}(?:AT|AFTER)\\s)"
          + FROM
          + "(?:\\s{1,3}TO)?(?:[:\\s]{1,4}"
          + LEVEL
          + ")?|CLASSIFICATION\\s{1,3}"
          + ASIDE
          + "(?:HAS\\s{1,3}BEEN\\s{1,3}|IS\\s{1,3})?(?:CANCELL?ED"
          + "|(?:CHANGED|REGRADED|DOWNGRADED|REDUCED|LOWERED|RAISED|UPGRADED|INCREASED)"
          + FROM
          + "\\s{1,3}TO(?:[:\\s]{1,4}"
          + LEVEL
          + ")?)|DOWNGRADED\\s{1,3}TO|CANCELL?ED(?=\\s{1,3}BY\\s{1,3}AUTHORITY)";

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:CLASSIFICATION\\s{1,3}"
              + ASIDE
              + "(?:HAS\\s{1,3}BEEN\\s{1,3}|IS\\s{1,3})?)?(CANCELL?ED|CHANGED|REGRADED|DOWNGRADED"
              + "|REDUCED|LOWERED|RECLASSIFIED|UPGRADED|RAISED|INCREASED)(?:\\s{1,3}FROM\\s{1,3}("
              + LEVEL
              + "))?(?:\\s{1,3}TO)?(?:[:\\s]{1,4}("
              + LEVEL
              + ")(?![A-Z]))?");

  /** {@code CLASSIFICATION CANCELLED OR CHANGED TO}: a form of which one was to be struck out. */
  private static final Pattern EITHER =
      Pattern.compile("CANCELL?ED[)\\s/]{1,4}(?:(?:AND/)?OR\\s{1,3})?[(\\s]{0,3}CHANGED");

  private Regrading() {}

  /** Whether an opening is one of these. */
  static boolean opens(String opening) {
    return opening.startsWith("REGRADED")
        || opening.startsWith("RECLASS")
        || opening.startsWith("UPGRADED")
        || opening.startsWith("CANCEL")
        || opening.startsWith("CLASSIFICATION")
        || opening.startsWith("DOWNGRADED");
  }

  /** What such a stamp records; empty where its words do not settle it. */
  static Optional<Stamp.Kind> kind(String stamp) {
    Matcher words = WORDS.matcher(stamp);
    if (!words.lookingAt() || EITHER.matcher(stamp).find()) {
      return Optional.empty();
    }
    String act = String.valueOf(words.group(1));
    String to = words.group(3);
    boolean inPart = StampPart.names(stamp, words.end());
    if (act.startsWith("CANCEL") || "UNCLASSIFIED".equals(to)) {
      return Optional.of(inPart ? Stamp.Kind.DECLASSIFIED_IN_PART : Stamp.Kind.DECLASSIFIED);
    }
    boolean lower =
        switch (act) {
          case "DOWNGRADED", "REDUCED", "LOWERED" ->
              to != null && !to.startsWith("TOP") && !isLower(to, words.group(2));
          default -> isLower(words.group(2), to);
        };
    return lower && !inPart ? Optional.of(Stamp.Kind.DOWNGRADED) : Optional.empty();
  }

  /** The level to which a paper was raised, by its place in the stamp; null where it was not. */
  static @Nullable Sentence raisedTo(String stamp) {
    Matcher words = WORDS.matcher(stamp);
    if (!words.lookingAt() || words.group(3) == null || "UNCLASSIFIED".equals(words.group(3))) {
      return null;
    }
    boolean raised =
        switch (String.valueOf(words.group(1))) {
          case "UPGRADED", "RAISED", "INCREASED" -> true;
          case "RECLASSIFIED" -> !isLower(words.group(2), words.group(3));
          default -> isLower(words.group(3), words.group(2));
        };
    return raised ? new Sentence(words.start(3), words.end(3)) : null;
  }

  private static boolean isLower(@Nullable String from, @Nullable String to) {
    Optional<ClassificationLevel> before = level(from);
    Optional<ClassificationLevel> after = level(to);
    return before.isPresent()
        && after.isPresent()
        && before.get() != after.get()
        && before.get().dominates(after.get());
  }

  /** RESTRICTED ended in 1953 and has no place in the order of levels. */
  private static Optional<ClassificationLevel> level(@Nullable String written) {
    String word = written == null ? "" : written.replaceAll("\\s+", " ");
    return switch (word) {
      case "TOP SECRET" -> Optional.of(ClassificationLevel.TOP_SECRET);
      case "SECRET" -> Optional.of(ClassificationLevel.SECRET);
      case "CONFIDENTIAL" -> Optional.of(ClassificationLevel.CONFIDENTIAL);
      case "UNCLASSIFIED" -> Optional.of(ClassificationLevel.UNCLASSIFIED);
      default -> Optional.empty();
    };
  }
}
