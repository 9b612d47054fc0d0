/** A specimen of broken rules, for {@link org.glasnost.architecture.ArchitectureRulesTest}. */
@NullMarked
package org.glasnost.architecture.specimen.process.worklist;

import org.jspecify.annotations.NullMarked;
