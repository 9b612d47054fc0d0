/** The description of the API. */
@NullMarked
package org.glasnost.web.description;

import org.jspecify.annotations.NullMarked;
