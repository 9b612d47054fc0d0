/** A specimen of broken rules, for {@link org.glasnost.architecture.ArchitectureRulesTest}. */
@NullMarked
package org.glasnost.architecture.specimen.rule;

import org.jspecify.annotations.NullMarked;
