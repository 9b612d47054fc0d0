package org.glasnost.process.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.glasnost.authority.access.KnownDocuments;
import org.glasnost.authority.access.NeedsInForce;
import org.glasnost.authority.access.NeedsInForce.Queue;
import org.glasnost.authority.access.Sight;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages of open tasks. The time a page takes does not hang on how many tasks are open, nor on how
 * few of them are for the caller: it is put together from the first ones that the caller has and
 * the first ones of each place where tasks wait for them ({@link WaitingTasks}), and of those it is
 * asked, as of every task, whether the caller may know of them.
 */
@Component
public class TaskPages {
  /** As with documents: whoever may claim in so many places finds enough of them in their order. */
  private static final int MOST_QUEUES = 200;

  private final JdbcClient jdbc;
  private final NeedsInForce needs;
  private final int mostQueues;

  /** For Spring. */
  @Autowired
  TaskPages(JdbcClient jdbc, NeedsInForce needs) {
    this(jdbc, needs, MOST_QUEUES);
  }

  TaskPages(JdbcClient jdbc, NeedsInForce needs, int mostQueues) {
    this.jdbc = jdbc;
    this.needs = needs;
    this.mostQueues = mostQueues;
  }

  /** Whose tasks a list shows. */
  public enum Assigned {
    /** Mine. */
    ME,
    /** Nobody's, that I may claim. */
    NONE,
    /** Both. */
    ANY
  }

  /**
   * What a page of tasks is asked for.
   *
   * @param assigned whose
   * @param kind or null
   * @param dueBy the last day at which they are due, or null
   * @param document or null
   * @param review or null
   */
  public record Filter(
      Assigned assigned,
      @Nullable TaskKind kind,
      @Nullable LocalDate dueBy,
      @Nullable UUID document,
      @Nullable UUID review) {}

  /**
   * A place in the order of tasks: least time left, then age, then id.
   *
   * @param due of the last task seen, or null
   * @param createdAt of the last task seen
   * @param id of the last task seen
   */
  public record Position(@Nullable LocalDate due, Instant createdAt, UUID id) {}

  /** The place of a task, with the day that stands for none. */
  private record Place(LocalDate due, Instant createdAt, UUID id) {
    static @Nullable Place of(@Nullable Position after) {
      if (after == null) {
        return null;
      }
      LocalDate due = after.due();
      return new Place(due == null ? WorkItems.NEVER : due, after.createdAt(), after.id());
    }
  }

  /** A page of open tasks, in their order. */
  public List<WorkItem> page(Sight sight, Filter filter, @Nullable Position after, int limit) {
    Place from = Place.of(after);
    // On one document, or in one review, there are few: they are looked at one by one.
    if (filter.document() != null || filter.review() != null) {
      return asked(sight, filter, null, from, limit);
    }
    List<Queue> queues = filter.assigned() == Assigned.ME ? List.of() : needs.queues(sight);
    if (queues.size() > mostQueues) {
      return asked(sight, filter, null, from, limit);
    }
    List<WorkItem> found = new ArrayList<>();
    while (found.size() < limit) {
      List<Place> next = next(sight, queues, filter, from, limit);
      if (!next.isEmpty()) {
        UUID[] ids = next.stream().map(Place::id).distinct().toArray(UUID[]::new);
        found.addAll(asked(sight, filter, ids, null, limit - found.size()));
      }
      if (next.size() < limit) {
        break;
      }
      from = next.get(next.size() - 1);
    }
    return found;
  }

  /** The next places, of a task that waits for several roles of the caller as often. */
  private List<Place> next(
      Sight sight, List<Queue> queues, Filter filter, @Nullable Place after, int limit) {
    List<Object> parameters = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    if (filter.assigned() != Assigned.NONE) {
      parts.add(had(sight, filter, after, limit, parameters));
    }
    for (Queue queue : queues) {
      parts.add(waiting(queue, filter, after, limit, parameters));
    }
    if (parts.isEmpty()) {
      return List.of();
    }
    String sql =
        parts.stream()
            .map(part -> "(" + part + ")")
            .collect(
                Collectors.joining(
                    " union all ", "select * from (", ") p order by 1, 2, 3 limit " + limit));
    return jdbc.sql(sql)
        .params(parameters)
        .query(
            (row, n) ->
                new Place(
                    row.getObject(1, LocalDate.class),
                    row.getTimestamp(2).toInstant(),
                    row.getObject(3, UUID.class)))
        .list();
  }

  private static String had(
      Sight sight, Filter filter, @Nullable Place after, int limit, List<Object> parameters) {
    StringBuilder sql =
        new StringBuilder(
            "select w.due_while_open as due, w.created_at as at, w.id as id from work_item w where"
                + " w.assignee = ? and w.due_while_open is not null");
    parameters.add(sight.person().id());
    ofKind(sql, "w.kind", "w.due_while_open", filter, parameters);
    continueAfter(sql, "w.due_while_open", "w.created_at", "w.id", after, parameters);
    return sql.append(" order by w.assignee, w.due_while_open, w.created_at, w.id limit ")
        .append(limit)
        .toString();
  }

  /** The columns that are the same for the whole queue are named in the order, as the index has. */
  private static String waiting(
      Queue queue, Filter filter, @Nullable Place after, int limit, List<Object> parameters) {
    StringBuilder sql =
        new StringBuilder(
            "select q.due as due, q.created_at as at, q.work_item as id from work_item_waiting q"
                + " where q.holder = ? and q.label = ?");
    Collections.addAll(parameters, queue.holder(), queue.label());
    ofKind(sql, "q.kind", "q.due", filter, parameters);
    continueAfter(sql, "q.due", "q.created_at", "q.work_item", after, parameters);
    return sql.append(" order by q.holder, q.label, q.due, q.created_at, q.work_item limit ")
        .append(limit)
        .toString();
  }

  private static void ofKind(
      StringBuilder sql, String kind, String due, Filter filter, List<Object> parameters) {
    if (filter.kind() != null) {
      sql.append(" and ").append(kind).append(" = ?");
      parameters.add(filter.kind().name());
    }
    if (filter.dueBy() != null) {
      sql.append(" and ").append(due).append(" <= ?");
      parameters.add(filter.dueBy());
    }
  }

  /** Open tasks that the person may know of, all or among some, in their order. */
  private List<WorkItem> asked(
      Sight sight, Filter filter, UUID @Nullable [] among, @Nullable Place after, int limit) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select w.*").append(WorkItems.FROM);
    sql.append(sight.taskCondition(KnownDocuments.UNINDEXED_LABEL, "d.id"));
    parameters.addAll(Arrays.asList(sight.taskParameters()));
    sql.append(" and w.due_while_open is not null and (");
    sql.append(
        switch (filter.assigned()) {
          case ME -> WorkItems.stillMine(sight, parameters);
          case NONE -> WorkItems.claimable(sight, parameters);
          case ANY ->
              WorkItems.stillMine(sight, parameters)
                  + " or "
                  + WorkItems.claimable(sight, parameters);
        });
    sql.append(")");
    restrict(sql, parameters, filter);
    if (among != null) {
      sql.append(" and w.id = any(?)");
      parameters.add(among);
    }
    continueAfter(sql, "w.due_while_open", "w.created_at", "w.id", after, parameters);
    sql.append(" order by w.due_while_open, w.created_at, w.id limit ").append(limit);
    return jdbc.sql(sql.toString()).params(parameters).query(WorkItems::row).list();
  }

  private static void continueAfter(
      StringBuilder sql,
      String due,
      String at,
      String id,
      @Nullable Place after,
      List<Object> parameters) {
    if (after == null) {
      return;
    }
    // The first part alone bounds an index.
    sql.append(" and ").append(due).append(" >= ? and (").append(due).append(" > ? or (");
    sql.append(at).append(" > ? or (").append(at).append(" = ? and ").append(id).append(" > ?)))");
    Timestamp created = Timestamp.from(after.createdAt());
    Collections.addAll(parameters, after.due(), after.due(), created, created, after.id());
  }

  private static void restrict(StringBuilder sql, List<Object> parameters, Filter filter) {
    if (filter.kind() != null) {
      sql.append(" and w.kind = ?");
      parameters.add(filter.kind().name());
    }
    if (filter.dueBy() != null) {
      sql.append(" and w.due <= ?");
      parameters.add(filter.dueBy());
    }
    if (filter.document() != null) {
      sql.append(" and w.document = ?");
      parameters.add(filter.document());
    }
    if (filter.review() != null) {
      sql.append(" and w.review = ?");
      parameters.add(filter.review());
    }
  }
}
