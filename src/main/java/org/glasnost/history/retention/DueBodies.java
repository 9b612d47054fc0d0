package org.glasnost.history.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.LapsedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The bodies that are due, and what keeps some of them: the only place that lets bodies go. */
@Component
class DueBodies {
  private static final String OF_REVIEWS =
      "b.review in (select r.review from review_document r where r.document = %s.document)";

  /** Holds on the journal, and those on documents, which keep what was recorded of them too. */
  private static final String HELD =
      "(exists (select 1 from journal_hold h where h.lifted_at is null"
          + " and (h.from_at is null or e.recorded_at >= h.from_at)"
          + " and (h.until_at is null or e.recorded_at < h.until_at)"
          + " and (h.scope = 'EVERYTHING' or h.kind = e.kind or h.actor = b.actor"
          + " or h.document = b.document or "
          + OF_REVIEWS.formatted("h")
          + ")) or exists (select 1 from document_hold d where d.lifted_at is null"
          + " and (d.document = b.document or "
          + OF_REVIEWS.formatted("d")
          + ")))";

  private static final String DUE =
      " from journal_search s join journal_event e on e.id = s.event"
          + " join journal_body b on b.event = e.id"
          + " where s.kind = :kind and s.recorded_at < :before"
          + " and e.kind = :kind and e.recorded_at < :before";

  private final JdbcClient jdbc;

  DueBodies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How much is due.
   *
   * @param due without what is held
   * @param held what holds keep
   */
  record Count(long due, long held) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(due + other.due, held + other.held);
    }

    static Count sum(Collection<Count> counts) {
      return counts.stream().reduce(NONE, Count::plus);
    }
  }

  /** A due body, in the order of recording. */
  record Due(Instant at, UUID event, @Nullable UUID document, @Nullable UUID review) {}

  /**
   * The bodies of a kind recorded before an instant, by the label of their events; of a label
   * without any there is none.
   */
  Map<Long, Count> count(EventKind kind, Instant before) {
    Map<Long, Long> all = counted("", kind, before);
    Map<Long, Long> held =
        all.isEmpty() || !isAnythingHeld() ? Map.of() : counted(" and " + HELD, kind, before);
    Map<Long, Count> counts = new HashMap<>();
    all.forEach(
        (label, every) -> {
          long kept = held.getOrDefault(label, 0L);
          counts.put(label, new Count(every - kept, kept));
        });
    return counts;
  }

  private boolean isAnythingHeld() {
    return !jdbc.sql(
            "select 1 from journal_hold where lifted_at is null union select 1 from document_hold"
                + " where lifted_at is null")
        .query()
        .listOfRows()
        .isEmpty();
  }

  private Map<Long, Long> counted(String condition, EventKind kind, Instant before) {
    Map<Long, Long> counts = new HashMap<>();
    jdbc.sql("select e.label, count(*)" + DUE + condition + " group by e.label")
        .param("kind", kind.name())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              counts.put(row.getLong(1), row.getLong(2));
            });
    return counts;
  }

  /** Whether an event of a kind is, or was, under another label than these. */
  boolean isAnyBeyond(EventKind kind, Set<Long> labels) {
    return !jdbc.sql(
            "select 1 from journal_search s where s.kind = :kind and not (s.label = any(:labels))"
                + " fetch first 1 rows only")
        .param("kind", kind.name())
        .param("labels", new SqlArrayValue("bigint", labels.toArray()))
        .query()
        .listOfRows()
        .isEmpty();
  }

  /** The next that are not held, after one seen before. */
  List<Due> next(EventKind kind, Instant before, @Nullable Due after, int most) {
    String beyond =
        after == null
            ? ""
            : " and s.recorded_at >= :lastAt and (s.recorded_at > :lastAt or s.event > :last)";
    JdbcClient.StatementSpec asked =
        jdbc.sql(
                "select s.recorded_at, s.event, b.document, b.review"
                    + DUE
                    + beyond
                    + " and not "
                    + HELD
                    + " order by s.kind, s.recorded_at, s.event fetch first :most rows only")
            .param("kind", kind.name())
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("most", most);
    if (after != null) {
      asked =
          asked.param("lastAt", after.at().atOffset(ZoneOffset.UTC)).param("last", after.event());
    }
    return asked
        .query(
            (row, n) ->
                new Due(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class)))
        .list();
  }

  /**
   * Those of them that may go now: nobody is changing the documents that they are about, and nobody
   * will until the transaction ends, so that no hold comes in between; and no hold has come since
   * they were read. A document that another transaction has is left for later, for whoever waits
   * for one with another in hand may wait forever.
   */
  List<Due> still(List<Due> some) {
    Map<UUID, Set<UUID>> reviewed = reviewed(some);
    Set<UUID> documents = new HashSet<>();
    some.forEach(due -> documents.addAll(documents(due, reviewed)));
    Set<UUID> quiet = locked(documents);
    List<Due> ours =
        some.stream().filter(due -> quiet.containsAll(documents(due, reviewed))).toList();
    if (ours.isEmpty()) {
      return List.of();
    }
    Set<UUID> free =
        new HashSet<>(
            jdbc.sql(
                    "select e.id from journal_event e join journal_body b on b.event = e.id where"
                        + " e.id in (:events) and not "
                        + HELD)
                .param("events", ours.stream().map(Due::event).toList())
                .query(UUID.class)
                .list());
    return ours.stream().filter(due -> free.contains(due.event())).toList();
  }

  private static Set<UUID> documents(Due due, Map<UUID, Set<UUID>> reviewed) {
    Set<UUID> documents = new HashSet<>();
    if (due.document() != null) {
      documents.add(due.document());
    }
    if (due.review() != null) {
      documents.addAll(reviewed.getOrDefault(due.review(), Set.of()));
    }
    return documents;
  }

  private Map<UUID, Set<UUID>> reviewed(List<Due> some) {
    Map<UUID, Set<UUID>> byReview = new HashMap<>();
    Set<UUID> reviews = new HashSet<>();
    for (Due due : some) {
      if (due.review() != null) {
        reviews.add(due.review());
      }
    }
    if (!reviews.isEmpty()) {
      jdbc.sql("select review, document from review_document where review in (:reviews)")
          .param("reviews", reviews)
          .query(
              row -> {
                byReview
                    .computeIfAbsent(row.getObject(1, UUID.class), none -> new HashSet<>())
                    .add(row.getObject(2, UUID.class));
              });
    }
    return byReview;
  }

  private Set<UUID> locked(Set<UUID> documents) {
    if (documents.isEmpty()) {
      return Set.of();
    }
    Set<UUID> locked =
        new HashSet<>(
            jdbc.sql("select id from document where id in (:documents) for update skip locked")
                .param("documents", documents)
                .query(UUID.class)
                .list());
    // What is no document here cannot be held as one.
    List<UUID> there =
        jdbc.sql("select id from document where id in (:documents)")
            .param("documents", documents)
            .query(UUID.class)
            .list();
    Set<UUID> quiet = new HashSet<>(documents);
    quiet.removeAll(there);
    quiet.addAll(locked);
    return Set.copyOf(quiet);
  }

  /**
   * Lets bodies and salts of a batch's kind go, in the running transaction. What is not there, or
   * has gone before, is passed over.
   *
   * @return which went
   */
  List<UUID> lapse(LapsedBatch batch) {
    if (batch.events().isEmpty()) {
      return List.of();
    }
    List<UUID> there =
        jdbc.sql(
                "select b.event from journal_body b join journal_event e on e.id = b.event"
                    + " where b.event in (:events) and e.kind = :kind")
            .param("events", batch.events())
            .param("kind", batch.kind().name())
            .query(UUID.class)
            .list();
    if (there.isEmpty()) {
      return List.of();
    }
    jdbc.sql(
            "insert into journal_lapse (event, lapsed_at, authority, batch) select e.id, :now,"
                + " :authority, :batch from journal_event e where e.id in (:events)")
        .param("now", batch.lapsedAt().atOffset(ZoneOffset.UTC))
        .param("authority", batch.authority())
        .param("batch", batch.id())
        .param("events", there)
        .update();
    return there;
  }

  /** Keeps that a batch went. */
  void keep(LapsedBatch batch, long events) {
    jdbc.sql(
            "insert into lapse_batch (id, kind, authority, lapsed_at, events) values (:id, :kind,"
                + " :authority, :now, :events)")
        .param("id", batch.id())
        .param("kind", batch.kind().name())
        .param("authority", batch.authority())
        .param("now", batch.lapsedAt().atOffset(ZoneOffset.UTC))
        .param("events", events)
        .update();
  }

  /** Every batch that went, without its events. */
  List<LapsedBatch> batches() {
    return jdbc.sql("select * from lapse_batch order by lapsed_at, id")
        .query(
            (row, n) ->
                new LapsedBatch(
                    row.getObject("id", UUID.class),
                    EventKind.valueOf(row.getString("kind")),
                    row.getString("authority"),
                    Act.instant(row, "lapsed_at"),
                    List.of()))
        .list();
  }

  /** Whether it is kept that a batch went. */
  boolean isKnown(UUID batch) {
    return !jdbc.sql("select 1 from lapse_batch where id = ?")
        .param(batch)
        .query()
        .listOfRows()
        .isEmpty();
  }

  /** The events of a batch, by what is recorded of their lapse. */
  List<UUID> eventsOf(LapsedBatch batch) {
    return jdbc.sql(
            "select l.event from journal_lapse l join journal_event e on e.id = l.event where"
                + " l.batch = :batch or (l.batch is null and l.lapsed_at = :at"
                + " and l.authority = :authority and e.kind = :kind)")
        .param("batch", batch.id())
        .param("at", batch.lapsedAt().atOffset(ZoneOffset.UTC))
        .param("authority", batch.authority())
        .param("kind", batch.kind().name())
        .query(UUID.class)
        .list();
  }
}
