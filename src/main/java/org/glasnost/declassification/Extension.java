package org.glasnost.declassification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An authority with jurisdiction extends the duration of classification.
 *
 * @param decidedOn the day of the decision, or null where it is not known
 * @param to the new date, or null: as far as the rules allow
 */
public record Extension(@Nullable LocalDate decidedOn, @Nullable LocalDate to) {}
