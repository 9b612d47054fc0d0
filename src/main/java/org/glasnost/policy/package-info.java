/**
 * Policy as data: the agencies that may hold an equity, what each role is called, which trainings
 * the office asks for, the release of policy that is in force, and the port to the decisions that
 * stand in tables.
 *
 * <p>Owns the reading and the identity of the files under {@code config/}. May import: the pure
 * rooms and {@code audit}. Start with {@link org.glasnost.policy.PolicyRelease}.
 */
@NullMarked
package org.glasnost.policy;

import org.jspecify.annotations.NullMarked;
