/** A specimen of broken rules, for {@link org.glasnost.architecture.ArchitectureRulesTest}. */
@NullMarked
package org.glasnost.architecture.specimen.document;

import org.jspecify.annotations.NullMarked;
