package org.glasnost.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An event with what its commitment binds, so that whoever reads it can compute the commitment.
 *
 * @param event as one auditor sees it
 * @param body its body as the canonical text that is hashed; null where the event is sealed
 * @param salt the salt before it, in hexadecimal digits; null where the event is sealed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventInFull(JournalEvent event, @Nullable String body, @Nullable String salt) {}
