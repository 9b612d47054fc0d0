/**
 * The roll-up: from the marks of the portions to the banner of the whole, with every step named.
 *
 * <p>May import: {@code marking}, {@code rule}, the JDK and JSpecify. Start with {@link
 * org.glasnost.marking.rollup.RollUp}.
 */
@NullMarked
package org.glasnost.marking.rollup;

import org.jspecify.annotations.NullMarked;
