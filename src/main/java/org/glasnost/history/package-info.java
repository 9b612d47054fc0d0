/**
 * What auditors ask of the past: events, exports, current markings against the journal.
 *
 * <p>Owns the queries over the journal, the sealing of what the asking auditor is not cleared for,
 * and the written form of exports. May import every room but {@code process}, {@code web} and
 * {@code setup}. Start with {@link org.glasnost.history.JournalQueries}.
 */
@NullMarked
package org.glasnost.history;

import org.jspecify.annotations.NullMarked;
