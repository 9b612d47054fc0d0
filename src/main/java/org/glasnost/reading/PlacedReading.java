package org.glasnost.reading;

/**
 * A reading at its place in a whole text.
 *
 * @param from first code point in the whole text, from 0
 * @param to code point after the last
 * @param reading what stands there; its own positions count from {@code from}
 */
public record PlacedReading(int from, int to, Reading reading) {}
