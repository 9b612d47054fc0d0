/**
 * What the flow of a definition can do: whether any way from a start to a release passes by the
 * reviews and the signature that policy demands.
 *
 * <p>Owns the graph of a process, the demands of policy on it and the proof; the argument stands in
 * {@code docs/spec/deployment-gate.md}. Pure: reads elements that the gate has found well-formed
 * and of its vocabulary, asks nobody. May import: {@code process}, {@code policy}; of the engine
 * nothing. Start with {@link org.glasnost.process.deployment.flow.ReleaseProof}.
 */
@NullMarked
package org.glasnost.process.deployment.flow;

import org.jspecify.annotations.NullMarked;
