package org.glasnost.web.page;

import org.glasnost.marking.ClassificationLevel;

/**
 * The marking that stands at the top and the bottom of a page: the roll-up of what the page shows.
 *
 * @param text the banner line
 * @param level its level, which gives the colour
 */
public record PageMarking(String text, ClassificationLevel level) {
  /** A page that shows nothing classified. */
  public static final PageMarking UNCLASSIFIED =
      new PageMarking(ClassificationLevel.UNCLASSIFIED.banner(), ClassificationLevel.UNCLASSIFIED);

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
