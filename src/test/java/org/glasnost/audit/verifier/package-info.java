/** Tests of the verifier, and of the second check beside it. */
@NullMarked
package org.glasnost.audit.verifier;

import org.jspecify.annotations.NullMarked;
