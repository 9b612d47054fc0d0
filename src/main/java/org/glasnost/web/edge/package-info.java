/**
 * The outermost ring of HTTP: who is let in, how much is read, what is repeated, what is logged.
 *
 * <p>Owns the security chains, the verification of passwords and the filters. May import: {@code
 * web} and the public types of {@code authority}, {@code audit}, {@code policy}, {@code rule}.
 * Start with {@link org.glasnost.web.edge.SecurityChains}.
 */
@NullMarked
package org.glasnost.web.edge;

import org.jspecify.annotations.NullMarked;
