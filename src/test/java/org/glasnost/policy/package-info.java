/** Tests of what policy people edit. */
@NullMarked
package org.glasnost.policy;

import org.jspecify.annotations.NullMarked;
