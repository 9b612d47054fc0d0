package org.glasnost.reading;

import org.jspecify.annotations.Nullable;

/**
 * The declassification instruction of a text, named but not computed.
 *
 * @param instruction its name in the HTTP contract, such as {@code OADR}, {@code XGDS_3}, {@code
 *     DATE}; null where there is none or it cannot be read
 * @param text the instruction verbatim, with the words that introduce it, or null
 */
public record DeclassificationText(@Nullable String instruction, @Nullable String text) {
  /** No instruction stands in the text. */
  public static final DeclassificationText NONE = new DeclassificationText(null, null);
}
