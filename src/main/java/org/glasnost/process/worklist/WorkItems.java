package org.glasnost.process.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.access.NeedsInForce;
import org.glasnost.authority.access.Sight;
import org.glasnost.process.TaskKind;
import org.glasnost.rule.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The gateway to the work list. An open task may be known to whoever holds one of its roles in its
 * agency and is cleared for its document, whoever has claimed it; an ended one to who had it.
 */
@Component
public class WorkItems {
  /** The due date, in the order of open tasks, of one that has none. */
  static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  static final String FROM = " from work_item w join document d on d.id = w.document where ";

  private final JdbcClient jdbc;
  private final NeedsInForce needs;

  WorkItems(JdbcClient jdbc, NeedsInForce needs) {
    this.jdbc = jdbc;
    this.needs = needs;
  }

  /**
   * The task, if the person may know of it.
   *
   * @throws Refused as not known otherwise
   */
  public WorkItem visible(Sight sight, UUID id) {
    List<Object> parameters = new ArrayList<>();
    String condition = known(sight, parameters);
    parameters.add(id);
    return jdbc.sql("select w.*" + FROM + condition + " and w.id = ?")
        .params(parameters)
        .query(WorkItems::row)
        .optional()
        .orElseThrow(Refused::notKnown);
  }

  /** The open task on a document that the person has; of several the one that opened first. */
  public Optional<WorkItem> claimed(Sight sight, UUID document) {
    List<Object> parameters = new ArrayList<>();
    String condition = known(sight, parameters);
    parameters.add(document);
    parameters.add(sight.person().id());
    return jdbc.sql(
            "select w.*"
                + FROM
                + condition
                + " and w.document = ? and w.assignee = ? and w.completed_at is null order by"
                + " w.created_at, w.id limit 1")
        .params(parameters)
        .query(WorkItems::row)
        .optional();
  }

  /** Every task of a review on a document that the person may know of, oldest first. */
  public List<WorkItem> ofReview(Sight sight, UUID review) {
    List<Object> parameters = new ArrayList<>(List.of(review));
    parameters.addAll(Arrays.asList(sight.parameters()));
    return jdbc.sql(
            "select w.*"
                + FROM
                + "w.review = ? and "
                + sight.condition("d.label", "d.id")
                + " order by w.created_at, w.id")
        .params(parameters)
        .query(WorkItems::row)
        .list();
  }

  /**
   * The task, its row locked until the transaction ends; for the steps of its own course. Its
   * document is locked before it, as by whoever corrects or remarks the document and then comes to
   * its tasks: taken in one order, two locks are never waited for crosswise.
   */
  WorkItem locked(UUID id) {
    needs.lock(
        jdbc.sql("select document from work_item where id = ?")
            .param(id)
            .query(UUID.class)
            .single());
    return jdbc.sql("select * from work_item where id = ? for update")
        .param(id)
        .query(WorkItems::row)
        .single();
  }

  /** The open tasks of a document, for the steps of its course. */
  List<WorkItem> openOn(UUID document) {
    return jdbc.sql("select * from work_item where document = ? and completed_at is null")
        .param(document)
        .query(WorkItems::row)
        .list();
  }

  Optional<WorkItem> byEngineTask(String engineTask) {
    return jdbc.sql("select * from work_item where engine_task = ?")
        .param(engineTask)
        .query(WorkItems::row)
        .optional();
  }

  /** Every open task that somebody has, by id; for who gives back what its holder may not have. */
  List<WorkItem> taken() {
    return jdbc.sql(
            "select * from work_item where due_while_open is not null and assignee is not null order"
                + " by id")
        .query(WorkItems::row)
        .list();
  }

  /** The accounts that a separation of duties keeps from a task. */
  List<UUID> barred(UUID task) {
    return jdbc.sql("select account from work_item_barred where work_item = ?")
        .param(task)
        .query(UUID.class)
        .list();
  }

  /** An open task, by what its person holds today; an ended one, by whose it was. */
  private static String known(Sight sight, List<Object> parameters) {
    parameters.addAll(Arrays.asList(sight.taskParameters()));
    String mine = mine(sight, parameters);
    return sight.taskCondition("d.label", "d.id")
        + " and ((w.completed_at is not null and "
        + mine
        + ") or (w.completed_at is null and "
        + holds(sight, parameters, false)
        + "))";
  }

  private static String mine(Sight sight, List<Object> parameters) {
    parameters.add(sight.person().id());
    return "w.assignee = ?";
  }

  /** What one has claimed and holds the role and agency for to this day. */
  static String stillMine(Sight sight, List<Object> parameters) {
    String mine = mine(sight, parameters);
    return "(" + mine + " and " + holds(sight, parameters, false) + ")";
  }

  static String claimable(Sight sight, List<Object> parameters) {
    String holds = holds(sight, parameters, true);
    parameters.add(sight.person().id());
    return "(w.assignee is null and "
        + holds
        + " and not exists (select 1 from work_item_barred b where b.work_item = w.id and b.account"
        + " = ?))";
  }

  private static String holds(Sight sight, List<Object> parameters, boolean toClaim) {
    parameters.add(sight.person().agency());
    parameters.add(sight.roleParameter());
    return "((w.agency is null or w.agency = ?) and exists (select 1 from work_item_role r where"
        + " r.work_item = w.id and r.role = any(?)"
        + (toClaim ? " and r.may_claim" : "")
        + "))";
  }

  static WorkItem row(ResultSet row, int number) throws SQLException {
    Timestamp completed = row.getTimestamp("completed_at");
    return new WorkItem(
        row.getObject("id", UUID.class),
        row.getString("engine_task"),
        TaskKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("document", UUID.class),
        row.getObject("review", UUID.class),
        row.getString("agency"),
        row.getString("referred_to"),
        List.of(row.getString("roles").split(",")),
        row.getString("process"),
        row.getObject("assignee", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        completed == null ? null : completed.toInstant(),
        row.getBoolean("cancelled"),
        row.getObject("due", LocalDate.class),
        row.getObject("follow_up", LocalDate.class),
        row.getObject("draft", UUID.class),
        row.getObject("note", UUID.class),
        row.getLong("version"));
  }
}
