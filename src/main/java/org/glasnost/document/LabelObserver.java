package org.glasnost.document;

import java.util.UUID;

/** Whoever keeps things in the order of labels. Called in the running transaction. */
public interface LabelObserver {
  /** A document, whose row is locked, is held under another label from now on. */
  void heldUnder(UUID document, long label);
}
