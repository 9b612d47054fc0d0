/** Laws of markings and protections, and the slow evaluator that they are held against. */
@NullMarked
package org.glasnost.marking;

import org.jspecify.annotations.NullMarked;
