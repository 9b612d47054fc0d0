/** What comes in and goes out at the edge. */
@NullMarked
package org.glasnost.web.edge;

import org.jspecify.annotations.NullMarked;
