/** Tests of auditors' queries and exports. Start with {@code JournalExportIT}. */
@NullMarked
package org.glasnost.history;

import org.jspecify.annotations.NullMarked;
