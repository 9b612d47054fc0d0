/** A specimen of broken rules, for {@link org.glasnost.architecture.ArchitectureRulesTest}. */
@NullMarked
package org.glasnost.architecture.specimen.web;

import org.jspecify.annotations.NullMarked;
