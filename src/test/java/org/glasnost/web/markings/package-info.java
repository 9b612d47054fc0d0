/** Tests of the package of the same name. */
@NullMarked
package org.glasnost.web.markings;

import org.jspecify.annotations.NullMarked;
