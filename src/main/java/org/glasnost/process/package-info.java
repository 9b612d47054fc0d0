/**
 * The course of the work: which task is open for whom, and what comes next.
 *
 * <p>Owns the process definitions under {@code processes/}, the kinds of tasks and the forms of
 * their bodies; in {@code process.engine} the process engine, in {@code process.decision} the
 * tables that policy people change, in {@code process.deployment} the way by which either comes
 * into force. The only room that sees {@code org.camunda}, and of it only {@code process.engine}.
 * May import every room below it. Start with {@link org.glasnost.process.TaskKind}, then {@link
 * org.glasnost.process.engine.Course}.
 */
@NullMarked
package org.glasnost.process;

import org.jspecify.annotations.NullMarked;
