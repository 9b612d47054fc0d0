package org.glasnost.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasnost.authority.Role;
import org.glasnost.fixtures.Databases;
import org.glasnost.marking.ClassificationLevel;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the first page of the lists of documents and tasks as the record grows, for a caller who
 * may see nothing, one who may see a hundred documents and two who may see all; called by {@code
 * bench/lists.sh}. The first argument names the database, the others the numbers of documents.
 *
 * <p>The documents are copies of six that were registered, with markings and grants of their own.
 */
final class ListsUnderLoad {
  private static final int WARM_UP = 150;
  private static final int ROUNDS = 21;
  private static final int FEW = 100;
  private static final List<String> MARKINGS =
      List.of(
          "TOP SECRET", "SECRET", "CONFIDENTIAL", "SECRET/NODIS", "SECRET NOFORN", "UNCLASSIFIED");

  private final RunningGlasnost glasnost;
  private final JdbcClient jdbc;
  private final boolean postgresql;

  private ListsUnderLoad(Databases database) {
    this.glasnost = RunningGlasnost.on(database);
    this.jdbc = glasnost.part(JdbcClient.class);
    this.postgresql = database == Databases.POSTGRESQL;
  }

  /** Prints a line for each number of documents, caller and list. */
  public static void main(String[] arguments) {
    new ListsUnderLoad(Databases.valueOf(arguments[0]))
        .measure(Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray());
    System.exit(0);
  }

  private void measure(int[] sizes) {
    Work work = new Work(glasnost);
    List<String> originals = new ArrayList<>();
    for (String marking : MARKINGS) {
      String document =
          work.registers(
              marking + "\n\nA fictitious paragraph.\n", Papers.fields("Of many " + marking));
      work.acceptsAll("classifier.state", document);
      originals.add(document);
    }
    // One with a task that waits, for the list of tasks.
    originals.add(work.underReview(Papers.MEMO, Papers.fields("Of many, under review")));
    Staff staff = new Staff(glasnost);
    Staff.Hired few = staff.hired(Role.REVIEWER, "NSC", ClassificationLevel.TOP_SECRET);
    Staff.Hired none = staff.hired(Role.REVIEWER, "CIA", null);
    Map<String, String> callers = new LinkedHashMap<>();
    callers.put("nothing", none.name());
    callers.put("a hundred", few.name());
    callers.put("all, by oversight", "auditor");
    callers.put("all, by custody", "records.nara");
    callers.put("every task", "reviewer.state");
    int held = 0;
    say("documents | caller | list | items | statements | median ms | slowest ms");
    for (int size : sizes) {
      copy(originals, held, size);
      if (held == 0) {
        give(few);
      }
      held = size;
      for (Map.Entry<String, String> caller : callers.entrySet()) {
        for (String list : List.of("/api/documents?limit=50", "/api/tasks?limit=50")) {
          time(size, caller.getKey(), glasnost.as(caller.getValue()), list);
        }
      }
    }
  }

  private void time(int size, String who, Caller caller, String list) {
    long[] took = new long[ROUNDS];
    int items = 0;
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      Caller.Answer answer = caller.get(list);
      long ended = System.nanoTime() - begun;
      if (answer.status() != 200) {
        throw new IllegalStateException(list + " " + answer.status());
      }
      items = answer.json().path("items").size();
      if (i >= 0) {
        took[i] = ended;
      }
    }
    glasnost.statements();
    caller.get(list);
    int statements = glasnost.statements().size();
    Arrays.sort(took);
    say(
        String.format(
            Locale.ROOT,
            "%,d | %s | %s | %d | %d | %.1f | %.1f",
            size,
            who,
            list,
            items,
            statements,
            took[ROUNDS / 2] / 1e6,
            took[ROUNDS - 1] / 1e6));
  }

  /** Copies the originals, with their grants, markings and tasks, until there are so many. */
  private void copy(List<String> originals, int held, int size) {
    String ids =
        postgresql
            ? "select gen_random_uuid() as id, n from generate_series(%d, %d) as s(n)"
            : "select random_uuid() as id, x as n from system_range(%d, %d)";
    jdbc.sql("drop table if exists copied").update();
    jdbc.sql(
            "create table copied as select c.id, c.n, mod(c.n, "
                + originals.size()
                + ") as original, cast(null as uuid) as source from ("
                + ids.formatted(held + 1, size)
                + ") c")
        .update();
    for (int i = 0; i < originals.size(); i++) {
      jdbc.sql("update copied set source = cast(? as uuid) where original = ?")
          .params(originals.get(i), i)
          .update();
    }
    copy(
        "document",
        "t.id = c.source",
        Map.of("id", "c.id", "registered_at", later("t.registered_at")));
    copy("document_marking", "t.document = c.source", Map.of("id", uuid(), "document", "c.id"));
    copy("need_to_know", "t.document = c.source", Map.of("id", uuid(), "document", "c.id"));
    copy(
        "work_item",
        "t.document = c.source and t.completed_at is null",
        Map.of("id", "c.id", "document", "c.id", "engine_task", "cast(c.id as varchar(64))"));
    jdbc.sql(
            "insert into work_item_role (work_item, role, may_claim) select c.id, r.role,"
                + " r.may_claim from copied c join work_item w on w.document = c.source and"
                + " w.completed_at is null join work_item_role r on r.work_item = w.id")
        .update();
    jdbc.sql(
            "insert into need_in_force (need, holder, source, label, registered_at, document) select"
                + " n.id, case when n.account is not null then 'a:' || cast(n.account as"
                + " varchar(36)) else 'r:' || coalesce(n.role, '') || ':' || coalesce(n.agency, '')"
                + " end, n.source, d.label, d.registered_at, d.id from copied c join need_to_know n"
                + " on n.document = c.id join document d on d.id = c.id where n.superseded_at is"
                + " null")
        .update();
    jdbc.sql(
            "insert into work_item_waiting (work_item, holder, label, due, created_at, kind) select"
                + " w.id, 'r:' || r.role || ':' || coalesce(w.agency, ''), d.label,"
                + " w.due_while_open, w.created_at, w.kind from copied c join work_item w on w.id ="
                + " c.id join work_item_role r on r.work_item = w.id and r.may_claim join document d"
                + " on d.id = w.document where w.assignee is null and w.due_while_open is not null")
        .update();
    jdbc.sql("drop table copied").update();
    jdbc.sql("analyze").update();
  }

  private String uuid() {
    return postgresql ? "gen_random_uuid()" : "random_uuid()";
  }

  private String later(String instant) {
    return postgresql
        ? instant + " + c.n * interval '1 millisecond'"
        : "dateadd('MILLISECOND', c.n, " + instant + ")";
  }

  private void copy(String table, String join, Map<String, String> own) {
    List<String> columns =
        jdbc.sql(
                "select lower(column_name) from information_schema.columns where lower(table_name)"
                    + " = ? and lower(table_schema) = 'public' order by ordinal_position")
            .param(table)
            .query(String.class)
            .list();
    List<String> values =
        columns.stream().map(column -> own.getOrDefault(column, "t." + column)).toList();
    jdbc.sql(
            "insert into "
                + table
                + " ("
                + String.join(", ", columns)
                + ") select "
                + String.join(", ", values)
                + " from copied c join "
                + table
                + " t on "
                + join)
        .update();
  }

  /** A hundred needs to know, as officers give them. */
  private void give(Staff.Hired person) {
    jdbc.sql(
            "insert into need_to_know (id, document, source, scope, account, valid_from,"
                + " recorded_at, recorded_by) select "
                + uuid()
                + ", d.id, 'DECISION', 'TEXT', cast(? as uuid), current_date - 1,"
                + " current_timestamp, d.registered_by from document d order by d.id limit "
                + FEW)
        .param(person.id())
        .update();
    jdbc.sql(
            "insert into need_in_force (need, holder, source, label, registered_at, document) select"
                + " n.id, 'a:' || cast(n.account as varchar(36)), n.source, d.label,"
                + " d.registered_at, d.id from need_to_know n join document d on d.id = n.document"
                + " where n.account = cast(? as uuid)")
        .param(person.id())
        .update();
    jdbc.sql(
            "insert into need_held (holder, source, label) select distinct holder, source, label"
                + " from need_in_force where holder = ?")
        .param("a:" + person.id())
        .update();
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println("LIST " + line);
  }
}
