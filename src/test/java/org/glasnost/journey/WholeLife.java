package org.glasnost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.glasnost.process.TaskKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * People who carry one record after the other from its registration to its release, through every
 * kind of task, and remember what was acknowledged to them. Where the application went away in the
 * middle of a call they look, once it is back, and go on from what is there.
 */
final class WholeLife {
  private static final String AGENCY = "CIA";
  private static final String BASIS = "FOIA b(6)";
  private static final String OTHER_BASIS = "FOIA b(7)";
  private static final Map<TaskKind, String> PEOPLE =
      new EnumMap<>(
          Map.of(
              TaskKind.MARKING_REVIEW, "classifier.state",
              TaskKind.EQUITY_IDENTIFICATION, "coordinator.nara",
              TaskKind.FIRST_REVIEW, "reviewer.state",
              TaskKind.REFERRAL_ANSWER, "coordinator.nara",
              TaskKind.SECOND_REVIEW, "reviewer2.state",
              TaskKind.ADJUDICATION, "senior.state",
              TaskKind.SIGNATURE, "authority.state",
              TaskKind.REDACTION, "redactor.nara",
              TaskKind.REDACTION_CHECK, "redactor2.nara",
              TaskKind.RELEASE, "records.nara"));
  private static final Set<String> AT_REST = Set.of("PROTECTED", "RELEASED_IN_PART");

  private final Map<String, String> documentOfTask = new LinkedHashMap<>();
  private final Map<String, TaskKind> completed = new LinkedHashMap<>();
  private final Set<String> documents = new TreeSet<>();
  private final Map<String, String> released = new HashMap<>();
  private @Nullable String current;
  private int next;
  private volatile int acknowledgements;

  /** Works until the application no longer answers. */
  void work(Served glasnost) {
    workUntil(glasnost, () -> false);
  }

  /** Works until it is enough, or a call is not answered. */
  void workUntil(Served glasnost, BooleanSupplier enough) {
    try {
      while (!Thread.currentThread().isInterrupted() && !enough.getAsBoolean()) {
        step(glasnost);
      }
    } catch (UncheckedIOException killed) {
      // It went away in the middle of a call: that call was not acknowledged.
    }
  }

  /** The kinds of the tasks whose completion was acknowledged. */
  Set<TaskKind> kinds() {
    return Set.copyOf(completed.values());
  }

  /** How many were, asked while it works. */
  int acknowledgements() {
    return acknowledgements;
  }

  private void step(Served glasnost) {
    String document = current;
    if (document == null) {
      current = register(glasnost);
      next = 0;
      return;
    }
    TaskKind[] kinds = TaskKind.values();
    for (int tried = 0; tried < kinds.length; tried++) {
      TaskKind kind = kinds[(next + tried) % kinds.length];
      Caller person = glasnost.as(person(kind));
      JsonNode open =
          answered(person.get("/api/tasks?kind=" + kind + "&document=" + document), 200)
              .json()
              .path("items");
      if (!open.isEmpty()) {
        complete(person, kind, document, open.get(0));
        next = (next + tried + 1) % kinds.length;
        return;
      }
      if (tried == 0 && kind == TaskKind.EQUITY_IDENTIFICATION && ordered(glasnost, document)) {
        return;
      }
    }
    String state = state(glasnost, document);
    if (state.equals("RELEASED_IN_PART")) {
      released.put(document, state);
      current = null;
    } else {
      assertThat(ordered(glasnost, document))
          .as("%s is %s and has no task for anybody", document, state)
          .isTrue();
    }
  }

  private String register(Served glasnost) {
    Caller.Answer registered =
        answered(
            glasnost
                .as("intake.nara")
                .post(
                    "/api/documents",
                    Map.of(
                        "title",
                        "A fictitious memorandum",
                        "text",
                        "SECRET\n\nThis text is fictitious.\n\nSo is this.\n",
                        "documentDate",
                        "1985-03-25",
                        "originatingAgency",
                        "STATE")),
            201);
    String document = registered.json().path("id").asString();
    documents.add(document);
    return document;
  }

  private static boolean ordered(Served glasnost, String document) {
    if (!state(glasnost, document).equals("PROTECTED")) {
      return false;
    }
    answered(
        glasnost
            .as("records.nara")
            .post("/api/reviews", Map.of("kind", "OADR", "documents", List.of(document))),
        201);
    return true;
  }

  private void complete(Caller person, TaskKind kind, String document, JsonNode open) {
    String task = open.path("id").asString();
    if (open.path("assignee").isNull()) {
      answered(person.post("/api/tasks/" + task + "/claim"), 200);
    }
    answered(person.post("/api/tasks/" + task + "/complete", body(person, kind, document)), 200);
    documentOfTask.put(task, document);
    completed.put(task, kind);
    acknowledgements = completed.size();
  }

  private static Map<String, Object> body(Caller person, TaskKind kind, String document) {
    return switch (kind) {
      case MARKING_REVIEW -> Work.acceptance(person.get("/api/documents/" + document).json(), null);
      case EQUITY_IDENTIFICATION ->
          Map.of(
              "equities",
              List.of(Map.of("portion", last(person, document), "agency", AGENCY)),
              "reason",
              "notional");
      case FIRST_REVIEW -> decision(person, document, BASIS, true);
      case SECOND_REVIEW -> decision(person, document, OTHER_BASIS, false);
      case ADJUDICATION -> decision(person, document, BASIS, false);
      case REFERRAL_ANSWER ->
          Map.of(
              "agency",
              AGENCY,
              "portions",
              List.of(withheld(last(person, document), BASIS)),
              "answeredOn",
              LocalDate.now(ZoneOffset.UTC).minusDays(2).toString(),
              "evidence",
              "a notional letter",
              "reason",
              "notional");
      case SIGNATURE -> Map.of("sign", true, "reason", "notional");
      case REDACTION -> redactions(person, document);
      case REDACTION_CHECK -> Map.of("accept", true, "reason", "notional");
      case RELEASE -> Map.of("release", true, "reason", "notional");
    };
  }

  private static Map<String, Object> decision(
      Caller person, String document, String basis, boolean asking) {
    List<String> portions = portions(person, document);
    String withheld = portions.get(portions.size() - 1);
    List<Map<String, Object>> decided = new ArrayList<>();
    portions.forEach(
        portion ->
            decided.add(
                portion.equals(withheld)
                    ? withheld(portion, basis)
                    : Map.of("portion", portion, "decision", "RELEASE")));
    return Map.of(
        "determination",
        "DECLASSIFY_IN_PART",
        "portions",
        decided,
        "referrals",
        asking
            ? List.of(
                Map.of("agency", AGENCY, "portions", List.of(withheld), "reason", "perhaps theirs"))
            : List.of(),
        "reason",
        "notional");
  }

  private static Map<String, Object> withheld(String portion, String basis) {
    return Map.of("portion", portion, "decision", "WITHHOLD", "basis", basis, "reason", "notional");
  }

  private static Map<String, Object> redactions(Caller person, String document) {
    JsonNode items = person.get("/api/documents/" + document + "/portions").json().path("items");
    JsonNode withheld = items.get(items.size() - 1);
    String text = withheld.path("text").asString();
    return Map.of(
        "redactions",
        List.of(
            Map.of(
                "portion",
                withheld.path("id").asString(),
                "from",
                0,
                "to",
                text.codePointCount(0, text.length()),
                "basis",
                BASIS)),
        "reason",
        "notional");
  }

  private static String last(Caller person, String document) {
    List<String> portions = portions(person, document);
    return portions.get(portions.size() - 1);
  }

  private static List<String> portions(Caller person, String document) {
    return person
        .get("/api/documents/" + document)
        .json()
        .path("portions")
        .valueStream()
        .map(portion -> portion.path("id").asString())
        .toList();
  }

  /** Everything that was acknowledged is there, once and whole. */
  void holds(Served glasnost) {
    completed.forEach(
        (task, kind) -> {
          JsonNode done = glasnost.as(person(kind)).get("/api/tasks/" + task).json();
          assertThat(done.path("completedAt").isNull())
              .as("acknowledged %s of %s: %s", kind, documentOfTask.get(task), done)
              .isFalse();
        });
    released.forEach((document, state) -> assertThat(state(glasnost, document)).isEqualTo(state));
    documents.forEach(document -> isWhole(glasnost, document));
  }

  private void isWhole(Served glasnost, String document) {
    Set<String> open = new TreeSet<>();
    PEOPLE
        .values()
        .forEach(
            person ->
                glasnost
                    .as(person)
                    .get("/api/tasks?document=" + document)
                    .json()
                    .path("items")
                    .forEach(task -> open.add(task.path("id").asString())));
    String state = state(glasnost, document);
    assertThat(open)
        .as("open tasks of %s, which is %s", document, state)
        .hasSize(AT_REST.contains(state) ? 0 : 1);

    Caller auditor = glasnost.as("auditor");
    List<String> events = new ArrayList<>();
    List<String> journalled = new ArrayList<>();
    auditor
        .get("/api/journal/events?limit=200&document=" + document)
        .json()
        .path("items")
        .forEach(
            event -> {
              events.add(event.path("id").asString());
              if (event.path("kind").asString().equals("TASK_COMPLETED")) {
                journalled.add(event.path("task").asString());
              }
            });
    assertThat(journalled).as("completed tasks in the journal").doesNotHaveDuplicates();
    assertThat(journalled).containsAll(tasksOf(document));
    auditor
        .get("/api/documents/" + document + "/markings")
        .json()
        .path("items")
        .forEach(row -> assertThat(events).contains(row.path("event").asString()));
  }

  private List<String> tasksOf(String document) {
    return completed.keySet().stream()
        .filter(task -> document.equals(documentOfTask.get(task)))
        .toList();
  }

  private static String person(TaskKind kind) {
    return String.valueOf(PEOPLE.get(kind));
  }

  private static String state(Served glasnost, String document) {
    return answered(glasnost.as("records.nara").get("/api/documents/" + document), 200)
        .json()
        .path("state")
        .asString();
  }

  private static Caller.Answer answered(Caller.Answer answer, int expected) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
    return answer;
  }
}
