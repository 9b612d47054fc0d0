package org.glasnost.content;

/** How far a rotation of the wrapping key is carried out. */
public enum RotationState {
  /** Ordered, and keys are still wrapped by others. */
  RUNNING,
  /** Nothing was left under another key. */
  ENDED
}
