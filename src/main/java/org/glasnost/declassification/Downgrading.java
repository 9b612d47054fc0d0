package org.glasnost.declassification;

import java.time.LocalDate;
import org.glasnost.marking.ClassificationLevel;

/**
 * A step by which classification is lowered, or ended, on a day without anybody acting.
 *
 * @param on the day
 * @param level the level from that day on
 */
public record Downgrading(LocalDate on, ClassificationLevel level) {}
