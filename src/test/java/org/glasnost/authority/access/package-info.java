/** Tests of room authority's access decision. */
@NullMarked
package org.glasnost.authority.access;

import org.jspecify.annotations.NullMarked;
