/**
 * People and their rights over HTTP, for security officers.
 *
 * <p>Owns the views and the bodies. May import what room {@code web} may. Start with {@code
 * PeopleController}.
 */
@NullMarked
package org.glasnost.web.people;

import org.jspecify.annotations.NullMarked;
