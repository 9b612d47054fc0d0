/**
 * The work list: which task is open for whom, and what its completion does.
 *
 * <p>Owns our own table of tasks, written in the same transaction as the engine's; claiming,
 * assigning, drafting and completing. Start with {@link
 * org.glasnost.process.worklist.CompletingTask}.
 */
@NullMarked
package org.glasnost.process.worklist;

import org.jspecify.annotations.NullMarked;
