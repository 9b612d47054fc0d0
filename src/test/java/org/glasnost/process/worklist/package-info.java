@NullMarked
package org.glasnost.process.worklist;

import org.jspecify.annotations.NullMarked;
