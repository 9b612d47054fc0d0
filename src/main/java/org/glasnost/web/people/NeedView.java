package org.glasnost.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.authority.access.GrantScope;
import org.glasnost.authority.access.GrantSource;
import org.glasnost.web.MarkingView;
import org.jspecify.annotations.Nullable;

/**
 * A need to know that officers gave a person, in its two times, as answered over HTTP.
 *
 * @param document which document, by its id alone
 * @param marking what the document bears today; of its title and text nothing is shown
 * @param from the first day on which it holds
 * @param to the last day, or null
 * @param recordedAt from when the record says so
 * @param supersededAt until when it did, or null
 * @param order the order that gave it, or null
 * @param ended that an officer ended it before its time, or null
 */
record NeedView(
    UUID id,
    UUID document,
    MarkingView marking,
    GrantSource source,
    GrantScope scope,
    LocalDate from,
    @Nullable LocalDate to,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    @Nullable UUID order,
    @Nullable EndingView ended) {}
