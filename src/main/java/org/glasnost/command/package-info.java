/**
 * The command line: what is asked of the jar without starting the application.
 *
 * <p>May import: the pure rooms, {@code contract}, {@code audit} and {@code content} (the making of
 * their keys). Start with {@link org.glasnost.command.CommandLine}.
 */
@NullMarked
package org.glasnost.command;

import org.jspecify.annotations.NullMarked;
