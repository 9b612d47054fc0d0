package org.glasnost.marking;

/**
 * The protection that a thing has: one of the three levels of national security classification, or
 * none of them. Ordered by an explicit rank.
 *
 * <p>Source: 32 CFR 2001.24(a), only Top Secret, Secret and Confidential are levels. What a text
 * <em>says</em> is a {@link StatedLevel}, which knows more words.
 */
public enum ClassificationLevel {
  /** Not classified. */
  UNCLASSIFIED(0, "UNCLASSIFIED", "U"),
  /** Confidential. */
  CONFIDENTIAL(10, "CONFIDENTIAL", "C"),
  /** Secret. */
  SECRET(20, "SECRET", "S"),
  /** Top Secret. */
  TOP_SECRET(30, "TOP SECRET", "TS");

  private final int rank;
  private final String banner;
  private final String portion;

  ClassificationLevel(int rank, String banner, String portion) {
    this.rank = rank;
    this.banner = banner;
    this.portion = portion;
  }

  /** Whether what is protected at {@code other} is protected enough at this level. */
  public boolean dominates(ClassificationLevel other) {
    return rank >= other.rank;
  }

  /** The higher of the two. */
  public ClassificationLevel join(ClassificationLevel other) {
    return dominates(other) ? this : other;
  }

  /** As spelled in a banner line. */
  public String banner() {
    return banner;
  }

  /** As abbreviated in a portion mark. */
  public String portion() {
    return portion;
  }
}
