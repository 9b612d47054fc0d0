/**
 * What the word of an OpenID provider gives a person here: by a mapping that the installation
 * writes, and by nothing else. Start with {@link org.glasnost.authority.openid.FollowingClaims}.
 */
@NullMarked
package org.glasnost.authority.openid;

import org.jspecify.annotations.NullMarked;
