package org.glasnost.audit;

/**
 * A signed statement: the tree of this name had so many leaves, and that root.
 *
 * @param size how many leaves
 * @param note the statement as text, a C2SP tlog-checkpoint in a signed note: origin, size and root
 *     (base64) on a line each, an empty line, the signature line
 */
public record Checkpoint(long size, String note) {

  /** Where the root stands, counted in lines from 0. */
  private static final int ROOT_LINE = 2;

  /** The root, in base64. */
  public String root() {
    return note.lines().skip(ROOT_LINE).findFirst().orElseThrow();
  }
}
