package org.glasnost.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold: while it runs, the document is not destroyed, whatever its schedule says.
 *
 * @param id of the hold, under which its reasons are sealed
 * @param document which
 * @param authority what orders it, such as the name of a case at law
 * @param placed who placed it, and when
 * @param lifted who lifted it, and when; null while it runs
 */
public record Hold(
    UUID id,
    UUID document,
    String authority,
    Destruction.Act placed,
    Destruction.@Nullable Act lifted) {}
