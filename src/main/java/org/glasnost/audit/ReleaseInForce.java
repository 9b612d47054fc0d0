package org.glasnost.audit;

/**
 * Names the release of policy in force to rooms below {@code policy}, for what the product itself
 * records there: keys that it wraps anew, say. Room {@code policy} says it.
 */
@FunctionalInterface
public interface ReleaseInForce {
  /** The id of the release. */
  String id();
}
