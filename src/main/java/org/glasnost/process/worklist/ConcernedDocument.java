package org.glasnost.process.worklist;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which document an id concerns, be it a document's, a task's, a review's or an officers' order's:
 * for the journal alone, which records refused attempts on things that the caller may not know of.
 */
@Component
public class ConcernedDocument {
  private final JdbcClient jdbc;

  ConcernedDocument(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A document and the label it is held under.
   *
   * @param document its id
   * @param label its label
   */
  public record Concerned(UUID document, long label) {}

  /** The document; of a review the first one; empty where the id names nothing. */
  public Optional<Concerned> of(UUID id) {
    return jdbc.sql(
            "select d.id, d.label from document d where d.id = ? or d.id = (select w.document from"
                + " work_item w where w.id = ?) or d.id = (select r.document from review_document r"
                + " where r.review = ? and r.position = 0) or d.id = (select o.document from"
                + " rights_order o where o.id = ?)")
        .params(id, id, id, id)
        .query((row, n) -> new Concerned(row.getObject("id", UUID.class), row.getLong("label")))
        .optional();
  }
}
