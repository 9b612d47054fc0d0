package org.glasnost.process.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * A table that is or was in force.
 *
 * @param decision key of the decision
 * @param version from 1
 * @param deployment by which it came into force
 * @param sha256 of the file, 64 lower-case hex digits
 * @param inForceSince when it did
 */
public record DecisionVersion(
    String decision, int version, UUID deployment, String sha256, Instant inForceSince) {}
