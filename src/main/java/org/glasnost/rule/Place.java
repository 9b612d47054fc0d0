package org.glasnost.rule;

import org.jspecify.annotations.Nullable;

/**
 * Where a finding applies: a position in a text, or a member of a request. Exactly one of the two
 * is present.
 *
 * @param position in Unicode code points from 0, or null
 * @param member a JSON pointer (RFC 6901) such as {@code /portions/3/basis}, or null
 */
public record Place(@Nullable Integer position, @Nullable String member) {

  /**
   * @throws IllegalArgumentException if both or neither are given, or the position is negative
   */
  public Place {
    if ((position == null) == (member == null)) {
      throw new IllegalArgumentException("a place is a position or a member");
    }
    if (position != null && position < 0) {
      throw new IllegalArgumentException("a position counts from 0: " + position);
    }
  }

  /** A position in a text, in code points from 0. */
  public static Place at(int position) {
    return new Place(position, null);
  }

  /** A member of a request, as a JSON pointer. */
  public static Place member(String pointer) {
    return new Place(null, pointer);
  }

  @Override
  public String toString() {
    return position != null ? position.toString() : String.valueOf(member);
  }
}
