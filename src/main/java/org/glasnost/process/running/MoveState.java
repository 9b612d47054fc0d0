package org.glasnost.process.running;

/** What became of an instance in a migration. */
public enum MoveState {
  /** Its batch has not come yet. */
  WAITING,
  /** It runs on the other version. */
  MOVED,
  /** It stays where it is; it is said why. */
  NOT_MOVED
}
