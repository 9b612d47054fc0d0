package org.glasnost.authority.office;

import java.util.UUID;
import org.glasnost.audit.Occasion;

/** The tasks that somebody has. Rooms above keep them; this one only says when they go back. */
public interface OpenWork {
  /** Gives back every task that the person has, for others to claim, in the running transaction. */
  void giveBackAll(UUID account, Occasion occasion);

  /**
   * Gives back the tasks that the person has and, by what they hold at this point of the running
   * transaction, could not claim any more: with a task goes the text that it opened.
   */
  void giveBackLost(UUID account, Occasion occasion);
}
