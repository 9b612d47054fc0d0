/**
 * The way by which a process definition or a decision comes into force: submitted, examined by the
 * gate, approved or rejected by a second administrator.
 *
 * <p>Owns submitted files and their findings, the gate's rules (family {@code DPL}), and the
 * deployment of what ships with the product. May import: {@code process}, {@code process.decision},
 * {@code process.engine}, {@code process.worklist} for the dry run of a decision, {@code audit},
 * {@code authority}, {@code content}, {@code policy}, {@code rule}; of {@code org.camunda} nothing.
 * Start with {@link org.glasnost.process.deployment.SubmittingDeployment}, then {@link
 * org.glasnost.process.deployment.DeploymentGate}.
 */
@NullMarked
package org.glasnost.process.deployment;

import org.jspecify.annotations.NullMarked;
