/** Tests of the room. */
@NullMarked
package org.glasnost.authority;

import org.jspecify.annotations.NullMarked;
