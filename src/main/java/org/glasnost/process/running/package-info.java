/**
 * What administrators do about versions that run: see what stands where, suspend and resume them,
 * move instances to another version in batches, try failed steps again, and bring an earlier
 * version back as a new deployment.
 *
 * <p>Owns suspensions and migrations with their progress; the instances are the engine's. May
 * import: {@code process}, {@code process.engine}, {@code process.deployment}, {@code
 * process.worklist}, {@code audit}, {@code authority}, {@code policy}, {@code rule}; of {@code
 * org.camunda} nothing. Start with {@link org.glasnost.process.running.PlanningMigration}, then
 * {@link org.glasnost.process.running.CarryingOutMigration}.
 */
@NullMarked
package org.glasnost.process.running;

import org.jspecify.annotations.NullMarked;
