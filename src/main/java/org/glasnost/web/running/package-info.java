/**
 * Over HTTP, what administrators do about instances that run: migrations to another version, and
 * steps that failed.
 *
 * <p>Owns no state. May import: {@code web} and the rooms below it. Start with {@link
 * org.glasnost.web.running.MigrationsController}.
 */
@NullMarked
package org.glasnost.web.running;

import org.jspecify.annotations.NullMarked;
