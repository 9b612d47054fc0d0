/** Tests of the room of the same name. */
@NullMarked
package org.glasnost.contract;

import org.jspecify.annotations.NullMarked;
