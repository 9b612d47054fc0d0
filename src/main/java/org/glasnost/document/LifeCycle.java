package org.glasnost.document;

import java.util.UUID;
import org.glasnost.audit.Occasion;

/** What room document asks of whoever moves documents along. Called in the running transaction. */
public interface LifeCycle {
  /** A document was registered and waits for its marking review. */
  void registered(UUID document, Occasion occasion);

  /** A registration was corrected: open work may belong to another agency now. */
  void corrected(UUID document, Occasion occasion);

  /** A document was withdrawn: whatever is under way for it ends. */
  void withdrawn(UUID document, Occasion occasion);
}
