/**
 * The rules by which markings are judged, each with its id, its weight and its source.
 *
 * <p>May import: {@code marking}, {@code rule}, the JDK and JSpecify. Start with {@link
 * org.glasnost.marking.rules.MarkingRule}.
 */
@NullMarked
package org.glasnost.marking.rules;

import org.jspecify.annotations.NullMarked;
