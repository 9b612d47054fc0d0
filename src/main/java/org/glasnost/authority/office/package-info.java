/**
 * How people come to what they may do: two security officers give it, one can end it.
 *
 * <p>Owns the orders (proposed by one officer, decided by another) and the use cases over them. May
 * import: {@code authority}, {@code authority.access}, {@code content} and what those may. Start
 * with {@link org.glasnost.authority.office.ProposingRight}.
 */
@NullMarked
package org.glasnost.authority.office;

import org.jspecify.annotations.NullMarked;
