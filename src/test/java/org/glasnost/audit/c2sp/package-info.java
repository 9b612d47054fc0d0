/**
 * A client of a transparency log, written from the texts of C2SP (tlog-tiles, tlog-checkpoint,
 * signed-note) and RFC 6962 alone: it knows nothing of the product, so that what both take for the
 * truth is what the texts say.
 */
@NullMarked
package org.glasnost.audit.c2sp;

import org.jspecify.annotations.NullMarked;
