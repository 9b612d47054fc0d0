/**
 * HTTP: pages, API, and the mapping of refusals to problem details.
 *
 * <p>May import the public types of every room; never {@code org.camunda}. Start with {@link
 * org.glasnost.web.Problem}.
 */
@NullMarked
package org.glasnost.web;

import org.jspecify.annotations.NullMarked;
