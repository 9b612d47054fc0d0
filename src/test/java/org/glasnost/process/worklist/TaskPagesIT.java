package org.glasnost.process.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.People;
import org.glasnost.authority.access.NeedsInForce;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.Caller;
import org.glasnost.journey.RunningGlasnost;
import org.glasnost.journey.Work;
import org.glasnost.process.TaskKind;
import org.glasnost.process.worklist.TaskPages.Assigned;
import org.glasnost.process.worklist.TaskPages.Filter;
import org.glasnost.process.worklist.TaskPages.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A page that is looked for where tasks wait is the page that every task was asked for. */
class TaskPagesIT {
  private static final String WORDS = "\n\nA fictitious paragraph.\n";
  private static final int MORE_THAN_THERE_ARE = 5_000;
  private static final List<String> CALLERS =
      List.of(
          "classifier.state",
          "reviewer.state",
          "reviewer2.state",
          "reviewer.confidential",
          "senior.state",
          "coordinator.nara",
          "records.nara",
          "auditor",
          "admin");

  /** The rows as the migration wrote the first ones. */
  private static final String AS_DERIVED =
      "select w.id || ' r:' || r.role || ':' || coalesce(w.agency, '') || ' ' || d.label || ' ' ||"
          + " w.due_while_open || ' ' || w.kind from work_item w join work_item_role r on"
          + " r.work_item = w.id and r.may_claim join document d on d.id = w.document where"
          + " w.assignee is null and w.completed_at is null";

  private static final String AS_STORED =
      "select q.work_item || ' ' || q.holder || ' ' || q.label || ' ' || q.due || ' ' || q.kind from"
          + " work_item_waiting q join work_item w on w.id = q.work_item and w.created_at ="
          + " q.created_at";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whereTasksWaitIsKeptWithTheirCourse(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    Work work = new Work(glasnost);
    String transmittal = work.registers("SECRET" + WORDS, fields(null));
    String enclosure = work.registers("Nothing is marked." + WORDS, fields(transmittal));
    UUID waits = UUID.fromString(work.open("classifier.state", "MARKING_REVIEW", enclosure));
    long before = label(jdbc, waits);

    JsonNode seen = glasnost.as("classifier.state").get("/api/documents/" + transmittal).json();
    work.does(
        "classifier.state",
        "MARKING_REVIEW",
        transmittal,
        Work.acceptance(seen, Map.of("level", "TOP_SECRET", "verbatim", "TOP SECRET")));
    assertThat(label(jdbc, waits)).isNotEqualTo(before);
    assertAsDerived(jdbc);

    String task = work.claim("classifier.state", "MARKING_REVIEW", enclosure);
    assertThat(task).isEqualTo(waits.toString());
    assertAsDerived(jdbc);
    Caller.Answer back = glasnost.as("classifier.state").post("/api/tasks/" + task + "/unclaim");
    assertThat(back.status()).isEqualTo(200);
    assertThat(label(jdbc, waits)).isNotEqualTo(before);
    assertAsDerived(jdbc);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void pagesAgreeHoweverTheyAreLookedFor(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    JdbcClient jdbc = glasnost.part(JdbcClient.class);
    NeedsInForce needs = glasnost.part(NeedsInForce.class);
    Work work = new Work(glasnost);
    for (String marking : List.of("SECRET", "CONFIDENTIAL", "TOP SECRET", "UNCLASSIFIED")) {
      work.registers(marking + WORDS, fields(null));
      work.claim(
          "classifier.state", "MARKING_REVIEW", work.registers(marking + WORDS, fields(null)));
      work.underReview(marking + WORDS, fields(null));
      work.claim("reviewer.state", "FIRST_REVIEW", work.underReview(marking + WORDS, fields(null)));
    }
    TaskPages inQueues = new TaskPages(jdbc, needs, Integer.MAX_VALUE);
    TaskPages inOrder = new TaskPages(jdbc, needs, -1);
    List<Integer> sizes = new ArrayList<>();
    for (String caller : CALLERS) {
      Sight sight =
          glasnost
              .part(Sights.class)
              .of(glasnost.part(People.class).byUserName(caller).orElseThrow());
      for (Assigned assigned : Assigned.values()) {
        for (TaskKind kind : new TaskKind[] {null, TaskKind.FIRST_REVIEW}) {
          Filter filter = new Filter(assigned, kind, null, null, null);
          List<UUID> all = ids(inOrder.page(sight, filter, null, MORE_THAN_THERE_ARE));
          assertThat(ids(inQueues.page(sight, filter, null, MORE_THAN_THERE_ARE)))
              .as("%s %s %s", caller, assigned, kind)
              .isEqualTo(all);
          assertThat(byPages(inQueues, sight, filter, Math.max(2, all.size() / 5)))
              .as("%s %s %s by pages", caller, assigned, kind)
              .isEqualTo(all);
          sizes.add(all.size());
        }
      }
    }
    assertThat(sizes).contains(0);
    assertThat(sizes.stream().distinct().count()).isGreaterThan(4);
  }

  private static List<UUID> byPages(TaskPages pages, Sight sight, Filter filter, int limit) {
    List<UUID> all = new ArrayList<>();
    Position after = null;
    List<WorkItem> page;
    do {
      page = pages.page(sight, filter, after, limit);
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(ids(page));
      if (!page.isEmpty()) {
        WorkItem last = page.get(page.size() - 1);
        after = new Position(last.due(), last.createdAt(), last.id());
      }
    } while (page.size() == limit);
    return all;
  }

  private static List<UUID> ids(List<WorkItem> items) {
    return items.stream().map(WorkItem::id).toList();
  }

  private static void assertAsDerived(JdbcClient jdbc) {
    assertThat(jdbc.sql(AS_STORED).query(String.class).list())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(jdbc.sql(AS_DERIVED).query(String.class).list());
  }

  private static long label(JdbcClient jdbc, UUID task) {
    return jdbc.sql("select distinct label from work_item_waiting where work_item = ?")
        .param(task)
        .query(Long.class)
        .single();
  }

  private static Map<String, Object> fields(@Nullable String transmittal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", "A fictitious record whose task waits");
    fields.put("documentDate", "1985-03-25");
    fields.put("originatingAgency", "STATE");
    fields.put("recordStatus", "PERMANENT");
    if (transmittal != null) {
      fields.put("enclosureOf", transmittal);
    }
    return fields;
  }
}
