package org.glasnost.command;

import java.io.IOException;
import java.net.ConnectException;

/** A command cannot do what was asked; the message says why and what to do. */
final class CommandFailed extends Exception {
  private static final long serialVersionUID = 1L;

  CommandFailed(String message) {
    super(message);
  }

  CommandFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** Somebody who was to be asked over HTTP did not answer. */
  static CommandFailed unanswered(String who, String address, IOException met) {
    String why =
        met instanceof ConnectException
            ? "nothing answers there. Start it, or say in GLASNOST_URL where it is"
            : met.getMessage() == null ? met.getClass().getSimpleName() : met.getMessage();
    return new CommandFailed(who + " at " + address + " cannot be asked: " + why + ".", met);
  }
}
