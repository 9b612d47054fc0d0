/** Connections, addresses and limits, without Spring. */
@NullMarked
package org.glasnost.web.transport;

import org.jspecify.annotations.NullMarked;
