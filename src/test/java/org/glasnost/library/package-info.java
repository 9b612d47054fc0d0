/** The library as others get it: the jar of the pure rooms, and nothing else. */
@NullMarked
package org.glasnost.library;

import org.jspecify.annotations.NullMarked;
