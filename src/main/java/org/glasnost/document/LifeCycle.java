package org.glasnost.document;

import java.util.UUID;

/** What room document asks of whoever moves documents along. Called in the running transaction. */
public interface LifeCycle {
  /** A document was registered and waits for its marking review. */
  void registered(UUID document);

  /** A document was withdrawn: whatever is under way for it ends. */
  void withdrawn(UUID document);
}
