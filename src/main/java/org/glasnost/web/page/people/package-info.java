/**
 * The pages of the security officers: people and what they hold, the orders of two officers, and
 * why somebody may, or may not, see a record. To anybody else there is nothing under them.
 *
 * <p>Owns the pages under {@code /people}. May import: {@code web.page}, {@code web.records},
 * {@code web.people}, {@code web} and the public types of every room. Start with {@link
 * org.glasnost.web.page.people.PersonPage}.
 */
@NullMarked
package org.glasnost.web.page.people;

import org.jspecify.annotations.NullMarked;
