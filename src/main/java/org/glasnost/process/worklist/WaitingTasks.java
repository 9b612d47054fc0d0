package org.glasnost.process.worklist;

import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.NeedsInForce;
import org.glasnost.document.LabelObserver;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks that nobody has, by who may claim them and label in the order of the list: where a
 * page has to look. What stands here opens nothing by itself; {@link TaskPages} asks of each task
 * that it finds whether the person may know of it.
 */
@Component
class WaitingTasks implements LabelObserver {
  private final JdbcClient jdbc;
  private final NeedsInForce needs;

  WaitingTasks(JdbcClient jdbc, NeedsInForce needs) {
    this.jdbc = jdbc;
    this.needs = needs;
  }

  /** Writes anew for whom a task waits, after it was opened, claimed, given back or ended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(UUID document, UUID task) {
    needs.lock(document);
    jdbc.sql("delete from work_item_waiting where work_item = ?").param(task).update();
    List<Claimers> claimers =
        jdbc.sql(
                "select r.role, w.agency from work_item w join work_item_role r on r.work_item ="
                    + " w.id where w.id = ? and w.assignee is null and w.due_while_open is not null"
                    + " and r.may_claim")
            .param(task)
            .query((row, n) -> new Claimers(row.getString("role"), row.getString("agency")))
            .list();
    for (Claimers each : claimers) {
      jdbc.sql(
              "insert into work_item_waiting (work_item, holder, label, due, created_at, kind)"
                  + " select w.id, cast(? as varchar(120)), d.label, w.due_while_open,"
                  + " w.created_at, w.kind from work_item w join document d on d.id = w.document"
                  + " where w.id = ?")
          .params(each.holder(), task)
          .update();
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void heldUnder(UUID document, long label) {
    jdbc.sql(
            "update work_item_waiting set label = ? where work_item in (select w.id from work_item"
                + " w where w.document = ?)")
        .params(label, document)
        .update();
  }

  private record Claimers(String role, @Nullable String agency) {
    String holder() {
      return NeedsInForce.holder(Role.valueOf(role), agency);
    }
  }
}
