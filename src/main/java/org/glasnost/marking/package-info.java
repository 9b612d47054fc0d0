/**
 * Markings as values, and their algebra.
 *
 * <p>Owns the levels, the orders and their first days, what a marking consists of, the registers of
 * words that may stand in one, the rules of their combination, the roll-up and the rendering. May
 * import: {@code rule}, the JDK and JSpecify. Start with {@link
 * org.glasnost.marking.ClassificationLevel}.
 */
@NullMarked
package org.glasnost.marking;

import org.jspecify.annotations.NullMarked;
