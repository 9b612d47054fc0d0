/** Tests of the officers' orders. */
@NullMarked
package org.glasnost.authority.office;

import org.jspecify.annotations.NullMarked;
