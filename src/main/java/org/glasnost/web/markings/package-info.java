/**
 * The page where a marking is read, portions are rolled up and dates are worked out, for everyone
 * who is signed in. Nothing of what is typed is kept, logged or written into an address.
 *
 * <p>Owns the three page controllers and what draws a reading over its text; their templates stand
 * in {@code src/main/resources/templates/markings}. May import: {@code web}, {@code web.page},
 * {@code web.records} (its form parts) and the public types of every room. Start with {@link
 * org.glasnost.web.markings.ReadingPage}.
 */
@NullMarked
package org.glasnost.web.markings;

import org.jspecify.annotations.NullMarked;
