/** What lapses, what is held, and what still proves itself afterwards, on both databases. */
@NullMarked
package org.glasnost.history.retention;

import org.jspecify.annotations.NullMarked;
