package org.glasnost.reading;

/**
 * A value for a field of the registration that the text suggests. Waits for a person.
 *
 * @param field the field's name in the HTTP contract, such as {@code caseNumber}
 * @param found the stretch of text, verbatim
 * @param from first code point in the whole text, from 0
 * @param to code point after the last
 * @param proposed the value
 * @param confidence from 0 to 1
 * @param reason one or two sentences for the person who decides
 */
public record Proposal(
    String field,
    String found,
    int from,
    int to,
    String proposed,
    double confidence,
    String reason) {}
