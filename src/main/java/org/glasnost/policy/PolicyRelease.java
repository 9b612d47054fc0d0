package org.glasnost.policy;

import org.glasnost.audit.ReleaseInForce;

/**
 * The policy in force, as one identity: what was decided can later be read against exactly the
 * files it was decided under. Immutable.
 *
 * @param id the first sixteen hexadecimal digits of the SHA-256 over names and bytes of all policy
 *     files
 */
public record PolicyRelease(String id) implements ReleaseInForce {

  /**
   * @throws IllegalArgumentException if the id is blank, which is a bug of ours
   */
  public PolicyRelease {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a release of policy has an id");
    }
  }
}
