/**
 * From a text to what it says: banners, portion marks, instruction lines, stamps, case numbers, and
 * the repair of OCR damage, each with its place and our confidence.
 *
 * <p>Never guesses: a word that is in no register is a finding, and where two readings are possible
 * both are named and none is taken. The grammar is written down in {@code docs/spec/markings.md}.
 * May import: {@code rule}, {@code marking}, {@code declassification}, the JDK and JSpecify. Start
 * with {@link org.glasnost.reading.MarkingReader} for one line and {@link
 * org.glasnost.reading.DocumentReader} for a whole text.
 */
@NullMarked
package org.glasnost.reading;

import org.jspecify.annotations.NullMarked;
