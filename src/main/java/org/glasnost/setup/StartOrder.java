package org.glasnost.setup;

/** In which order the application gets ready after it has started. It is ready after the last. */
public final class StartOrder {
  /** Which policy is in force. */
  public static final int POLICY = 100;

  /** Who may sign in. */
  public static final int ACCOUNTS = 200;

  /** Which processes are deployed. */
  public static final int PROCESSES = 300;

  /** The records of the demonstration, taken in by one of its people. */
  public static final int RECORDS = 400;

  private StartOrder() {}
}
