/**
 * Puts the rooms together: Spring wiring, migrations, first start, the demo's intake.
 *
 * <p>May import every room. Start with {@link org.glasnost.setup.Glasnost}.
 */
@NullMarked
package org.glasnost.setup;

import org.jspecify.annotations.NullMarked;
