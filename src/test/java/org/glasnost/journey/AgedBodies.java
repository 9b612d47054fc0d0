package org.glasnost.journey;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.glasnost.audit.RecordedBodies;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal as it would be had some documents been there for days. A test can make rows older; of
 * what the journal recorded nothing can be altered, and the rows are held against it. So whoever
 * makes rows of a document older says so here, and makes them as they were afterwards.
 */
@Primary
class AgedBodies extends RecordedBodies {
  private final JdbcClient jdbc;
  private final Map<UUID, Duration> ages = new ConcurrentHashMap<>();
  private final Set<UUID> lapsed = ConcurrentHashMap.newKeySet();

  AgedBodies(JdbcClient jdbc) {
    super(jdbc);
    this.jdbc = jdbc;
  }

  /** A document has been there for so long, its marking and what was recorded of it. */
  void age(UUID document, Duration by) {
    move(document, by.negated());
    ages.merge(document, by, Duration::plus);
  }

  /** The body of an event has lapsed. */
  void lapse(UUID event) {
    lapsed.add(event);
  }

  /** It is there again. */
  void comesBack(UUID event) {
    lapsed.remove(event);
  }

  /** All documents are as old again as they are. */
  void giveBack() {
    ages.forEach(this::move);
    ages.clear();
  }

  private void move(UUID document, Duration by) {
    String moved = " + interval '" + by.toHours() + "' hour";
    jdbc.sql(
            "update document_marking set recorded_at = recorded_at"
                + moved
                + ", superseded_at = superseded_at"
                + moved
                + " where document = ?")
        .param(document)
        .update();
  }

  @Override
  public Map<UUID, Recorded> of(Collection<UUID> events) {
    Map<UUID, Recorded> recorded = new HashMap<>(super.of(events));
    recorded.replaceAll((id, one) -> lapsed.contains(id) ? withoutBody(one) : aged(one));
    return recorded;
  }

  private static Recorded withoutBody(Recorded one) {
    return new Recorded(
        one.id(),
        one.place(),
        one.at(),
        one.kind(),
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private Recorded aged(Recorded one) {
    Duration age =
        one.document() == null ? Duration.ZERO : ages.getOrDefault(one.document(), Duration.ZERO);
    return new Recorded(
        one.id(),
        one.place(),
        one.at().minus(age),
        one.kind(),
        one.isLapsed(),
        one.document(),
        one.label(),
        one.effectiveOn(),
        one.after(),
        one.actor(),
        one.authority(),
        one.reasonCode(),
        one.cites());
  }
}
