/**
 * What a submitted process would change: its elements against those of the version in force, the
 * text of both, who calls it and how many instances run.
 *
 * <p>Owns the comparison; judges nothing. Pure: reads elements and text that it is given. May
 * import: nothing of ours. Start with {@link
 * org.glasnost.process.deployment.difference.ProcessDifference}.
 */
@NullMarked
package org.glasnost.process.deployment.difference;

import org.jspecify.annotations.NullMarked;
