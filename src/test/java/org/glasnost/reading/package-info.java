/** Tests of the reading of markings. Start with {@link org.glasnost.reading.SeedReadingTest}. */
@NullMarked
package org.glasnost.reading;

import org.jspecify.annotations.NullMarked;
