/** Tests of the room {@code document} that need no database. */
@NullMarked
package org.glasnost.document;

import org.jspecify.annotations.NullMarked;
