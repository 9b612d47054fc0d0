/**
 * Decisions that policy people change: tables in DMN, what may stand in them, and which is in
 * force.
 *
 * <p>Owns the closed list of decisions with their inputs and outputs, the reading of a table into
 * what can be judged exactly (overlaps, gaps, rules that never hit), its examples, and the versions
 * in force. May import: {@code process}, {@code process.engine}, {@code policy}, {@code review}; of
 * {@code org.camunda} nothing. Start with {@link org.glasnost.process.decision.KnownDecision}, then
 * {@link org.glasnost.process.decision.TableReader} and {@link
 * org.glasnost.process.decision.TableAnalysis}.
 */
@NullMarked
package org.glasnost.process.decision;

import org.jspecify.annotations.NullMarked;
