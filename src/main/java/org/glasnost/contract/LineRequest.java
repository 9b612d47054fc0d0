package org.glasnost.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.glasnost.reading.LineKind;
import org.jspecify.annotations.Nullable;

/**
 * One line to read.
 *
 * @param text the text; required
 * @param kind what it is; AUTO where absent
 * @param documentDate the day of the document that bears it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LineRequest(
    @Nullable String text, @Nullable LineKind kind, @Nullable LocalDate documentDate) {}
