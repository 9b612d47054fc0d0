package org.glasnost.marking;

import java.util.List;

/**
 * Another owner's classification as {@link Marking#nonUs} states it: the owners, then the level,
 * such as {@code CAN DEU SECRET} or {@code COSMIC TOP SECRET}.
 *
 * @param owners trigraphs and tetragraphs, {@code FGI} where the source is concealed
 * @param level the level as a banner spells it
 */
public record ForeignClassification(List<String> owners, String level) {
  /** The owner whose name must not be shown. */
  public static final String CONCEALED = "FGI";

  private static final String TOP_SECRET = " TOP SECRET";

  /** Copies the list. */
  public ForeignClassification {
    owners = List.copyOf(owners);
  }

  /**
   * Takes the statement apart.
   *
   * @param nonUs owners and level, one blank between words
   */
  public static ForeignClassification of(String nonUs) {
    if (nonUs.startsWith("COSMIC ")) {
      return new ForeignClassification(List.of("NATO"), "TOP SECRET");
    }
    int at =
        nonUs.endsWith(TOP_SECRET) ? nonUs.length() - TOP_SECRET.length() : nonUs.lastIndexOf(' ');
    if (at <= 0) {
      throw new IllegalArgumentException("no classification of another owner: " + nonUs);
    }
    return new ForeignClassification(
        List.of(nonUs.substring(0, at).split(" ", -1)), nonUs.substring(at + 1));
  }

  /** Whether the source must not be named. */
  public boolean isConcealed() {
    return owners.equals(List.of(CONCEALED));
  }
}
