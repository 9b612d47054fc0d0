package org.glasnost.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every hold on a document; none is ever removed. Callers have asked for sight before. */
@Component
class Holds {
  private final JdbcClient jdbc;

  Holds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Hold hold) {
    jdbc.sql(
            "insert into document_hold (id, document, authority, placed_by, placed_by_name,"
                + " placed_at) values (?, ?, ?, ?, ?, ?)")
        .params(
            hold.id(),
            hold.document(),
            hold.authority(),
            hold.placed().by(),
            hold.placed().byName(),
            Timestamp.from(hold.placed().at()))
        .update();
  }

  void lift(UUID id, Destruction.Act lifted) {
    jdbc.sql(
            "update document_hold set lifted_by = ?, lifted_by_name = ?, lifted_at = ? where id = ?")
        .params(lifted.by(), lifted.byName(), Timestamp.from(lifted.at()), id)
        .update();
  }

  /** The holds on a document, oldest first. */
  List<Hold> of(UUID document) {
    return jdbc.sql("select * from document_hold where document = ? order by placed_at, id")
        .param(document)
        .query(Holds::row)
        .list();
  }

  /** Those that run. */
  List<Hold> running(UUID document) {
    return of(document).stream().filter(hold -> hold.lifted() == null).toList();
  }

  private static Hold row(ResultSet row, int number) throws SQLException {
    return new Hold(
        row.getObject("id", UUID.class),
        row.getObject("document", UUID.class),
        row.getString("authority"),
        Acts.of(row, "placed"),
        Acts.orNull(row, "lifted"));
  }
}
