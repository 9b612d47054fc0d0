package org.glasnost.command;

/** How a command ends, as the shell sees it. */
public enum ExitStatus {
  /** Everything asked for is so. */
  VERIFIED(0),
  /** Something is wrong with what was checked, or a line of the input was not answered. */
  NOT_VERIFIED(1),
  /** The call was wrong, or a file cannot be read; nothing was checked. */
  MISUSED(2),
  /**
   * Nothing is wrong, but some current markings depend on events that are sealed for the reader.
   */
  VERIFIED_AS_FAR_AS_READABLE(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number. */
  public int code() {
    return code;
  }
}
