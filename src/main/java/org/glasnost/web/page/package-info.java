/**
 * The pages that people see.
 *
 * <p>Owns the page controllers; their templates stand in {@code src/main/resources/templates},
 * whose {@code layout.html} says what each page gives it. May import: {@code web} and the public
 * types of every room. Start with {@link org.glasnost.web.page.Layout}.
 */
@NullMarked
package org.glasnost.web.page;

import org.jspecify.annotations.NullMarked;
