package org.glasnost.process.deployment;

import java.util.UUID;

/**
 * Where the words of a reason are kept: encrypted, apart from the journal, which names only the
 * code.
 */
public interface Reasons {

  /**
   * Keeps the words; takes part in the caller's transaction.
   *
   * @param owner what they are about: a deployment, a suspension
   * @return the id under which they are read again
   */
  UUID store(UUID owner, String text);

  /** The words kept under that id. */
  String read(UUID id);
}
