/**
 * When classification ends, and who must act: the instructions of every order since 1940, the
 * exemptions, and the date calculus with its explanation.
 *
 * <p>Owns the grammar of "Declassify On" lines, the exemption designators, the bases on which words
 * may be withheld, the joining of the instructions of several sources, and the calculation. Pure:
 * no clock, no store, no framework; the day on which a question is asked is part of the question.
 * May import: {@code rule}, {@code marking}, the JDK and JSpecify. Start with {@link
 * org.glasnost.declassification.DateCalculus}.
 */
@NullMarked
package org.glasnost.declassification;

import org.jspecify.annotations.NullMarked;
