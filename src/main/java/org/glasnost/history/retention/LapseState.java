package org.glasnost.history.retention;

/** How far an order that bodies lapse is. */
public enum LapseState {
  /** By one records manager; nothing is gone. */
  ORDERED,
  /** Declined; nothing is gone. */
  REJECTED,
  /** A second one agreed; batch by batch is going. */
  RUNNING,
  /** Nothing that was ordered is left but what holds keep. */
  ENDED
}
