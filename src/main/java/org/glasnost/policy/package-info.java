/**
 * What policy people edit, checked and versioned: registers, guides, roles, equity holders,
 * calendars.
 *
 * <p>May import: the pure rooms and {@code audit}. Start with {@link
 * org.glasnost.policy.RegisterCompiler}.
 */
@NullMarked
package org.glasnost.policy;

import org.jspecify.annotations.NullMarked;
