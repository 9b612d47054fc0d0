/** Tests of the journal. Start with {@code JournalIT}. */
@NullMarked
package org.glasnost.audit;

import org.jspecify.annotations.NullMarked;
