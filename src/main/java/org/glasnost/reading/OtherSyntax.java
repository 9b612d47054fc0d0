package org.glasnost.reading;

import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.Applicability;
import org.jspecify.annotations.Nullable;

/**
 * A second look at a banner in which a word stayed unknown: at one of today's words that lacks its
 * separators, and at one of before the categories in which two slashes stand all the same.
 */
final class OtherSyntax {
  private final FlatMarking flat;
  private final ModernMarking modern;

  OtherSyntax(FlatMarking flat, ModernMarking modern) {
    this.flat = flat;
    this.modern = modern;
  }

  /**
   * The banner by the other syntax; null where that leaves a word unknown too, or another level.
   *
   * @param first the banner as it was read, with a word unknown
   */
  @Nullable Draft read(Draft first) {
    boolean inCategories = ModernMarking.looksModern(first.text());
    boolean ofToday = Applicability.CATEGORIES.holdsOn(first.date());
    if (inCategories == ofToday) {
      return null;
    }
    Draft second = new Draft(first.text(), first.date(), first.isJudged(), first.today());
    second.step(first.steps());
    LookAlikes.find(second);
    if (ofToday) {
      // TOP SECRET/SI/NOFORN
      modern.read(second, false);
    } else {
      // SECRET//EYES ONLY FOR THE PRESIDENT
      flat.read(second, MarkingReader.whole(second.text()), FlatMarking.Stance.STATED);
    }
    return second.hasUnknown() || !agree(first, second) ? null : second;
  }

  /** Whether two readings of a text state one level; one that found none speaks against none. */
  private static boolean agree(Draft first, Draft second) {
    StatedLevel level = second.statedLevel();
    boolean silent = first.spans().stream().noneMatch(s -> s.meaning() == Span.Meaning.LEVEL);
    return level != null && (level == first.statedLevel() || silent);
  }
}
