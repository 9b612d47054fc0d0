/**
 * The journal: what happened, who did it, under what authority, and the proof that nothing of it
 * was changed since.
 *
 * <p>Owns the event format, the append, the sequencer and the proofs. May import: {@code rule}.
 * Start with {@link org.glasnost.audit.Occasion} and {@link org.glasnost.audit.EventKind}.
 */
@NullMarked
package org.glasnost.audit;

import org.jspecify.annotations.NullMarked;
