/**
 * The command line: what is asked of the jar without starting the application.
 *
 * <p>May import: the pure rooms and {@code audit.verifier}. Start with {@link
 * org.glasnost.command.CommandLine}.
 */
@NullMarked
package org.glasnost.command;

import org.jspecify.annotations.NullMarked;
