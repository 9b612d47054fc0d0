/**
 * Who may know of what, and who may read it.
 *
 * <p>Owns labels (each distinct protection is one row), the access decision over them, and
 * need-to-know: recorded, dated grants with a source. Start with {@link
 * org.glasnost.authority.access.Sight}, without which no document can be queried.
 */
@NullMarked
package org.glasnost.authority.access;

import org.jspecify.annotations.NullMarked;
