/** Journeys through the running application, as its users make them. */
@NullMarked
package org.glasnost.journey;

import org.jspecify.annotations.NullMarked;
