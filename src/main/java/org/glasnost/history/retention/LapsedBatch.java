package org.glasnost.history.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.glasnost.audit.EventKind;

/**
 * What lapsed in one transaction.
 *
 * @param id of the batch
 * @param kind of its events
 * @param authority under which they lapsed
 * @param lapsedAt when
 * @param events which; empty where they were not asked for
 */
record LapsedBatch(UUID id, EventKind kind, String authority, Instant lapsedAt, List<UUID> events) {
  LapsedBatch {
    events = List.copyOf(events);
  }

  LapsedBatch of(List<UUID> some) {
    return new LapsedBatch(id, kind, authority, lapsedAt, some);
  }
}
