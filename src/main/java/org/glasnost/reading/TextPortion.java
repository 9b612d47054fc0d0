package org.glasnost.reading;

/**
 * One portion of a text.
 *
 * @param number from 1, in order
 * @param kind what it is
 * @param from first code point in the whole text, from 0
 * @param to code point after the last; blank lines after a portion belong to it
 */
public record TextPortion(int number, PortionKind kind, int from, int to) {}
