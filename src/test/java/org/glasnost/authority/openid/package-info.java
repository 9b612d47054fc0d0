/** Tests of what a provider's claims mean. */
@NullMarked
package org.glasnost.authority.openid;

import org.jspecify.annotations.NullMarked;
