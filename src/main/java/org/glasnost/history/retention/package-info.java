/**
 * What of the journal lapses by law, and what keeps it: holds, orders that bodies lapse and their
 * carrying out in batches, and the list outside the database by which what lapsed stays so after a
 * restore.
 *
 * <p>Part of room {@code history}. How long each kind is kept stands in {@code policy}. Start with
 * {@link org.glasnost.history.retention.OrderingLapse}.
 */
@NullMarked
package org.glasnost.history.retention;

import org.jspecify.annotations.NullMarked;
