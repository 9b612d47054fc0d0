package org.glasnost.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every order to destroy a document; none is ever removed. Callers have asked for sight before. */
@Component
class Destructions {
  private final JdbcClient jdbc;

  Destructions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Destruction order) {
    jdbc.sql(
            "insert into destruction (id, document, state, authority, due_on, proposed_by,"
                + " proposed_by_name, proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            order.id(),
            order.document(),
            order.state().name(),
            order.authority(),
            order.dueOn(),
            order.proposed().by(),
            order.proposed().byName(),
            Timestamp.from(order.proposed().at()))
        .update();
  }

  void decide(UUID id, DestructionState state, Destruction.Act decided) {
    jdbc.sql(
            "update destruction set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?"
                + " where id = ?")
        .params(state.name(), decided.by(), decided.byName(), Timestamp.from(decided.at()), id)
        .update();
  }

  /** The orders for a document, the latest first. */
  List<Destruction> of(UUID document) {
    return jdbc.sql("select * from destruction where document = ? order by proposed_at desc, id")
        .param(document)
        .query(Destructions::row)
        .list();
  }

  /** The order that was carried out, or empty while the document is there. */
  Optional<Destruction> carriedOut(UUID document) {
    return of(document).stream()
        .filter(order -> order.state() == DestructionState.CARRIED_OUT)
        .findFirst();
  }

  /** Every order that was carried out, oldest first. */
  List<Destruction> carriedOut() {
    return jdbc.sql("select * from destruction where state = ? order by decided_at, id")
        .param(DestructionState.CARRIED_OUT.name())
        .query(Destructions::row)
        .list();
  }

  private static Destruction row(ResultSet row, int number) throws SQLException {
    return new Destruction(
        row.getObject("id", UUID.class),
        row.getObject("document", UUID.class),
        DestructionState.valueOf(row.getString("state")),
        row.getString("authority"),
        row.getObject("due_on", LocalDate.class),
        Acts.of(row, "proposed"),
        Acts.orNull(row, "decided"));
  }
}
