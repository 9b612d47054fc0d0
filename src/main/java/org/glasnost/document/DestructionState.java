package org.glasnost.document;

/** How far the destruction of a document is. */
public enum DestructionState {
  /** One records manager proposed it; nothing is gone. */
  PROPOSED,
  /** A second one agreed, and the key is gone. */
  CARRIED_OUT,
  /** It was declined; nothing is gone. */
  REJECTED
}
