/** Tests of decisions. */
@NullMarked
package org.glasnost.process.decision;

import org.jspecify.annotations.NullMarked;
