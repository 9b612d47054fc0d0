/**
 * The process engine, and the few words by which the product speaks to it.
 *
 * <p>Owns the engine's configuration and tables, the closed list of process variables and messages,
 * and the notice of every task that opens or ends. No business state: the engine only knows where a
 * document's work waits. May import: {@code process} and the JDK, Spring, the engine. Start with
 * {@link org.glasnost.process.engine.Course}.
 */
@NullMarked
package org.glasnost.process.engine;

import org.jspecify.annotations.NullMarked;
