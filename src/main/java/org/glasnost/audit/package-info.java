/**
 * The journal: what happened, who did it, under what authority, and the proof that nothing of it
 * was changed since.
 *
 * <p>Owns the event format, the append, the sequencer, the tree with its checkpoints and proofs
 * (docs/spec/journal.md). May import: {@code rule}. Start with {@link
 * org.glasnost.audit.JournalEntry} and {@link org.glasnost.audit.Journal}, which is all that other
 * rooms use; then {@link org.glasnost.audit.Sequencer}.
 */
@NullMarked
package org.glasnost.audit;

import org.jspecify.annotations.NullMarked;
