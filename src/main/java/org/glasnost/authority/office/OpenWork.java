package org.glasnost.authority.office;

import java.util.UUID;
import org.glasnost.audit.Occasion;

/** The tasks that somebody has. Rooms above keep them; this one only says when they go back. */
public interface OpenWork {
  /** Gives back every task that the person has, for others to claim, in the running transaction. */
  void giveBackAll(UUID account, Occasion occasion);
}
