package org.glasnost.process.decision;

import org.jspecify.annotations.Nullable;

/**
 * What stands against a table or its examples.
 *
 * @param rule id of the rule that speaks
 * @param element id of the rule, input, output or decision in the table, or null where the file as
 *     a whole is meant
 * @param message one sentence for a person
 */
public record DecisionFinding(String rule, @Nullable String element, String message) {}
