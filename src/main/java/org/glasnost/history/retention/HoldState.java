package org.glasnost.history.retention;

/** How far a hold on the journal is. */
public enum HoldState {
  /** Nothing that it covers lapses. */
  RUNNING,
  /** One person proposed to lift it; it holds as before. */
  LIFT_PROPOSED,
  /** A second person agreed; it holds no more. */
  LIFTED
}
