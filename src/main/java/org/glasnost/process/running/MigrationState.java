package org.glasnost.process.running;

/** How far a migration is carried out. */
public enum MigrationState {
  /** Batches are moved, one after the other. */
  RUNNING,
  /** An administrator has stopped it between two batches. */
  PAUSED,
  /** Each of its instances has moved or was found unable to. */
  ENDED
}
