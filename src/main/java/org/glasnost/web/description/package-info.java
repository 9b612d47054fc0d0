/**
 * The API's description of itself: the OpenAPI document and the page that shows it.
 *
 * <p>Owns what cannot be read from the controllers: summaries, examples, refusals, which members
 * may be null. May import: {@code web} and the public types below it. Start with {@link
 * org.glasnost.web.description.ApiDescription}.
 */
@NullMarked
package org.glasnost.web.description;

import org.jspecify.annotations.NullMarked;
