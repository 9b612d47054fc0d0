/**
 * The architecture, held by tests: which room may import which, who sees the engine, who may query
 * without asking what the caller may know.
 *
 * <p>Owns the one table of rooms ({@link org.glasnost.architecture.Rooms}) and the rules over it.
 * {@code specimen} is a small tree that breaks each rule once, so that a rule that has gone blind
 * is seen. Start with {@link org.glasnost.architecture.ArchitectureTest}.
 */
@NullMarked
package org.glasnost.architecture;

import org.jspecify.annotations.NullMarked;
