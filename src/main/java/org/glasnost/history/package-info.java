/**
 * What auditors ask of the past: events, exports, current markings against the journal.
 *
 * <p>Owns the queries over the journal, the sealing of what the asking auditor is not cleared for,
 * the written form of exports, and what operators ask: copies of the database, rotation of its
 * keys. May import every room but {@code process}, {@code web} and {@code setup}. Start with {@link
 * org.glasnost.history.JournalQueries}.
 */
@NullMarked
package org.glasnost.history;

import org.jspecify.annotations.NullMarked;
