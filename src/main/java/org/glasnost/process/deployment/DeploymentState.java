package org.glasnost.process.deployment;

/** Where a submitted deployment stands. */
public enum DeploymentState {
  /** Submitted; nothing of it is in force. */
  PENDING,
  /** Approved, and in force from then on. */
  APPROVED,
  /** Rejected with a reason; nothing of it was ever in force. */
  REJECTED
}
