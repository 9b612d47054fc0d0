/**
 * What a person does with their own account: chooses a password.
 *
 * <p>May import what the rest of the room may. Start with {@link
 * org.glasnost.web.account.OwnPassword}, which the page and the API share.
 */
@NullMarked
package org.glasnost.web.account;

import org.jspecify.annotations.NullMarked;
