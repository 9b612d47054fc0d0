package org.glasnost.history;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.TreeCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the marking history of all documents against the events that recorded it, so many documents
 * at a time.
 */
final class MarkingCheck {
  private static final String TABLE = "document_marking";
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final CurrentMarkings markings;

  /**
   * @param jdbc on the database of the journal
   * @param markings what is kept
   */
  MarkingCheck(JdbcClient jdbc, CurrentMarkings markings) {
    this.jdbc = jdbc;
    this.markings = markings;
  }

  /** Tells of each document one event where rows and events part. */
  void tell(TreeCheck check) {
    UUID after = null;
    List<UUID> documents;
    do {
      documents = markings.documents(after, AT_ONCE);
      for (UUID event : markings.differing(documents)) {
        check.differs(TABLE, place(event), "event");
      }
      for (UUID event : markings.heldOtherwise(documents)) {
        check.differs("document", place(event), "label");
      }
      after = documents.isEmpty() ? null : documents.get(documents.size() - 1);
    } while (documents.size() == AT_ONCE);
    tellOfMissing(check);
  }

  private record Registered(OffsetDateTime at, UUID event, UUID document) {}

  /** Documents that were registered and of which no marking is kept. */
  private void tellOfMissing(TreeCheck check) {
    Registered after = null;
    List<Registered> some;
    do {
      some = registered(after);
      Set<UUID> missing =
          new HashSet<>(markings.withoutMarking(some.stream().map(Registered::document).toList()));
      for (Registered one : some) {
        if (missing.contains(one.document())) {
          check.differs(TABLE, place(one.event()), "event");
        }
        after = one;
      }
    } while (some.size() == AT_ONCE);
  }

  private List<Registered> registered(@Nullable Registered after) {
    String beyond =
        after == null
            ? ""
            : " and recorded_at >= :lastAt and (recorded_at > :lastAt or event > :last)";
    JdbcClient.StatementSpec asked =
        jdbc.sql(
                "select recorded_at, event, document from journal_search where kind = :kind"
                    + " and document is not null"
                    + beyond
                    + " order by kind, recorded_at, event fetch first :most rows only")
            .param("kind", EventKind.DOCUMENT_REGISTERED.name())
            .param("most", AT_ONCE);
    if (after != null) {
      asked = asked.param("lastAt", after.at()).param("last", after.event());
    }
    return asked
        .query(
            (row, n) ->
                new Registered(
                    row.getObject(1, OffsetDateTime.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class)))
        .list();
  }

  /** Its leaf, or, where it has none, its id. */
  private String place(UUID event) {
    return jdbc.sql("select leaf_index from journal_leaf where event = ?")
        .param(event)
        .query(Long.class)
        .optional()
        .map(String::valueOf)
        .orElseGet(event::toString);
  }
}
