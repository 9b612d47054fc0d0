@NullMarked
package org.glasnost.content;

import org.jspecify.annotations.NullMarked;
