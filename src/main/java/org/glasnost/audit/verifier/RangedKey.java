package org.glasnost.audit.verifier;

import java.util.regex.Pattern;

/**
 * A verifier key and the sizes of tree that it signs. A key that follows another begins with some
 * size, and one that was followed ends with the first size that is signed without it; of that size
 * itself there may be a statement from just before.
 *
 * @param key the key
 * @param fromSize the smallest size
 * @param untilSize the largest; {@link #NO_END} while it signs
 */
record RangedKey(VerifierKey key, long fromSize, long untilSize) {
  static final long NO_END = Long.MAX_VALUE;

  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,14}");
  private static final int MOST_PARTS = 3;

  /**
   * Reads a line of a file of keys: the key and, where they are known, a blank and the first size,
   * a blank and the last.
   */
  static RangedKey parse(String line) throws FormException {
    String[] parts = line.split(" ", -1);
    if (parts.length > MOST_PARTS) {
      throw new FormException("more than a key and its range");
    }
    return new RangedKey(
        VerifierKey.parse(parts[0]),
        parts.length > 1 ? size(parts[1]) : 0,
        parts.length > 2 ? size(parts[2]) : NO_END);
  }

  private static long size(String written) throws FormException {
    if (!SIZE.matcher(written).matches()) {
      throw new FormException("a range that is none");
    }
    return Long.parseLong(written);
  }

  boolean signs(long size) {
    return fromSize <= size && size <= untilSize;
  }

  /** The part of the range that another statement about the same key leaves. */
  RangedKey within(RangedKey other) {
    return key.written().equals(other.key.written())
        ? new RangedKey(
            key, Math.max(fromSize, other.fromSize), Math.min(untilSize, other.untilSize))
        : this;
  }

  /** As a line of a file of keys. */
  String written() {
    if (untilSize == NO_END) {
      return fromSize == 0 ? key.written() : key.written() + " " + fromSize;
    }
    return key.written() + " " + fromSize + " " + untilSize;
  }
}
