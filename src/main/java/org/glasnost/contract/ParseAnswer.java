package org.glasnost.contract;

import java.util.List;

/**
 * The readings, one per line, in order.
 *
 * @param readings what the lines say
 */
public record ParseAnswer(List<ReadingView> readings) {}
