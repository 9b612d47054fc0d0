package org.glasnost.process.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.policy.DecisionHit;
import org.glasnost.policy.DecisionTables;
import org.glasnost.policy.OfficeDay;
import org.glasnost.process.TaskKind;
import org.glasnost.process.decision.KnownDecision;
import org.glasnost.process.engine.DecisionEngine;
import org.glasnost.process.engine.DecisionEngine.RuleHit;
import org.glasnost.process.worklist.WorkItem.Timing;
import org.glasnost.review.ReviewKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What another table of warnings would change of the open tasks. Tells kinds and ids of tasks and
 * nothing of their documents: administrators ask, who may know of none.
 */
@Component
public class WarningEffects {
  private static final int MOST_TASKS = 200;
  private static final String OPEN =
      " from work_item w left join review r on r.id = w.review where w.due_while_open is not null";

  private final JdbcClient jdbc;
  private final DecisionTables tables;
  private final OfficeDay officeDay;

  /** For Spring. */
  WarningEffects(JdbcClient jdbc, DecisionTables tables, OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.officeDay = officeDay;
  }

  /**
   * What would change.
   *
   * @param decision key of the decision
   * @param versionInForce of the table that the new one is held against
   * @param open how many tasks are open
   * @param changed of how many of them the new table says something else
   * @param groups the kinds of which it does, with their numbers
   * @param tasks those tasks by id, at most 200
   */
  public record Effect(
      String decision,
      int versionInForce,
      long open,
      long changed,
      List<Group> groups,
      List<Task> tasks) {
    /** Copies the lists. */
    public Effect {
      groups = List.copyOf(groups);
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * Open tasks of one kind in reviews of one kind.
   *
   * @param review the kind of their reviews, or null outside any
   * @param task their kind
   * @param count how many they are
   * @param from days of warning by the table in force
   * @param to days of warning by the new one
   */
  public record Group(@Nullable ReviewKind review, TaskKind task, long count, int from, int to) {}

  /**
   * A task that would change.
   *
   * @param id its id
   * @param group what it is, and from how many days to how many
   * @param from how it stands today
   * @param to how it would stand today
   */
  public record Task(UUID id, Group group, Timing from, Timing to) {}

  private record Kind(@Nullable ReviewKind review, TaskKind task, long count) {}

  /** Holds a table against the one in force, for each open task. */
  public Effect of(DecisionEngine.Table proposed) {
    List<Kind> kinds =
        jdbc.sql(
                "select r.kind as review_kind, w.kind as task_kind, count(*) as tasks"
                    + OPEN
                    + " group by r.kind, w.kind order by w.kind, r.kind")
            .query(
                (row, number) ->
                    new Kind(
                        review(row.getString("review_kind")),
                        TaskKind.valueOf(row.getString("task_kind")),
                        row.getLong("tasks")))
            .list();
    // One case more, so that a version is told even where no task is open.
    List<Map<String, Object>> cases = new ArrayList<>();
    kinds.forEach(kind -> cases.add(KnownDecision.ofTask(kind.review(), kind.task())));
    cases.add(KnownDecision.ofTask(null, TaskKind.MARKING_REVIEW));
    List<DecisionHit> inForce = tables.decide(KnownDecision.TASK_WARNING.key(), cases);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      int from = inForce.get(i).number(KnownDecision.DAYS);
      int to = days(proposed, cases.get(i));
      if (from != to) {
        groups.add(new Group(kind.review(), kind.task(), kind.count(), from, to));
      }
    }
    return new Effect(
        KnownDecision.TASK_WARNING.key(),
        inForce.get(0).version(),
        kinds.stream().mapToLong(Kind::count).sum(),
        groups.stream().mapToLong(Group::count).sum(),
        groups,
        tasks(groups));
  }

  private static int days(DecisionEngine.Table proposed, Map<String, Object> inputs) {
    List<RuleHit> hits = proposed.ask(inputs);
    if (hits.isEmpty()
        || !(hits.get(0).outputs().get(KnownDecision.DAYS) instanceof Integer days)) {
      throw new IllegalStateException("a table that passed the gate says nothing of " + inputs);
    }
    return days;
  }

  private List<Task> tasks(List<Group> groups) {
    if (groups.isEmpty()) {
      return List.of();
    }
    Set<String> asked = new LinkedHashSet<>();
    groups.forEach(group -> asked.add(name(group.review(), group.task())));
    LocalDate today = officeDay.today();
    return jdbc.sql(
            "select w.id, w.kind as task_kind, r.kind as review_kind, w.due"
                + OPEN
                + " and concat(coalesce(r.kind, ''), '/', w.kind) = any(?)"
                + " order by w.id limit "
                + MOST_TASKS)
        .param(asked.toArray(String[]::new))
        .query(
            (row, number) -> {
              String named =
                  name(
                      review(row.getString("review_kind")),
                      TaskKind.valueOf(row.getString("task_kind")));
              Group group =
                  groups.stream()
                      .filter(each -> name(each.review(), each.task()).equals(named))
                      .findFirst()
                      .orElseThrow();
              LocalDate due = row.getObject("due", LocalDate.class);
              return new Task(
                  row.getObject("id", UUID.class),
                  group,
                  WorkItem.timing(due, today, group.from()),
                  WorkItem.timing(due, today, group.to()));
            })
        .list();
  }

  private static @Nullable ReviewKind review(@Nullable String kind) {
    return kind == null ? null : ReviewKind.valueOf(kind);
  }

  private static String name(@Nullable ReviewKind review, TaskKind task) {
    return (review == null ? "" : review.name()) + "/" + task.name();
  }
}
