package org.glasnost.web.page;

import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;

/**
 * The marking that stands at the top and the bottom of a page: the roll-up of what the page shows.
 *
 * @param text the line shown, with every word under which it is held
 * @param level its level, which gives the colour
 * @param rollUp the banner in today's syntax, for {@code X-Content-Marking}
 */
public record PageMarking(String text, ClassificationLevel level, String rollUp) {
  /** A page that shows nothing classified. */
  public static final PageMarking UNCLASSIFIED =
      new PageMarking(ClassificationLevel.UNCLASSIFIED.banner(), ClassificationLevel.UNCLASSIFIED);

  /** A marking that is one in today's syntax as it stands. */
  public PageMarking(String text, ClassificationLevel level) {
    this(text, level, text);
  }

  /** The marking of a page that shows what is held so. */
  public static PageMarking of(Protection shown) {
    HeldBanner banner = HeldBanner.of(shown);
    return new PageMarking(banner.shown(), shown.level(), banner.rollUp());
  }

  /** The style of the banner, in the colours of the field. */
  public String style() {
    return switch (level) {
      case UNCLASSIFIED -> "marking-u";
      case CONFIDENTIAL -> "marking-c";
      case SECRET -> "marking-s";
      case TOP_SECRET -> "marking-ts";
    };
  }
}
