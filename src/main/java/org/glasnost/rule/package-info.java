/**
 * What a rule says when it speaks: its id, where it applied, what it found, what it rests on.
 *
 * <p>Owns {@link org.glasnost.rule.RuleId}, {@link org.glasnost.rule.Citation}, {@link
 * org.glasnost.rule.Finding} and the one exception of the product's use cases, {@link
 * org.glasnost.rule.Refused}. May import: the JDK and JSpecify, nothing else. Start with {@link
 * org.glasnost.rule.Finding}.
 */
@NullMarked
package org.glasnost.rule;

import org.jspecify.annotations.NullMarked;
