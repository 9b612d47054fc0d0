package org.glasnost.marking;

import java.util.Optional;

/**
 * What a text says of its level. Not an order: two stated levels are compared only by the
 * protection they ask for.
 */
public enum StatedLevel {
  /** Top Secret. */
  TOP_SECRET,
  /** Secret. */
  SECRET,
  /** Confidential. */
  CONFIDENTIAL,
  /** The U.S. level that ended with E.O. 10501 on 15 December 1953. */
  RESTRICTED,
  /** The text says that it is unclassified. */
  UNCLASSIFIED,
  /** Limited Official Use: a handling notice, not a classification. */
  LOU,
  /** The text carries no level. This does not mean unclassified. */
  NONE;

  /**
   * The protection that the statement asks for by itself; empty for {@link #NONE}, which asks for
   * nothing and proves nothing: the holder must decide (system-high, or the transmittal's level).
   *
   * <p>RESTRICTED is protected as Confidential until a person re-marks it.
   */
  public Optional<ClassificationLevel> protection() {
    return switch (this) {
      case TOP_SECRET -> Optional.of(ClassificationLevel.TOP_SECRET);
      case SECRET -> Optional.of(ClassificationLevel.SECRET);
      case CONFIDENTIAL, RESTRICTED -> Optional.of(ClassificationLevel.CONFIDENTIAL);
      case UNCLASSIFIED, LOU -> Optional.of(ClassificationLevel.UNCLASSIFIED);
      case NONE -> Optional.empty();
    };
  }
}
