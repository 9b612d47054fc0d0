/** Tests of the room. */
@NullMarked
package org.glasnost.setup;

import org.jspecify.annotations.NullMarked;
